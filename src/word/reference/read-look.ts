import { createHash } from 'node:crypto'
import { child, openPackage, readZip, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { Problem } from '../../problem.ts'
import { copied, declarations } from './copy.ts'
import { dress } from './dress.ts'
import { element, isOn } from './element.ts'
import { hiddenStyles } from './hidden.ts'
import type { Look } from './look.ts'
import { listsShown } from './numbers.ts'
import { picturesOf } from './pictures.ts'
import type { Reference } from './reference.ts'
import { runningParts, sectionsOf } from './running-parts.ts'
import { sheetOf } from './sheet-of.ts'
import { styleSheet } from './style-sheet.ts'

/** Longest reference document (bytes), and most that its parts may hold together once unpacked. */
const LONGEST = 20_000_000
const LONGEST_UNPACKED = 50_000_000

/** Most markup that is read of it (UTF-16 units). */
const LONGEST_MARKUP = 20_000_000

/**
 * Reads how a firm's documents look from one of them: its styles, numbers, page, headers, footers and their pictures. Its
 * words are not taken, nor anything that links, fetches or runs: programs, embedded objects, data, properties.
 *
 * @param bytes of a .docx or .dotx; macros of a .docm or .dotm stay where they are
 * @throws Problem where it is no Word file, broken, encrypted, or too large
 * @example
 * const look = readLook(await readFile('firm.docx'))
 * await draftToDocx(document, { look })
 */
export function readLook(bytes: Uint8Array): Look {
  const file = opened(bytes)
  const left = new Set<string>()
  const leave = (what: string) => {
    left.add(what)
  }
  const links = file.relationships(file.main)
  const rootOf = (type: string): XmlElement | undefined => {
    const link = links.find((one) => one.type === type && !one.external)
    return link && file.has(link.target) ? file.xml(link.target).root : undefined
  }
  const sections = sectionsOf(file.xml(file.main).root)
  const section = sections.at(-1)
  const settings = rootOf('settings')
  const theme = rootOf('theme')
  const sheet = sheetOf(section)
  const page = child(section, 'w:pgSz')?.attributes ?? {}
  if (Number(page['w:w']) > Number(page['w:h']))
    leave('its pages lie across, and those of the document stand upright')
  if (Number(child(section, 'w:cols')?.attributes['w:num'] ?? 1) > 1)
    leave('its columns are not taken along: a document has one')
  if (section && !sheet) leave('its page leaves no room to write on, so that ours stays')
  const styles = rootOf('styles') ?? element('w:styles')
  const reference: Reference = {
    styles: styleSheet(styles),
    numbering: rootOf('numbering'),
    shown: listsShown(file.xml(file.main).root),
    theme:
      theme?.name === 'a:theme' ? copied(theme).replace('<a:theme', `<a:theme ${declarations}`) : undefined,
    running: runningParts(file, { pictures: picturesOf(file), hidden: hiddenStyles(styles), leave }),
    titlePage: isOn(child(section, 'w:titlePg')),
    even: isOn(child(settings, 'w:evenAndOddHeaders')),
    mirrored: isOn(child(settings, 'w:mirrorMargins')),
    colors: xmlOf(child(settings, 'w:clrSchemeMapping')),
    borders: xmlOf(child(section, 'w:pgBorders')),
    leave,
  }
  if (links.some(({ type }) => type === 'vbaProject')) leave('its macros are not taken along')
  // All that can be wrong with it is told now, and not at the first document.
  return {
    digest: createHash('sha256').update(bytes).digest('hex'),
    ...(sheet && { sheet }),
    get left() {
      return [...left]
    },
    dress: (parts) => dress(parts, reference),
  }
}

function opened(bytes: Uint8Array): WordPackage {
  if (bytes.length > LONGEST)
    throw new Problem('reference-doc', 'is larger than 20 MB: take out what is not styles, headers and logo')
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const unpacked = zip ? readZip(bytes, 200_000_000).reduce((sum, { size }) => sum + size, 0) : 0
  if (unpacked > LONGEST_UNPACKED)
    throw new Problem(
      'reference-doc',
      'unpacks to more than 50 MB: take out what is not styles, headers and logo',
    )
  return openPackage(bytes, LONGEST_MARKUP)
}

function xmlOf(element: XmlElement | undefined): string {
  return element ? copied(element) : ''
}
