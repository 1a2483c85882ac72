import type { Library } from '../../library/index.ts'
import { libraryText } from '../knowledge.ts'
import { type OwnLines, plainAddress } from '../word-diff.ts'

/** What a text of the library says of its own version alone; undefined for any other text. */
export function ownLines(library: Library, id: string): OwnLines | undefined {
  const license = libraryText(library, id)?.license
  if (!license) return undefined
  const addresses = [
    ...Object.values(license.slots),
    ...license.texts.flatMap(({ address }) => address ?? []),
  ]
  return {
    released: license.released,
    addresses: new Set(addresses.filter((value) => /^\S+\.\S+\/\S*$/.test(value)).map(plainAddress)),
  }
}
