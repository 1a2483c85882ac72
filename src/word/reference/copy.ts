import { elementsOf, escapeXml, type XmlElement, type XmlNode } from '../../ooxml/index.ts'
import { isHarmless } from './fields.ts'

/** Namespaces of which anything is copied, by the prefix that a copy has for them. All others are left behind. */
export const copiedNamespaces = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  w10: 'urn:schemas-microsoft-com:office:word',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
} as const

/** The declarations of them all, for the root of a part. */
export const declarations = Object.entries(copiedNamespaces)
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const prefixes = new Map<string, string>(
  Object.entries(copiedNamespaces).map(([prefix, uri]) => [uri, prefix]),
)

/** What is left out with all that is in it: links, programs, remarks, traces of editing, data from elsewhere. */
const DROPPED = new Set([
  'w:object',
  'w:control',
  'w:altChunk',
  'w:subDoc',
  'w:movie',
  'w:ffData',
  'w:fldData',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:delInstrText',
  'w:commentRangeStart',
  'w:commentRangeEnd',
  'w:commentReference',
  'w:footnoteReference',
  'w:endnoteReference',
  'w:annotationRef',
  'w:bookmarkStart',
  'w:bookmarkEnd',
  'w:moveFromRangeStart',
  'w:moveFromRangeEnd',
  'w:moveToRangeStart',
  'w:moveToRangeEnd',
  'w:permStart',
  'w:permEnd',
  'w:proofErr',
  'w:rsid',
  'w:lang',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:smartTagPr',
  'w:customXmlPr',
  'w:lvlPicBulletId',
  'w:numPicBullet',
  'w:sectPr',
  'o:OLEObject',
  'o:lock',
  'a:extLst',
  'a:hlinkClick',
  'a:hlinkHover',
  'a:audioFile',
  'a:videoFile',
  'a:quickTimeFile',
  'a:wavAudioFile',
  'a:snd',
  'o:relationtable',
  'o:callout',
  'o:signatureline',
  'o:ink',
  'w10:anchorlock',
])

/** What goes while the words in it stay. */
const UNWRAPPED = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:ins',
  'w:moveTo',
  'w:dir',
  'w:bdo',
])

/** Attributes by which drawings fetch or run something. */
const REFERRING = /(?:^|:)(?:href|src|althref|relid|pict|movie|gfxdata|spid|r:\w+|on[a-z]+|opclass)$/i

/** Text stands in these alone; elsewhere white space is only how the file was written. */
const WORDED = new Set(['w:t', 'w:instrText', 'a:t'])

/** How a part is copied. */
export interface Copying {
  /** New relationship of a picture, by its old one; undefined where it is not taken along. */
  picture?: (id: string) => string | undefined
  /** Elements that are not copied. */
  dropped?: ReadonlySet<XmlElement>
  /** Is told of what is left out. */
  leave?: (what: string) => void
}

/**
 * Copies an element: what it shows, and nothing that reaches out of the file, runs, or tells who edited it. Written
 * with our prefixes, whatever prefixes it has.
 *
 * @returns XML whose prefixes are those of {@link copiedNamespaces}; empty where nothing of it is copied
 */
export function copied(element: XmlElement, copying: Copying = {}): string {
  const { name, attributes } = element
  const local = name.slice(name.indexOf(':') + 1)
  if (DROPPED.has(name) || copying.dropped?.has(element) || /Change$/.test(local)) {
    if (['w:object', 'w:control', 'w:altChunk', 'w:subDoc'].includes(name))
      copying.leave?.('an embedded object or program is left out')
    return ''
  }
  if (UNWRAPPED.has(name)) return within(element, copying)
  if (name === 'mc:AlternateContent') return alternate(element, copying)
  if (name === 'w:fldSimple' && !isHarmless(attributes['w:instr'] ?? '')) {
    copying.leave?.('a field that fetches, links or runs something is left out, and its words stay')
    return within(element, copying)
  }
  if ((name === 'w:drawing' || name === 'w:pict') && !hasItsPictures(element, copying)) {
    copying.leave?.('a picture that is not in the file, or of a kind that is not taken, is left out')
    return ''
  }
  const written = prefixed(name)
  if (written === undefined || !written.includes(':')) return ''
  const given = Object.entries(attributes).flatMap(([key, value]) => {
    const own = attributeOf(name, key, value, copying)
    return own === undefined ? [] : [` ${own}`]
  })
  const inner = within(element, copying)
  return inner === ''
    ? `<${written}${given.join('')}/>`
    : `<${written}${given.join('')}>${inner}</${written}>`
}

/** Copies what is in an element. */
export function within(element: XmlElement, copying: Copying = {}): string {
  return element.children
    .map((node: XmlNode) => {
      if (node.type === 'element') return copied(node, copying)
      return WORDED.has(element.name) || node.text.trim() !== '' ? escapeXml(node.text) : ''
    })
    .join('')
}

/** The choices whose namespaces are copied; the fallback alone where there is none. */
function alternate(element: XmlElement, copying: Copying): string {
  const quiet = { ...copying, leave: () => {} }
  const choices = elementsOf(element, 'mc:Choice').flatMap((choice) => {
    const requires = (choice.attributes.Requires ?? '').split(/\s+/).map((uri) => prefixes.get(uri))
    if (requires.some((prefix) => prefix === undefined)) return []
    const inner = within(choice, quiet)
    return inner === '' ? [] : [`<mc:Choice Requires="${requires.join(' ')}">${inner}</mc:Choice>`]
  })
  const fallback = elementsOf(element, 'mc:Fallback')
    .map((one) => within(one, choices.length > 0 ? quiet : copying))
    .join('')
  if (choices.length === 0) return fallback
  return `<mc:AlternateContent>${choices.join('')}<mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`
}

/** Whether each picture of a drawing is taken along: a frame without its picture shows a red cross. */
function hasItsPictures(element: XmlElement, copying: Copying): boolean {
  const { name, attributes } = element
  if (name === 'a:blip' || name === 'v:imagedata') {
    const id = attributes[name === 'a:blip' ? 'r:embed' : 'r:id']
    return id !== undefined && copying.picture?.(id) !== undefined
  }
  return elementsOf(element).every((child) => hasItsPictures(child, copying))
}

function attributeOf(element: string, key: string, value: string, { picture }: Copying): string | undefined {
  if ((element === 'a:blip' && key === 'r:embed') || (element === 'v:imagedata' && key === 'r:id')) {
    const id = picture?.(value)
    return id === undefined ? undefined : `${key}="${id}"`
  }
  if (key.startsWith('r:') || key.startsWith('xmlns') || /^w:rsid/.test(key) || REFERRING.test(key))
    return undefined
  if (key === 'xml:space' || key === 'xml:lang')
    return key === 'xml:space' ? `${key}="${escapeXml(value)}"` : undefined
  if (!key.includes(':') && !key.startsWith('{')) return `${key}="${escapeXml(value)}"`
  const written = prefixed(key)
  return written === undefined || key.startsWith('mc:') ? undefined : `${written}="${escapeXml(value)}"`
}

/** A name as it is written in a copy; undefined in a namespace of which nothing is copied. */
function prefixed(name: string): string | undefined {
  if (name.startsWith('{')) {
    const at = name.indexOf('}')
    const prefix = prefixes.get(name.slice(1, at))
    return prefix === undefined ? undefined : `${prefix}:${name.slice(at + 1)}`
  }
  const prefix = name.slice(0, Math.max(0, name.indexOf(':')))
  return prefix === '' || prefix in copiedNamespaces ? name : undefined
}
