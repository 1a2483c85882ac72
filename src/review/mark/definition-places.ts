import { type Agreement, type Clause, clausesOf } from '../../agreement/index.ts'
import { numberAfter } from './numbering.ts'
import type { PlannedDefinition } from './planned.ts'

const defines = /^[“"']([^”"']{1,60})[”"'][^.]{0,60}\b(?:means?|shall mean|has the meaning)\b/

/** So many definitions in a row are a list of them. */
const enough = 3

/**
 * Where terms of ours go among those that a paper defines: at their place in the alphabet, or behind the last where they are
 * numbered, so that no number of theirs moves.
 *
 * @returns undefined where the paper has no list of definitions, or has it in a table
 */
export function definitionPlaces(
  agreement: Agreement,
): ((terms: readonly { term: string; text: string }[]) => PlannedDefinition[]) | undefined {
  const parents = [{ children: agreement.children }, ...clausesOf(agreement)]
  const lists = parents
    .filter((parent) => !('kind' in parent) || !['cell', 'row', 'table'].includes(parent.kind))
    .map(({ children }) => children.filter((child) => child.kind !== 'cell' && defines.test(child.text)))
    .filter((children) => children.length >= enough)
    .sort((a, b) => b.length - a.length)
  const [list] = lists
  if (!list) return undefined
  const last = list.at(-1)!
  return (terms) =>
    terms.map(({ term, text }, at) => {
      if (last.label !== '' && /[\p{L}\d]/u.test(last.label))
        return {
          after: endOf(last),
          like: last,
          label: numberAfter(
            list.map(({ label }) => label),
            at + 1,
          ),
          text,
        }
      const before = list.findLast((one) => termOf(one).localeCompare(term) < 0)
      return { after: endOf(before ?? list[0]!), like: before ?? list[0]!, label: '', text }
    })
}

function termOf({ text }: Clause): string {
  return defines.exec(text)?.[1] ?? ''
}

function endOf(clause: Clause): Clause {
  return (
    clausesOf({ type: 'agreement', title: '', children: [clause] } as unknown as Agreement).at(-1) ?? clause
  )
}
