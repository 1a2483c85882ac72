import { join } from 'node:path'
import { dateLineOf } from '../../date-line.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

export const dates: CheckRule = {
  id: 'dates',
  proves: "titles, dates and pins agree with the texts, and each license's slots with its date",
  needsTexts: true,
  run({ library, textOf, reader, report }) {
    for (const license of library.licenses.values()) {
      const file = join(reader.folder.folder, 'licenses', license.id, 'license.yaml')
      const at = (words: string) => placeOfWords(reader, file, words)
      for (const { kind, title } of license.texts) {
        const text = textOf(license, kind)
        if (!text) continue
        if (text.matches === 'neither') {
          report(
            'dates',
            `the ${kind} that is here is not the pinned one, by its bytes or by its words`,
            at(`kind: ${kind}`),
          )
        }
        if (text.agreement.title.toLowerCase() !== title.toLowerCase()) {
          report('dates', `the ${kind} is titled “${text.agreement.title}” and not “${title}”`, at(title))
        }
        if (kind !== 'agreement') continue
        const line = dateLineOf(text.agreement)
        if (line?.released !== license.released || line?.releasedAs !== license.releasedAs) {
          report(
            'dates',
            `the text gives ${line ? `${line.releasedAs}: ${line.released}` : 'no date'}, and license.yaml ${license.releasedAs ?? 'no date'}: ${license.released ?? 'none'}`,
            at('released:'),
          )
        }
      }
    }
  },
}
