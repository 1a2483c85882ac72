import { type Splice, splice } from '../xml/splice.ts'
import type { WordPackage } from './package.ts'
import { encodePart } from './text.ts'
import { packEntry, writeZip } from './write-zip.ts'
import type { ZipEntry } from './zip.ts'

/**
 * Writes a Word file with some of its parts changed. All others keep their bytes, packed as they were, their names and
 * their order; the same input gives the same bytes.
 *
 * @param changes what parts hold now, by name; one that is not in the file comes last; undefined takes a part away
 * @example writePackage(file, new Map([[file.main, splicePart(file, file.main, edits)]]))
 */
export function writePackage(
  file: WordPackage,
  changes: ReadonlyMap<string, Uint8Array | undefined> = new Map(),
): Uint8Array {
  const rest = new Map([...changes].map(([name, bytes]) => [name.toLowerCase(), { name, bytes }]))
  const entries: ZipEntry[] = []
  for (const entry of file.entries) {
    // Who unpacks what we send is not to be led out of the folder that it is unpacked to.
    if (entry.name.split(/[/\\]/).includes('..')) continue
    const key = entry.name.replace(/^\//, '').toLowerCase()
    const change = rest.get(key)
    rest.delete(key)
    if (!change) entries.push(entry)
    else if (change.bytes) entries.push(packEntry(entry.name, change.bytes, entry))
  }
  for (const { name, bytes } of rest.values()) {
    if (bytes) entries.push(packEntry(name, bytes))
  }
  return writeZip(entries)
}

/**
 * A part with splices made in its text, in the encoding that it has.
 *
 * @throws RangeError where splices lie over one another
 */
export function splicePart(file: WordPackage, name: string, splices: readonly Splice[]): Uint8Array {
  const part = file.xml(name)
  return encodePart({ ...part, text: splice(part.text, splices) })
}
