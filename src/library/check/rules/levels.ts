import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/**
 * What a level asks for goes to the other side beside the words that it changes; a level that changes none is a decision
 * of our own, says so, and stays with us.
 */
export const levels: CheckRule = {
  id: 'levels',
  proves: 'every level of a position to Meta changes words in every license, or is a decision',
  needsTexts: false,
  run({ library, reader, report }) {
    for (const { counterparty, appliesTo, positions, file } of library.positions.values()) {
      if (counterparty === 'vendor') continue
      for (const [level, { ask, edits, editsFor }] of Object.entries(positions)) {
        const changes = (id: string) => (editsFor[id] ?? edits).length > 0
        const [silent] = appliesTo.filter((id) => !changes(id))
        const [spoken] = appliesTo.filter(changes)
        const place = placeOfWords(reader, file, ask)
        if (silent !== undefined && !ask.startsWith('Decision:')) {
          const mend = 'give edits, or write the ask as “Decision: …”'
          report('levels', `${level} changes no words under ${silent}: ${mend}`, place)
        }
        if (spoken !== undefined && ask.startsWith('Decision:')) {
          const mend = 'take “Decision:” out of the ask, which the other side reads'
          report('levels', `${level} changes words under ${spoken}: ${mend}`, place)
        }
      }
    }
  },
}
