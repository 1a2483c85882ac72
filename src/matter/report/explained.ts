import { closest } from 'fastest-levenshtein'
import { type Library, olderName } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { evaluate, explain, type Matter, situationOf } from '../index.ts'

/**
 * The condition of a risk with the facts filled in, license by license.
 *
 * @throws Problem `unknown-risk`
 */
export function explained(id: string, matter: Matter, licenses: string[], library: Library): string {
  const risk = library.risks.get(id)
  if (!risk) {
    const renamed = olderName('risk', id) ?? olderName('path', id)
    if (renamed !== undefined) throw new Problem('older-name', renamed)
    const ids = [...library.risks.keys()]
    const near = ids.find((one) => one.includes(id)) ?? closest(id, ids)
    throw new Problem(
      'unknown-risk',
      `there is no risk ${id}: did you mean ${near}? (clausebook library list)`,
    )
  }
  const parts = licenses.map((license) => {
    const situation = situationOf(matter, license, library)
    const { holds } = evaluate(risk.when, situation)
    const verdict = holds === 'open' ? 'open' : holds ? 'applies' : 'does not apply'
    const name = library.licenses.get(license)?.name ?? license
    return [`${risk.title} (${name}): ${verdict}`, ...explain(risk.when, situation, '  ')].join('\n')
  })
  if (parts.length === 0) return 'The matter names no model, so that no license is assessed.\n'
  return `${parts.join('\n\n')}\n`
}
