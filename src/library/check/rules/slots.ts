import { unfilledSlots } from '../../slots.ts'
import { placeInTerm, placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

export const slots: CheckRule = {
  id: 'slots',
  proves: 'every slot has a value in every license that has or inherits it',
  needsTexts: false,
  run(context) {
    const { library, reader, report } = context
    for (const term of library.terms.values()) {
      const values = library.licenses.get(term.license)!.slots
      const texts = term.absent ? { follows: term.follows } : { ...term, file: '' }
      for (const [key, value] of Object.entries(texts)) {
        for (const name of unfilledSlots(JSON.stringify(value) ?? '', values)) {
          report(
            'slots',
            `${key}: ${term.license} has no slot named ${name}: add it to the slots of its license.yaml`,
            placeInTerm(context, term, [key]),
          )
        }
      }
    }
    for (const position of library.positions.values()) {
      for (const license of position.appliesTo) {
        const values = library.licenses.get(license)?.slots
        for (const name of values ? unfilledSlots(JSON.stringify(position.positions), values) : []) {
          report(
            'slots',
            `${license} has no slot named ${name}`,
            placeOfWords(reader, position.file, `{{${name}`),
          )
        }
      }
    }
  },
}
