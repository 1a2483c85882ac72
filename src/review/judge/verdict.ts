import { type Evidence, type EvidenceWords, type Level, levelsDown } from '../../library/index.ts'
import type { Judged, Paper, PointFound, ReviewRow, Sentence } from '../types.ts'
import { contraryAt } from './contrary.ts'
import { guttedBy } from './gutted.ts'
import { withHarmless } from './limit.ts'
import { isKept } from './measure.ts'
import { inOwnUnit, ownUnitsIn } from './own-units.ts'
import { clipped, findPoint, quotedAt, type Weakeners, weakenersOf } from './points.ts'
import { hasParts, hasSign, type Sign, signReader } from './signs.ts'
import { few, many, type OnSubject, sentencesOn, several } from './subject.ts'
import { capInAnyEvent, type Limit, limitsOn, overallCapIn, takenBackIn } from './taken-back.ts'
import { narrowedBy, weakenedBy } from './weakened.ts'

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
  const elsewhere = {
    incorporated: words.incorporated.map(read),
    enclosed: words.enclosed.map(read),
    chosen: words['chosen-elsewhere'].map(read),
  }
  return (flowDown, paper, resale) => judge(flowDown, paper, { resale, read, weak, elsewhere })
}

const none = { sections: [], words: [], points: [], notRead: [], paths: [] }
/** What a paper says in another place, or not at all. */
type Elsewhere = Record<'incorporated' | 'enclosed' | 'chosen', readonly Sign[]>

