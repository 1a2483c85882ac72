import { type CuePlace, type EvidencePoint, type EvidenceWords, levelsDown } from '../../library/index.ts'
import type { Judged, PointFound, Sentence } from '../types.ts'
import { denies, excepts, isDenied, isExcepted, isLeave, isOfCustomer, isRefused } from './bearing.ts'
import { measured, oursOf } from './measure.ts'
import { findSign, hasSign, type Sign } from './signs.ts'

/** What weakens a sentence, read once. */
export interface Weakeners {
  efforts: readonly Sign[]
  takenBack: readonly Sign[]
  outside: readonly Sign[]
  vague: readonly Sign[]
  soon: readonly Sign[]
}

export function weakenersOf(words: EvidenceWords, read: (source: string) => Sign): Weakeners {
  return {
    efforts: words.efforts.map(read),
    takenBack: words['taken-back'].map(read),
    outside: words.outside.map(read),
    vague: words.vague.map(read),
    soon: words.soon.map(read),
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
    sign: read(source),
    denies: denies(source),
    excepts: excepts(source),
  }))
  const not = point.not.map(read)
  const found: PointFound[] = []
  for (const sentence of sentences) {
    if (not.some((sign) => hasSign(sign, sentence))) continue
    const place = says
      .flatMap((one) => {
        const found = findSign(one.sign, sentence)
        if (!found) return []
        if (!one.denies && (isDenied(sentence, found) || isRefused(sentence, found))) return []
        return one.excepts || !isExcepted(sentence, found) ? [found] : []
      })
      .find((one) => point.right || !(isLeave(sentence, one) || isOfCustomer(sentence, one)))
    if (!place) continue
    const one: PointFound = {
      id,
      asks: point.asks,
      found: weak.efforts.some((sign) => hasSign(sign, sentence)) ? 'effort' : 'yes',
      section: sentence.section,
      words: wordsAt(sentence, place.from, place.to),
    }
    const figure = point.figure === undefined ? undefined : figures[point.figure]
    found.push(figure ? withFigure(one, point, { figure, currency, place }, sentence, weak) : one)
  }
  const best = found.sort((a, b) => worth(b) - worth(a))[0]
  return best ?? { id, asks: point.asks, found: 'no' }
}

function withFigure(
  one: PointFound,
  point: EvidencePoint,
  { figure, currency, place }: { figure: Judged['figures'][string]; currency: string; place: CuePlace },
  sentence: Sentence,
  weak: Weakeners,
): PointFound {
  const result = measured(figure, currency, sentence, place)
  if (result)
    return {
      ...one,
      figure: result.compared,
      ...(result.keeps && { keeps: result.keeps }),
      ...(result.torn && { torn: result.torn }),
      ...(result.foreign && { foreign: result.foreign }),
    }
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

/** What is worth more comes first: a promise, and the better level. A number that is two is not passed over for another. */
function worth({ found, keeps, figure, torn }: PointFound): number {
  const level = torn
    ? levelsDown.length + 1
    : keeps === undefined
      ? 0
      : levelsDown.length - levelsDown.indexOf(keeps)
  return (found === 'yes' ? 10 : 0) + level + (figure ? 0.5 : 0)
}

/** Words around a place of a sentence, as printed. */
export function wordsAt({ text, tokens }: Sentence, from: number, to: number): string {
  const start = tokens[Math.max(0, from - 3)]?.from ?? 0
  const end = tokens[Math.min(tokens.length - 1, to + 2)]?.to ?? text.length
  const cut = text.slice(start, end)
  return `${start > 0 ? '… ' : ''}${cut}${end < text.length - 1 ? ' …' : ''}`
}
