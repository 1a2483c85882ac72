import type { Level } from '../../types.ts'
import { termsOfFigures, wrongFigures } from '../figures.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/**
 * What a level asks for goes to the other side beside the words that it changes; a level that changes none is a decision
 * of our own, says so, and stays with us.
 */
export const levels: CheckRule = {
  id: 'levels',
  proves:
    'every level of a position to Meta changes words in every license, or is a decision; what staff is told of a clause is in it',
  needsTexts: false,
  run({ library, reader, report }) {
    for (const { told, levels: texts, file } of library.flowDowns.values())
      for (const [level, words] of Object.entries(told)) {
        const text = texts[level as Level]
        const place = placeOfWords(reader, file, words)
        if (text === undefined) {
          report('levels', `told has ${level}, of which the clause has no words`, place)
          continue
        }
        for (const [figure] of words.matchAll(/\d[\d,.]* \w+/g))
          if (!text.includes(figure))
            report('levels', `staff is told “${figure}” of ${level}, and its words do not say so`, place)
        for (const [, key] of words.matchAll(/\{([a-z-]+)\}/g))
          if (!text.includes(`{{figures.${key}}}`))
            report(
              'levels',
              `staff is told the figure ${key} of ${level}, and its words do not say it`,
              place,
            )
      }
    // What a house sets is told at house.yaml, when that is read.
    for (const flowDown of library.flowDowns.values())
      for (const { reason, about, rises } of wrongFigures(flowDown))
        if (rises === undefined || !library.house?.figures?.includes(`${flowDown.id}.${rises}`))
          report('levels', reason, placeOfWords(reader, flowDown.file, about))
    for (const [term, ids] of termsOfFigures(library))
      if (ids.length > 1)
        report('levels', `${term} is the name of two figures: ${ids.join(' and ')}`, {
          file: library.flowDowns.get(ids[0]!)!.file,
        })
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
