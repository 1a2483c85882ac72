import { join } from 'node:path'
import type { Term } from '../../types.ts'
import { uncovered } from '../../uncovered.ts'
import type { CheckRule } from '../types.ts'

export const coverage: CheckRule = {
  id: 'coverage',
  proves: 'every clause of every text is taken by a topic',
  needsTexts: true,
  run({ library, textOf, reader, report }) {
    for (const license of library.licenses.values()) {
      for (const document of ['agreement', 'use-policy'] as const) {
        const text = textOf(license, document)
        if (!text) continue
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
    }
  },
}