function judge(
  { title, evidence, figures, currency = 'USD' }: Judged,
  paper: Paper,
  {
    resale,
    read,
    weak,
    elsewhere,
  }: {
    resale: boolean
    read: (source: string) => Sign
    weak: Weakeners
    elsewhere: Elsewhere
  },
): Judgement {
  if (!evidence) return { ...none, verdict: 'unclear', because: 'The library has no evidence for it.' }
  const levels = resale ? { ...evidence.levels, ...evidence.resale } : evidence.levels
  const lowest = [...levelsDown].reverse().find((level) => levels[level] !== undefined)
  const found = sentencesOn(paper, { ...evidence, title }, lowest ? levels[lowest]! : [], read)
  const { sentences: on, own, sure, together, headed, long, astray } = chosen(found)
  if (found.sentences.length === 0) return absent(paper, elsewhere)
  if (on.length === 0) return unmade(found.sentences)
  const all = paper.passages.flatMap(({ sentences }) => sentences).filter(({ open }) => !open)
  const weakHere = { ...weak, limits: withHarmless(weak.limits, evidence.limits.map(read)) }
  const units = ownUnitsIn(paper)
  const pointsIn = (sentences: readonly Sentence[]) =>
    Object.entries(evidence.points).map(([id, point]) =>
      inOwnUnit(
        findPoint(id, point, point.anywhere ? [...sentences, ...all] : sentences, {
          figures,
          currency,
          read,
          weak: weakHere,
        }),
        units,
      ),
    )
  const points = pointsIn(own)
  const notRead = found.own.filter((one) => isOutside(one, paper, weak.outside))
  const given = points.filter(({ found }) => found !== 'no')
  const result = (
    verdict: Judgement['verdict'],
    because: string,
    shown: readonly { section?: string; words?: string }[],
    { told = points, said = on }: { told?: PointFound[]; said?: readonly Sentence[] } = {},
  ): Judgement => ({
    verdict,
    because,
    sections: unique([
      ...shown.flatMap(({ section }) => section ?? []),
      ...said.map(({ section }) => section),
    ]).slice(0, 4),
    words: unique(shown.flatMap((one) => one.words ?? [])).slice(0, 3),
    points: told,
    notRead: unique(notRead.map(({ text }) => clipped(text))),
    paths: unique(said.map(({ path }) => path)),
  })

  const against = (sentences: readonly Sentence[]) =>
    sure ? contraryIn(sentences, evidence.contrary, read) : undefined
  const hangs = (one: Sentence) => elsewhere.chosen.some((sign) => hasSign(sign, one))
  const contrary = against(on.filter((one) => !hangs(one)))
  if (contrary) return result('contrary', contrary.because, [contrary])
  const perhaps = against(on)
  if (perhaps)
    return result('unclear', 'It hangs on a choice that the paper makes in another place', [perhaps])
  const metIn = (given: readonly PointFound[], level: Level) => {
    const met = levels[level]?.map((item) => givenAt(item, level, given))
    return met?.every((one) => one !== undefined) ? met : undefined
  }
  const parts = together.map((said) => ({ said, told: pointsIn(said) }))
  let limit: { low: Limit; met: readonly PointFound[] } | undefined
  let limited: Judgement | undefined
  for (const level of levelsDown) {
    const part = parts.find(({ told }) => metIn(told, level))
    const met = part && metIn(part.told, level)
    if (!met) continue
    // Words that are merely near it may be on anything: all of it has to stand in one place, and two things do by chance.
    const places = new Set(met.map(({ section }) => section))
    if (!sure && (places.size > 1 || (met.length < 3 && paper.passages.length > few))) continue
    if (long && part.said !== together[0] && met.length < 3) continue
    const low = limitsOn(paper, places, { capped: evidence.capped, figures, currency }, read).find(
      ({ keeps }) => !keeps(level),
    )
    if (low) {
      limit ??= { low, met }
      continue
    }
    // A lower level may need nothing of what is limited.
    const bound = met.find((one) => one.takes) ?? met.find((one) => one.limit)
    const bounded = (verdict: Judgement['verdict']) =>
      result(verdict, `All of it is said, and limited: “${bound?.limit}”`, [bound!, ...met], part)
    if (bound?.takes) {
      limited ??= bounded('below')
      continue
    }
    const cap = overallCapIn(paper, places, on, evidence, read)
    if (cap && limitsOn(paper, places, { capped: evidence.capped, figures, currency }, read).length === 0)
      return result(
        'unclear',
        'All of it is said, and a cap on everything in the paper may be on it too',
        [{ section: cap.section, words: clipped(cap.text) }, ...met],
        part,
      )
    const back = takenBackIn(paper, places, part.said, [...weak.takenBack, ...elsewhere.chosen])
    if (back)
      return result(
        'unclear',
        'All of it is said, and the vendor may take it back',
        [{ section: back.section, words: clipped(back.text) }, ...met],
        part,
      )
    const undoing = undoneBy(met)
    if (undoing)
      return result(
        undoing.verdict,
        undoing.because,
        [{ section: undoing.sentence.section, words: clipped(undoing.sentence.text) }, ...met],
        part,
      )
    if (bound) {
      limited ??= bounded('unclear')
      continue
    }
    const undone = contraryIn(sure ? astray : on, evidence.contrary, read)
    if (undone)
      return result(
        'unclear',
        `All of it is said, and words elsewhere may undo it: ${undone.because}`,
        [undone, ...met],
        part,
      )
    return result(level, met.map(({ asks }) => asks).join('; '), met, part)
  }
  /** What another sentence of the paper leaves of what deciding places give: too little by its definitions, or no force. */
  function undoneBy(
    met: readonly PointFound[],
  ): { verdict: 'contrary' | 'unclear'; because: string; sentence: Sentence } | undefined {
    const places = new Set(met.map(({ section }) => section))
    const said = all.filter(({ section }) => places.has(section))
    const gutted = guttedBy(paper, said, weakHere.gutting)
    if (gutted) {
      const { sentence, out, inPart } = gutted
      const plain = { ...sentence, words: ['customer', 'data', 'excludes', ...out] }
      const runs = evidence!.contrary.find((one) => contraryAt(one, plain, read))
      return runs && sure && !inPart
        ? { verdict: 'contrary', because: runs.because, sentence }
        : {
            verdict: 'unclear',
            because: 'All of it is said, and a definition takes out what it is about',
            sentence,
          }
    }
    const weakening =
      weakenedBy(paper, places, said, weakHere.weakening) ??
      narrowedBy(paper, places, { said, on, harmless: weakHere.narrowing }) ??
      (evidence!.capped && capInAnyEvent(paper, places, said, evidence!.capped.says.map(read)))
    return (
      weakening && {
        verdict: 'unclear',
        because: 'All of it is said, and another sentence takes from its force',
        sentence: weakening,
      }
    )
  }
  /** The level that two sections give together, where nothing limits it or takes it back. */
  function levelShared(met: readonly PointFound[]): Level | undefined {
    const places = new Set(met.map(({ section }) => section))
    const numbers = new Set([...places].map((place) => place?.split('.')[0]))
    if (numbers.size > 2 || met.some((one) => one.limit)) return undefined
    if (takenBackIn(paper, places, on, [...weak.takenBack, ...elsewhere.chosen])) return undefined
    if (undoneBy(met)) return undefined
    return levelsDown.find((level) => metIn(met, level))
  }
  if (limited) return limited
  if (limit) {
    const { figure, sentence } = limit.low
    return result('unclear', `All of it is said, and limited: ${figureLine({ asks: figure.term, figure })}`, [
      { section: sentence.section, words: clipped(sentence.text) },
      ...limit.met,
    ])
  }
  const scattered = firstOf(levelsDown, (level) => metIn(points, level))
  // In a paper of a few pages, two sections that are both on it give it together: “Notice of changes”, and the exit further on.
  const shared = sure && paper.passages.length <= several && scattered ? levelShared(scattered) : undefined
  if (shared) return result(shared, scattered!.map(({ asks }) => asks).join('; '), scattered!)
  if (scattered)
    return result(
      'unclear',
      'Each part of it was found, in places that may be about something else',
      scattered,
    )
  const items = lowest === undefined ? [] : levels[lowest]!
  const lacking = lowest === undefined ? [] : items.filter((item) => !givenAt(item, lowest, points))
  if (!sure)
    return result('unclear', `Words near it were found; not found: ${asksOf(lacking, points)}`, [
      { section: on[0]!.section, words: clipped(on[0]!.text) },
    ])
  const torn = points.filter((one) => one.torn && lacking.some((item) => item.split('|').includes(one.id)))
  if (torn.length > 0)
    return result(
      'unclear',
      `Words and figures differ: ${torn.map(({ figure }) => figure?.theirs).join('; ')}`,
      torn,
    )
  const adrift = points.filter(
    (one) => one.adrift && lacking.some((item) => item.split('|').includes(one.id)),
  )
  if (adrift.length > 0)
    return result(
      'unclear',
      `A time that runs from something else: ${adrift.map((one) => figureLine(one)).join('; ')}`,
      adrift,
    )
  const foreign = points.filter(
    (one) => one.foreign && lacking.some((item) => item.split('|').includes(one.id)),
  )
  if (foreign.length > 0)
    return result(
      'unclear',
      `An amount in another currency, which a person holds against ours: ${foreign.map((one) => figureLine(one)).join('; ')}`,
      foreign,
    )
  const short = points.filter(
    ({ id, found, figure, keeps }) =>
      found === 'yes' &&
      figure?.held &&
      keeps === undefined &&
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
  const offered = found.sentences.find(({ open }) => open)
  if (offered)
    return result('unclear', `The paper leaves a choice that is not made in it; not found: ${asked}`, [
      { section: offered.section, words: clipped(offered.text) },
    ])
  if (partly.length > 0) return result('below', `A part of it alone; not found: ${asked}`, partly)
  // A word of the subject somewhere in a long paper may be about anything.
  if (!headed && paper.passages.length > many)
    return result('unclear', `Words near it were found; not found: ${asked}`, [
      { section: on[0]!.section, words: clipped(on[0]!.text) },
    ])
  return result('below', `Words on it were found, and none of what is asked: ${asked}`, [
    { section: on[0]!.section, words: clipped(on[0]!.text) },
  ])
}

/** Whether a sentence leaves something to words that are not in the paper; a schedule of its own is in it. */
function isOutside({ words }: Sentence, { attached }: Paper, signs: readonly Sign[]): boolean {
  const left = words.filter(
    (word, at) => !attached.has(`${word} ${words[at + 1]}`) && !attached.has(`${words[at - 1]} ${word}`),
  )
  return signs.some((sign) => hasSign(sign, { words: left }))
}

/** The first words of sentences that run against the need, whatever else is said. */
function contraryIn(
  sentences: readonly Sentence[],
  contrary: Evidence['contrary'],
  read: (source: string) => Sign,
): { because: string; section: string; words: string } | undefined {
  for (const one of contrary) {
    if (sentences.some((sentence) => one.saved.some((sign) => hasSign(read(sign), sentence)))) continue
    for (const sentence of sentences) {
      const place = contraryAt(one, sentence, read)
      if (!place) continue
      return {
        because: one.because,
        section: sentence.section,
        words: quotedAt(sentence, place.from, place.to),
      }
    }
  }
  return undefined
}

/** Nothing on it is in the paper: it is missing, unless the paper is the cover of another that is not here. */
function absent({ passages }: Paper, elsewhere: Elsewhere): Judgement {
  const all = passages.flatMap(({ sentences }) => sentences)
  const having = (signs: readonly Sign[]) => all.find((one) => signs.some((sign) => hasSign(sign, one)))
  const cover = having(elsewhere.incorporated)
  if (!cover || passages.length > many || having(elsewhere.enclosed))
    return { ...none, verdict: 'missing', because: 'No words on it were found.' }
  return {
    ...none,
    verdict: 'unclear',
    because: 'No words on it were found, and the paper takes in another that is not here',
    sections: [cover.section],
    words: [clipped(cover.text)],
    notRead: [clipped(cover.text)],
    paths: [cover.path],
  }
}

/** What is said on a subject, without what nobody has chosen. */
function chosen(found: OnSubject): OnSubject {
  const said = (sentences: readonly Sentence[]) => sentences.filter(({ open }) => !open)
  return {
    ...found,
    sentences: said(found.sentences),
    own: said(found.own),
    together: found.together.map(said),
  }
}

/** What is on a subject is an option that nobody has ticked. */
function unmade(sentences: readonly Sentence[]): Judgement {
  return {
    verdict: 'unclear',
    because: 'The paper leaves it to a choice that is not made in it',
    sections: unique(sentences.map(({ section }) => section)).slice(0, 4),
    words: [clipped(sentences[0]!.text)],
    points: [],
    notRead: [],
    paths: unique(sentences.map(({ path }) => path)),
  }
}

function firstOf<T, R>(list: readonly T[], of: (one: T) => R | undefined): R | undefined {
  for (const one of list) {
    const found = of(one)
    if (found !== undefined) return found
  }
  return undefined
}

/** The point of an item of a level that is given there: with its figure, where it has one. */
function givenAt(item: string, level: Level, points: readonly PointFound[]): PointFound | undefined {
  return item
    .split('|')
    .flatMap((id) => points.find((one) => one.id === id) ?? [])
    .find(({ found, figure, keeps }) => {
      if (found !== 'yes') return false
      return !figure || isKept(figure, keeps, level)
    })
}

function asksOf(items: readonly string[], points: readonly PointFound[]): string {
  return items.map((item) => points.find(({ id }) => id === item.split('|')[0])?.asks ?? item).join('; ')
}

function figureLine({ asks, figure }: Pick<PointFound, 'asks' | 'figure'>): string {
  const ours = Object.values(figure?.ours ?? {}).join(', ')
  return `${asks}: ${figure?.theirs} where our levels ask ${ours}`
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)]
}
