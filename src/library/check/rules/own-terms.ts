import type { Edit } from '../../types.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/** `software-products` as a license writes it: `Software Products`. */
function inCapitals(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

/**
 * What a license calls what it licenses is its own word: the words that a position puts into it never use that of another
 * one, which nothing there defines.
 */
export const ownTerms: CheckRule = {
  id: 'own-terms',
  proves: 'no position puts into a license the word that another one has for what it licenses',
  needsTexts: false,
  run({ library, reader, report }) {
    const words = new Map(
      [...library.licenses.keys()].flatMap((id): [string, string][] => {
        const term = library.terms.get(`${id}/materials-defined`)
        const name = term?.absent ? undefined : term?.facts.name
        return typeof name === 'string' ? [[id, inCapitals(name)]] : []
      }),
    )
    for (const { appliesTo, positions, file } of library.positions.values())
      for (const [level, { edits, editsFor }] of Object.entries(positions))
        for (const id of appliesTo) {
          const own = words.get(id)
          if (own === undefined) continue
          const others = new Set([...words.values()].filter((word) => word !== own))
          const wrong = (editsFor[id] ?? edits).flatMap(({ text }: Edit) =>
            [...others].filter((word) => text.includes(word)).map((word) => ({ word, text })),
          )
          for (const { word, text } of wrong)
            report(
              'own-terms',
              `${level} puts “${word}” into ${id}, which calls it “${own}”: write edits_for with its own word`,
              placeOfWords(reader, file, text.slice(0, 40)),
            )
        }
  },
}
