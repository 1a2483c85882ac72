/** Longest name without its ending, in bytes of UTF-8: file systems allow 255 for all of it. */
const longest = 120

/** Names that Windows keeps for devices, whatever their ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)$/i

/**
 * Names for the files of a batch: letters, digits and hyphens of the vendor's name, each name once, also where a file
 * system takes capital and small letters for the same.
 *
 * @returns a function from a vendor's name to the name of its file, without ending
 * @example
 * const nameOf = fileNames()
 * nameOf('../../etc') // 'etc'
 * nameOf('ETC') // 'ETC-2'
 */
export function fileNames(): (vendor: string) => string {
  const taken = new Set<string>(['summary', 'manifest'])
  return (vendor) => {
    const base = safe(vendor)
    let name = base
    for (let count = 2; taken.has(key(name)); count += 1) name = `${base}-${count}`
    taken.add(key(name))
    return name
  }
}

function safe(vendor: string): string {
  const words = vendor
    .normalize('NFC')
    .replace(/['’.]/g, '')
    // Letters, marks and digits of every script; what turns the direction of the text is none.
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '')
  const name = cut(words)
  if (name === '') return 'vendor'
  return reserved.test(name) ? `vendor-${name}` : name
}

/** The beginning that fits, with no character halved. */
function cut(words: string): string {
  let name = ''
  let bytes = 0
  for (const character of words) {
    bytes += Buffer.byteLength(character)
    if (bytes > longest) break
    name += character
  }
  return name.replace(/-+$/, '')
}

function key(name: string): string {
  return name.normalize('NFKC').toLowerCase()
}
