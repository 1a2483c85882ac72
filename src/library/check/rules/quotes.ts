import { placesOf, wordsOfSection } from '../../match.ts'
import { nameOf, placeInTerm } from '../places.ts'
import type { CheckRule } from '../types.ts'

export const quotes: CheckRule = {
  id: 'quotes',
  proves: 'every quote stands once in its section, in every license that has or inherits it',
  needsTexts: true,
  run(context) {
    const { library, textOf, report } = context
    for (const term of library.terms.values()) {
      const text = textOf(term.license, term.document)
      if (term.absent) continue
      const { attached } = term
      const copy = attached && textOf(term.license, term.document, 'attached')
      if (attached && copy) {
        const words = wordsOfSection(copy.agreement, attached.section)
        if (words === undefined || placesOf(words, attached.text).length !== 1)
          report(
            'quotes',
            `${nameOf(term)}: the copy in the agreement’s file does not have “${attached.text}” in section ${attached.section}`,
            placeInTerm(context, term, ['attached', 'text']),
          )
      }
      if (!text) continue
      for (const [at, quote] of term.quotes.entries()) {
        const place = placeInTerm(context, term, ['quotes', at, 'text'])
        const words = wordsOfSection(text.agreement, quote.section)
        if (words === undefined) {
          report(
            'quotes',
            `${nameOf(term)}: there is no section ${quote.section}`,
            placeInTerm(context, term, ['quotes', at, 'section']),
          )
          continue
        }
        const times = placesOf(words, quote.text).length
        if (times === 0) {
          report(
            'quotes',
            `${nameOf(term)}: section ${quote.section} does not have the words “${quote.text}”`,
            place,
          )
        } else if (times > 1) {
          report(
            'quotes',
            `${nameOf(term)}: section ${quote.section} has “${quote.text}” ${times} times: quote more`,
            place,
          )
        }
      }
    }
  },
}
