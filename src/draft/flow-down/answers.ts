import { type Figure, figureWords } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import type { ChosenFlowDown } from './choose.ts'
import type { AddendumConflict } from './conflict.ts'
import { currencyOf, figureValue } from './figures.ts'
import { sumsIn } from './sums.ts'

/**
 * What the vendor answered in numbers, held against the figures of the clauses: more days than a clause allows, a lower sum than
 * it asks for. A sum that is not read is told, and not guessed.
 */
export function answersAgainst(chosen: readonly ChosenFlowDown[], matter: Matter): AddendumConflict[] {
  return chosen.flatMap(({ flowDown, level }) =>
    Object.entries(flowDown.figures).flatMap(([key, figure]): AddendumConflict[] => {
      const asked = figureValue(flowDown, key, level, matter)
      if (figure.answer === undefined || asked === undefined) return []
      const said = answerAt(figure.answer, matter)
      const against = said === undefined ? undefined : saidAgainst(said, figure, asked, currencyOf(matter))
      if (against === undefined) return []
      return [
        {
          id: `${flowDown.id}.${key}`,
          reason: `${against} (${flowDown.title})`,
          stops: false,
          fact: figure.answer,
          waysOut: [
            'have the vendor change what it does before signature',
            `agree another number (negotiation.figures: ${flowDown.id}.${key})`,
          ],
        },
      ]
    }),
  )
}

function saidAgainst(
  said: number | string,
  figure: Figure,
  asked: number,
  currency: string,
): string | undefined {
  const limit = `${figure.stricter === 'less' ? 'at most' : 'at least'} ${figureWords(figure, asked, currency)}`
  const told = (value: number) =>
    (figure.stricter === 'less' ? value <= asked : value >= asked)
      ? undefined
      : `The vendor answers ${figureWords(figure, value, currency)}, and the clause says ${limit}`
  if (typeof said === 'number') return told(said)
  // That there is none is told by a record of the library.
  if (/^\s*(?:none|no)\b/i.test(said)) return undefined
  const [sum, ...more] = sumsIn(said)
  if (sum && more.length === 0 && sum.currency === currency) return told(sum.amount)
  return `The vendor answers “${said}”, in which no single sum in ${currency} is read, and the clause says ${limit}`
}

function answerAt(path: string, matter: Matter): number | string | undefined {
  const value = path
    .split('.')
    .reduce<unknown>((at, key) => (Object(at) as Record<string, unknown>)[key], matter)
  return typeof value === 'number' || (typeof value === 'string' && value !== 'unknown') ? value : undefined
}
