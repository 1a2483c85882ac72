import { type Agreement, clauseAt } from '../../../agreement/index.ts'
import { placesOfAnchor, wholeSection } from '../../anchor.ts'
import { editsOf } from '../../edits.ts'
import type { Edit, Level } from '../../types.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

export const anchors: CheckRule = {
  id: 'anchors',
  proves: "every edit's anchor stands once in its section, in every license that the position applies to",
  needsTexts: true,
  run({ library, textOf, reader, report }) {
    for (const position of library.positions.values()) {
      if (position.counterparty === 'vendor') continue
      for (const id of position.appliesTo) {
        const license = library.licenses.get(id)
        const text = license && textOf(license, 'agreement')
        if (!license || !text) continue
        for (const level of Object.keys(position.positions) as Level[]) {
          for (const edit of editsOf(position, level, license)) {
            const wrong = anchorProblem(text.agreement, edit)
            if (!wrong) continue
            const place = placeOfWords(reader, position.file, edit.anchor || edit.text)
            report('anchors', `${level} under ${id}: ${wrong}`, place)
          }
        }
      }
    }
  },
}

function anchorProblem(agreement: Agreement, { section, operation, anchor }: Edit): string | undefined {
  const clause = clauseAt(agreement, section)
  if (!clause) return `there is no section ${section}`
  if (operation === 'add_clause') return undefined
  if (anchor === wholeSection && clause.children.length > 0) {
    return `section ${section} has sections of its own: … is a section without`
  }
  const times = placesOfAnchor(clause.text, anchor).length
  return times === 1 ? undefined : `section ${section} has “${anchor}” ${times} times, not once`
}
