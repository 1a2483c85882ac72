import { join } from 'node:path'
import type { Term } from '../../types.ts'
import { uncovered } from '../../uncovered.ts'
import { everyText } from '../every-text.ts'
import type { CheckRule } from '../types.ts'

export const coverage: CheckRule = {
  id: 'coverage',
  proves: 'every clause of every text is taken by a topic',
  needsTexts: true,
  run(context) {
    const { library, reader, report } = context
    for (const { license, document, text } of everyText(context)) {
      const terms = [...library.terms.values()].filter(
        (term): term is Term => !term.absent && term.license === license.id && term.document === document,
      )
      const taken = new Set(terms.flatMap(({ sections }) => sections))
      for (const path of uncovered(text.agreement, taken)) {
        report(
          'coverage',
          `no topic takes ${path.path} of the ${document} (“${path.text.slice(0, 60)}…”): add it to the sections of the term that answers it`,
          { file: join(reader.folder.folder, 'licenses', license.id, 'license.yaml') },
        )
      }
    }
  },
}
