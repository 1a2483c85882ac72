import { type EvidenceWords, type Level, levelsDown } from '../../library/index.ts'
import type { Judged, Paper, PointFound, ReviewRow } from '../types.ts'
import { findPoint, type Weakeners, weakenersOf, wordsAt } from './points.ts'
import { findSign, hasParts, hasSign, type Sign, signReader } from './signs.ts'
import { sentencesOn } from './subject.ts'

/** What the words of a paper give of one flow-down, without the matter. */
export type Judgement = Pick<
  ReviewRow,
  'verdict' | 'because' | 'sections' | 'words' | 'points' | 'notRead' | 'paths'
>

/** A judge of flow-downs that reads each cue of the library once. */
export function judgeOf(
  words: EvidenceWords,
): (flowDown: Judged, paper: Paper, resale: boolean) => Judgement {
  const read = signReader(words)
  const weak = weakenersOf(words, read)
  return (flowDown, paper, resale) => judge(flowDown, paper, { resale, read, weak })
}

function judge(
  { evidence, figures, currency = 'USD' }: Judged,
  paper: Paper,
  { resale, read, weak }: { resale: boolean; read: (source: string) => Sign; weak: Weakeners },
): Judgement {
  const none = { sections: [], words: [], points: [], notRead: [], paths: [] }
  if (!evidence) return { ...none, verdict: 'unclear', because: 'The library has no evidence for it.' }
  const levels = resale ? { ...evidence.levels, ...evidence.resale } : evidence.levels
  const lowest = [...levelsDown].reverse().find((level) => levels[level] !== undefined)
  const { sentences: on, sure } = sentencesOn(paper, evidence, lowest ? levels[lowest]! : [], read)
  if (on.length === 0) return { ...none, verdict: 'missing', because: 'No words on it were found.' }
  const all = paper.passages.flatMap(({ sentences }) => sentences)
  const points = Object.entries(evidence.points).map(([id, point]) =>
    findPoint(id, point, point.anywhere ? [...on, ...all] : on, { figures, currency, read, weak }),
  )
  const notRead = on.filter((one) => weak.outside.some((sign) => hasSign(sign, one)))
  const given = points.filter(({ found }) => found !== 'no')
  const result = (
    verdict: Judgement['verdict'],
    because: string,
    shown: readonly { section?: string; words?: string }[],
  ): Judgement => ({
    verdict,
    because,
    sections: unique([
      ...shown.flatMap(({ section }) => section ?? []),
      ...on.map(({ section }) => section),
    ]).slice(0, 4),
    words: unique(shown.flatMap((one) => one.words ?? [])).slice(0, 3),
    points,
    notRead: unique(notRead.map(({ text }) => clipped(text))),
    paths: unique(on.map(({ path }) => path)),
  })

  for (const { says, because, not, saved } of sure ? evidence.contrary : []) {
    if (on.some((one) => saved.some((sign) => hasSign(read(sign), one)))) continue
    for (const sentence of on) {
      const place = findSign(read(says), sentence)
      if (place && !not.some((one) => hasSign(read(one), sentence)))
        return result('contrary', because, [
          { section: sentence.section, words: wordsAt(sentence, place.from, place.to) },
        ])
    }
  }
  for (const level of levelsDown) {
    const items = levels[level]
    if (!items) continue
    const met = items.map((item) => givenAt(item, level, points))
    if (!met.every((one) => one !== undefined)) continue
    // Words that are merely near it may be on anything: all of it has to stand in one place.
    if (!sure && new Set(met.map(({ section }) => section)).size > 1) continue
    const places = new Set(met.map(({ section }) => section))
    const back = on.find(
      (one) => places.has(one.section) && weak.takenBack.some((sign) => hasSign(sign, one)),
    )
    if (back)
      return result('unclear', 'All of it is said, and the vendor may take it back', [
        { section: back.section, words: clipped(back.text) },
        ...met,
      ])
    return result(level, met.map(({ asks }) => asks).join('; '), met)
  }
  const lacking = lowest === undefined ? [] : levels[lowest]!.filter((item) => !givenAt(item, lowest, points))
  if (!sure)
    return result('unclear', `Words near it were found; not found: ${asksOf(lacking, points)}`, [
      { section: on[0]!.section, words: clipped(on[0]!.text) },
    ])
  const short = points.filter(
    ({ id, found, figure, keeps }) =>
      found === 'yes' &&
      figure &&
      keeps === undefined &&
      figure.theirs !== 'promptly' &&
      figure.theirs !== 'no time' &&
      lacking.some((item) => item.split('|').includes(id)),
  )
  if (short.length > 0) return result('below', short.map((one) => figureLine(one)).join('; '), short)
  const efforts = points.filter(
    ({ id, found }) => found === 'effort' && lacking.some((item) => item.split('|').includes(id)),
  )
  const asked = asksOf(lacking, points)
  if (notRead.length > 0)
    return result('unclear', `It is left to words that are not in the paper; not found in it: ${asked}`, [
      { section: notRead[0]!.section, words: clipped(notRead[0]!.text) },
    ])
  if (efforts.length > 0)
    return result('below', `A duty to try alone: ${efforts.map(({ asks }) => asks).join('; ')}`, efforts)
  const vague = on.find((one) => weak.vague.some((sign) => hasSign(sign, one)))
  const partly = given.filter(({ found }) => found === 'yes')
  // Vague words may mean the one thing that is lacking; they hardly mean two.
  if (vague && (lacking.length < 2 || partly.length === 0))
    return result('unclear', `Its words leave it open; not found: ${asked}`, [
      { section: vague.section, words: clipped(vague.text) },
    ])
  const loose = lacking.every((item) =>
    item
      .split('|')
      .some((id) =>
        evidence.points[id]!.says.some((says) => on.some(({ words }) => hasParts(read(says), words))),
      ),
  )
  if (loose && partly.length > 0)
    return result('unclear', `Words near each of these were found, and none that says it: ${asked}`, partly)
  if (partly.length > 0) return result('below', `A part of it alone; not found: ${asked}`, partly)
  return result('below', `Words on it were found, and none of what is asked: ${asked}`, [
    { section: on[0]!.section, words: clipped(on[0]!.text) },
  ])
}

/** The point of an item of a level that is given there: with its figure, where it has one. */
function givenAt(item: string, level: Level, points: readonly PointFound[]): PointFound | undefined {
  return item
    .split('|')
    .flatMap((id) => points.find((one) => one.id === id) ?? [])
    .find(({ found, figure, keeps }) => {
      if (found !== 'yes') return false
      if (!figure || figure.ours[level] === undefined) return true
      return keeps !== undefined && levelsDown.indexOf(keeps) <= levelsDown.indexOf(level)
    })
}

function asksOf(items: readonly string[], points: readonly PointFound[]): string {
  return items.map((item) => points.find(({ id }) => id === item.split('|')[0])?.asks ?? item).join('; ')
}

function figureLine({ asks, figure }: PointFound): string {
  const ours = Object.values(figure?.ours ?? {}).join(', ')
  return `${asks}: ${figure?.theirs} where our levels ask ${ours}`
}

function clipped(text: string): string {
  const words = text.split(' ')
  return words.length > 25 ? `${words.slice(0, 25).join(' ')} …` : text
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)]
}
