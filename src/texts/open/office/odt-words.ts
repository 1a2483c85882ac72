import { parseXml, readZip, unpack, type XmlElement } from '../../../ooxml/index.ts'

/** Most that is unpacked to be looked through (bytes). */
const LONGEST = 80_000_000

const OFFICE = 'urn:oasis:names:tc:opendocument:xmlns:'
const TEXT = `{${OFFICE}text:1.0}`
const DRAW = `{${OFFICE}drawing:1.0}`

/** What breaks a word without being one. */
const SPACES = new Set(['line-break', 'tab', 's'].map((name) => TEXT + name))
/** Paragraphs, and what stands in one without belonging to its words. */
const APART = new Set([
  `${TEXT}p`,
  `${TEXT}h`,
  `${TEXT}note`,
  `${DRAW}text-box`,
  `{${OFFICE}office:1.0}annotation`,
  `{${OFFICE}svg-compatible:1.0}title`,
  `{${OFFICE}svg-compatible:1.0}desc`,
])
const FORM = `{${OFFICE}form:1.0}`
/** What a control of a form shows, and where a part of the text stands in another file. */
const SAID = new Set([...['label', 'value', 'current-value'].map((name) => FORM + name)])
const ELSEWHERE = `${TEXT}section-source`
const ADDRESS = '{http://www.w3.org/1999/xlink}href'
/** What is deleted, and what a program says about the text: whose a remark is, the sign of a note, a page's number. */
const NO_WORDS = new Set([
  ...['tracked-changes', 'note-citation', 'page-number', 'page-count', 'ruby-text'].map(
    (name) => TEXT + name,
  ),
  '{http://purl.org/dc/elements/1.1/}creator',
  '{http://purl.org/dc/elements/1.1/}date',
  `{${OFFICE}meta:1.0}creator-initials`,
])

/**
 * The paragraphs of an OpenDocument text, as its markup has them (OpenDocument 1.2 part 1): body, notes, remarks, boxes,
 * heads and feet of pages.
 *
 * @throws Problem where it is no zip file or no XML
 */
export function odtParagraphs(bytes: Uint8Array): string[] {
  const entries = new Map(readZip(bytes, LONGEST).map((entry) => [entry.name, entry]))
  return ['content.xml', 'styles.xml'].flatMap((name) => {
    const entry = entries.get(name)
    if (!entry) return []
    const paragraphs: string[] = []
    collect(parseXml(new TextDecoder().decode(unpack(entry))), paragraphs)
    return paragraphs
  })
}

/** Adds the paragraphs below an element, and gives the words that stand in it outside of any. */
function collect(element: XmlElement, paragraphs: string[]): string {
  let words = ''
  for (const node of element.children) {
    if (node.type === 'text') words += node.text
    else if (SPACES.has(node.name)) words += ' '
    else if (node.name === ELSEWHERE) paragraphs.push(node.attributes[ADDRESS] ?? '')
    else if (!NO_WORDS.has(node.name)) {
      const inside = collect(node, paragraphs)
      if (node.name.startsWith(FORM))
        for (const name in node.attributes) if (SAID.has(name)) paragraphs.push(node.attributes[name]!)
      if (APART.has(node.name)) paragraphs.push(inside)
      else words += inside
    }
  }
  return words
}
