import { join } from 'node:path'
import { citationsOfPlaces } from '../../../agreement/index.ts'
import { citedAs } from '../../cited-as.ts'
import { everyText } from '../every-text.ts'
import type { CheckRule } from '../types.ts'

export const citations: CheckRule = {
  id: 'citations',
  proves: 'every clause is cited by the number that its text prints',
  needsTexts: true,
  run(context) {
    const { library, reader, report } = context
    for (const { license, document, text } of everyText(context)) {
      const file = join(reader.folder.folder, 'licenses', license.id, 'citations.yaml')
      const printed = citationsOfPlaces(text.agreement)
      for (const [path, words] of printed) {
        const cited = citedAs(library, license.id, document, path)
        if (cited === words) continue
        const reason = `${path} of the ${document} is cited as ${cited}, and its text prints ${words}: write that in citations.yaml`
        report('citations', reason, { file })
      }
      for (const path of Object.keys(library.citations[`${license.id}/${document}`] ?? {})) {
        if (printed.has(path)) continue
        report('citations', `the ${document} has no clause ${path}: take it out of citations.yaml`, {
          file,
        })
      }
    }
  },
}
