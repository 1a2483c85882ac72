import { type CuePlace, type EvidencePoint, type EvidenceWords, levelsDown } from '../../library/index.ts'
import type { Judged, PointFound, Sentence } from '../types.ts'
import { denies, excepts, isDenied, isExcepted, isLeave, isOfCustomer, isRefused } from './bearing.ts'
import { meantPlace } from './contrary.ts'
import { type Limits, limitOn, limitsRead } from './limit.ts'
import { measured, oursOf } from './measure.ts'
import { findSign, hasSign, type Sign } from './signs.ts'
import { apart, led, placeIn, type Thought, together, whole } from './thoughts.ts'
import { type Weakening, weakeningRead } from './weakened.ts'

/** What weakens a sentence, read once. */
export interface Weakeners {
  efforts: readonly Sign[]
  takenBack: readonly Sign[]
  outside: readonly Sign[]
  vague: readonly Sign[]
  soon: readonly Sign[]
  limits: Limits
  weakening: Weakening
  gutting: readonly Sign[]
  narrowing: readonly Sign[]
}

export function weakenersOf(words: EvidenceWords, read: (source: string) => Sign): Weakeners {
  return {
    efforts: words.efforts.map(read),
    takenBack: words['taken-back'].map(read),
    outside: words.outside.map(read),
    vague: words.vague.map(read),
    soon: words.soon.map(read),
    limits: limitsRead(words, read),
    weakening: weakeningRead(words, read),
    gutting: words.gutting.map(read),
    narrowing: words.narrowing.harmless.map(read),
  }
}

/**
 * Looks for a point of the evidence in sentences: the first that gives it as a promise, else one that gives it as a mere
 * effort. Where it has a figure, the sentence that keeps the best level counts.
 */
export function findPoint(
  id: string,
  point: EvidencePoint,
  sentences: readonly Sentence[],
  {
    figures,
    currency,
    read,
    weak,
  }: {
    figures: Judged['figures']
    currency: string
    read: (source: string) => Sign
    weak: Weakeners
  },
): PointFound {
  const says = point.says.map((source) => ({
    source,
    sign: read(source),
    denies: denies(source),
    excepts: excepts(source),
  }))
  const not = point.not.map((source) => ({ source, sign: read(source) }))
  const runs = point.from.map(read)
  const found: PointFound[] = []
  const seek = (thought: Thought) => {
    const { sentence, words, until } = thought
    if (not.some(({ sign, source }) => meantPlace(words, sign, source))) return
    const place = says
      .flatMap((one) => {
        const own = meantPlace(words, one.sign, one.source)
        if (!own) return []
        const found = placeIn(thought, own)
        if (!one.denies && (isDenied(sentence, found) || isRefused(sentence, found))) return []
        return one.excepts || !isExcepted(sentence, found) ? [{ ...found, source: one.source }] : []
      })
      .find((one) => point.right || !(isLeave(sentence, one) || isOfCustomer(sentence, one)))
    if (!place) return
    const bound = limitOn(sentence, place, weak.limits)
    const before = { words: sentence.words.slice(0, until) }
    const limit = bound?.limit ?? takenIn(sentence, weak.takenBack)
    const one: PointFound = {
      id,
      asks: point.asks,
      found: weak.efforts.some((sign) => hasSign(sign, before)) ? 'effort' : 'yes',
      section: sentence.section,
      words: quotedAt(sentence, place.from, place.to),
      ...(limit && { limit }),
      ...(bound?.takes && { takes: true }),
    }
    const figure = point.figure === undefined ? undefined : figures[point.figure]
    found.push(figure ? withFigure(one, point, { figure, currency, place, from: runs }, sentence, weak) : one)
  }
  for (const thought of whole(sentences)) seek(thought)
  if (found.length === 0) for (const thought of together(sentences)) seek(thought)
  if (found.every((one) => one.found === 'effort')) for (const thought of apart(sentences)) seek(thought)
  const best = found.sort((a, b) => worth(b) - worth(a))[0]
  return best ?? { id, asks: point.asks, found: 'no' }
}

