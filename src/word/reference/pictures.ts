import type { WordPackage } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'

/** A picture that is taken along. */
export interface Picture {
  /** Its place in the package: `word/media/image1.png`. */
  name: string
  bytes: Uint8Array
}

/** Kinds of picture that Word shows, each by how its bytes start; what a file calls itself is not asked. */
const kinds: readonly { ending: string; type: string; starts: (bytes: Uint8Array) => boolean }[] = [
  { ending: 'png', type: 'image/png', starts: startsWith(0x89, 0x50, 0x4e, 0x47) },
  { ending: 'jpeg', type: 'image/jpeg', starts: startsWith(0xff, 0xd8, 0xff) },
  { ending: 'gif', type: 'image/gif', starts: startsWith(0x47, 0x49, 0x46, 0x38) },
  { ending: 'bmp', type: 'image/bmp', starts: startsWith(0x42, 0x4d) },
  {
    ending: 'tiff',
    type: 'image/tiff',
    starts: (bytes) => startsWith(0x49, 0x49, 0x2a, 0)(bytes) || startsWith(0x4d, 0x4d, 0, 0x2a)(bytes),
  },
  {
    ending: 'emf',
    type: 'image/x-emf',
    starts: (bytes) =>
      startsWith(1, 0, 0, 0)(bytes) && startsWith(0x20, 0x45, 0x4d, 0x46)(bytes.subarray(40)),
  },
]

/** Media type of a picture's ending. */
export function typeOfPicture(ending: string): string {
  return kinds.find((kind) => kind.ending === ending)!.type
}

/** Most that the pictures of a header may hold together (bytes): each draft carries them. */
const MOST = 10_000_000

/** The pictures of a package, each once, under names of our own. */
export function picturesOf(file: WordPackage): (part: string, id: string) => Picture | undefined {
  const sizes = new Map(file.entries.map(({ name, size }) => [name.replace(/^\//, '').toLowerCase(), size]))
  let held = 0
  const taken = new Map<string, Picture | undefined>()
  return (part, id) => {
    const link = file.relationships(part).find((one) => one.id === id)
    if (!link || link.external || link.type !== 'image' || !file.has(link.target)) return undefined
    const key = link.target.toLowerCase()
    if (!taken.has(key)) {
      held += sizes.get(key) ?? 0
      if (held > MOST)
        throw new Problem(
          'reference-doc',
          'has more than 10 MB of pictures in its headers and footers: make them smaller',
        )
      const bytes = file.bytes(link.target)
      const kind = kinds.find(({ starts }) => starts(bytes))
      const number = [...taken.values()].filter((one) => one !== undefined).length + 1
      taken.set(key, kind && { name: `word/media/image${number}.${kind.ending}`, bytes })
    }
    return taken.get(key)
  }
}

function startsWith(...signs: number[]): (bytes: Uint8Array) => boolean {
  return (bytes) => signs.every((sign, at) => bytes[at] === sign)
}
