import type { Library } from '../../library/index.ts'
import { touchedBy } from '../condition/read.ts'
import type { Condition } from '../condition/types.ts'
import { derivedReads } from '../derived/reads.ts'
import { fieldOf } from '../fields.ts'

/** What of the library is judged by conditions. */
export type Judged = 'risks' | 'duties' | 'incidents' | 'flow-downs' | 'positions'

/** Every condition of what is judged, and the facts that it names beside its conditions. */
function conditionsIn(library: Library, judged: Judged): { when: Condition[]; named: string[] } {
  switch (judged) {
    case 'risks': {
      const risks = [...library.risks.values()]
      const shifts = risks.flatMap(({ likelihood, impact }) =>
        [likelihood, impact].flatMap(({ raise, lower }) => [...raise, ...lower]),
      )
      return {
        when: [...risks, ...shifts].map(({ when }) => when),
        named: risks.flatMap(({ needs, residual, reason }) => [
          ...needs,
          ...residual.map(({ control }) => control),
          ...slotsOf(reason),
        ]),
      }
    }
    case 'duties': {
      const duties = [...library.duties.values()]
      return {
        when: duties.flatMap(({ grounds }) => grounds.map(({ when }) => when)),
        named: duties.flatMap(({ control, grounds, otherwise, what }) => [
          control,
          ...[...grounds.map(({ because }) => because), otherwise, what].flatMap(slotsOf),
        ]),
      }
    }
    case 'incidents':
      return { when: [...library.incidents.values()].map(({ when }) => when), named: [] }
    case 'flow-downs':
      return { when: [...library.flowDowns.values()].map(({ when }) => when), named: [] }
    case 'positions':
      return { when: [...library.positions.values()].map(({ when }) => when), named: [] }
  }
}

/** `{{matter.exposure}}` and `{{derived.threshold}}` of a reason. */
function slotsOf(words: string): string[] {
  return [...words.matchAll(/\{\{\s*((?:matter|derived)\.[\w.-]+)\s*\}\}/g)].map(([, path]) => path!)
}

/**
 * The facts of a matter that conditions of the library read, those behind derived facts included.
 *
 * @returns paths as {@link matterFields} has them: `client.affiliates[].country`
 * @example
 * factsReadBy(library, ['duties']).has('weights_recipients')
 */
export function factsReadBy(library: Library, judged: readonly Judged[]): Set<string> {
  const read = new Set<string>()
  const add = (path: string) => {
    const [root = '', ...rest] = path.split('.')
    if (root === 'derived') for (const one of derivedReads[rest.join('.')] ?? []) read.add(one)
    else if (!['terms', 'license'].includes(root)) {
      const field = fieldOf(path)
      if (field) read.add(field.path)
    }
  }
  for (const one of judged) {
    const { when, named } = conditionsIn(library, one)
    for (const condition of when) for (const { path } of touchedBy(condition)) add(path)
    for (const path of named) add(path)
  }
  return read
}