function withFigure(
  one: PointFound,
  point: EvidencePoint,
  {
    figure,
    currency,
    place,
    from,
  }: { figure: Judged['figures'][string]; currency: string; place: CuePlace; from: readonly Sign[] },
  sentence: Sentence,
  weak: Weakeners,
): PointFound {
  const result = measured(figure, currency, sentence, place)
  // One that is too long from any moment is too long from this one.
  const isTooLong = figure.stricter === 'less' && result?.compared.held && !result.keeps && !result.torn
  if (result && !isTooLong && isAdrift(sentence, result.compared.theirs, from))
    return { ...one, figure: result.compared, adrift: true }
  if (result)
    return {
      ...one,
      figure: result.compared,
      ...(result.keeps && { keeps: result.keeps }),
      ...(result.torn && { torn: result.torn }),
      ...(result.foreign && { foreign: result.foreign }),
    }
  if (point.figure_may_lack) return one
  const soon = point.soon.length > 0 && weak.soon.some((sign) => hasSign(sign, sentence))
  const level = soon ? levelsDown.find((each) => point.soon.includes(each)) : undefined
  return {
    ...one,
    figure: {
      term: figure.term,
      theirs: soon ? 'promptly' : figure.unit === 'money' ? 'no amount' : 'no time',
      held: false,
      ours: oursOf(figure, currency),
    },
    ...(level && { keeps: level }),
  }
}

/** The words of a sentence that leave it to the will of the vendor. */
function takenIn(sentence: Sentence, takenBack: readonly Sign[]): string | undefined {
  for (const sign of takenBack) {
    const place = findSign(sign, sentence)
    if (place) return wordsAt(sentence, place.from, place.to)
  }
  return undefined
}

/** “24 hours of the close of our investigation”: whether a time is said to run from something that is not asked for. */
function isAdrift({ text, tokens, words }: Sentence, said: string, from: readonly Sign[]): boolean {
  const at = text.indexOf(said)
  if (from.length === 0 || at < 0) return false
  const end = at + said.length
  const runs = /^\W{0,3}(?:after|of|from|following|upon|since|once)\b[^,;.]*/.exec(text.slice(end))
  if (!runs) return false
  const own = words.filter((_, index) => {
    const token = tokens[index]!
    return token.from >= end && token.to <= end + runs[0].length + 1
  })
  // “Of discovery”: the first word says that it runs.
  own.shift()
  return !from.some((sign) => hasSign(sign, { words: own }))
}

/** What is worth more comes first: a promise, and the better level. A number that is two is not passed over for another. */
function worth({ found, keeps, figure, torn, limit, adrift }: PointFound): number {
  const level = torn
    ? levelsDown.length + 1
    : keeps === undefined
      ? 0
      : levelsDown.length - levelsDown.indexOf(keeps)
  return (found === 'yes' ? 10 : 0) + level + (figure && !adrift ? 0.5 : 0) - (limit ? 0.25 : 0)
}

/** Most letters of a quote: longer sentences are cut. */
const longest = 300

/**
 * The sentence in which a place stands, as printed and whole where that fits, else what stands around the place, cut between
 * words. Of an item, what leads to it is left out where the place is in the item.
 */
export function quotedAt({ text, tokens }: Sentence, from: number, to: number): string {
  const [first, last] = [tokens[from]?.from ?? 0, tokens[Math.min(to, tokens.length) - 1]?.to ?? text.length]
  const lead = text.lastIndexOf(led, first)
  const begins = lead < 0 ? 0 : lead + led.length
  const room = begins + longest
  if (text.length <= room) return `${begins > 0 ? '… ' : ''}${text.slice(begins)}`
  // The beginning says who is bound; only where the place is far behind it is it left out.
  const start =
    last <= room
      ? begins
      : text.lastIndexOf(' ', Math.max(begins, Math.min(first - 100, text.length - longest))) + 1
  const rest = text.slice(start, start + longest)
  const isEnd = start + longest >= text.length
  return `${start > 0 ? '… ' : ''}${isEnd ? rest : `${rest.replace(/\s+\S*$/, '')} …`}`
}

/** A sentence, or as much of it as is quoted. */
export function clipped(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest).replace(/\s+\S*$/, '')} …`
}

/** Words around a place of a sentence, as printed. */
export function wordsAt({ text, tokens }: Sentence, from: number, to: number): string {
  const start = tokens[Math.max(0, from - 3)]?.from ?? 0
  const end = tokens[Math.min(tokens.length - 1, to + 2)]?.to ?? text.length
  const cut = text.slice(start, end)
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length - 1 ? ' …' : ''}`
}
