import { strFromU8, strToU8 } from 'fflate'
import { parseXml, relationshipsPart } from '../../ooxml/index.ts'
import { declarations } from './copy.ts'
import { typeOfPicture } from './pictures.ts'
import type { Reference } from './reference.ts'
import type { Pages, RunningPart } from './running-parts.ts'

type Parts = Record<string, Uint8Array>
type Kind = RunningPart['kind']

const DOCUMENT = 'word/document.xml'
const LINKS = relationshipsPart(DOCUMENT)
const TYPES = '[Content_Types].xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Styles of headers and footers. */
interface RunningStyles {
  /** Of a line of ours. */
  line: string
  header: string
  footer: string | undefined
}

/**
 * Gives each section the firm's headers and footers. Ours stand below its header, since they say what the document is
 * and for whom, and below its footer where that counts no pages.
 */
export function dressedSections(parts: Parts, reference: Reference, styles: RunningStyles): void {
  const text = (name: string) => strFromU8(parts[name]!)
  const ours = new Map(
    [...text(LINKS).matchAll(/<Relationship\b[^>]*>/g)].flatMap(([link]) => {
      const [kind] = /(?<=relationships\/)(?:header|footer)(?=")/.exec(link) ?? []
      const target = /Target="([^"]*)"/.exec(link)?.[1]
      const id = /Id="([^"]*)"/.exec(link)?.[1]
      return kind && target && id ? [[id, `word/${target}`] as const] : []
    }),
  )
  const words = new Map([...ours].map(([id, part]) => [id, lineOf(text(part), styles.line)]))
  for (const part of ours.values()) {
    delete parts[part]
    delete parts[relationshipsPart(part)]
  }
  const counted = reference.running.some(({ countsPages }) => countsPages)
  const links: string[] = []
  const types: string[] = []
  const endings = new Set<string>()
  const names = { header: 0, footer: 0 }
  let section = 0

  const write = (kind: Kind, pages: Pages, line: string): string => {
    const theirs = reference.running.find((one) => one.kind === kind && one.pages === pages)
    // Word begins the text right below a header that is taller than the margin.
    const below = kind === 'header' && theirs ? spaced(line) : line
    const own = kind === 'footer' && counted ? '' : below
    const style = (kind === 'footer' ? styles.footer : undefined) ?? styles.header
    const empty = `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr></w:p>`
    const blocks = `${theirs?.xml ?? ''}${own}`
    names[kind] += 1
    const part = `${kind}${names[kind]}.xml`
    // A header ends with a paragraph, which a table alone is none of.
    const whole = blocks === '' || blocks.endsWith('</w:tbl>') ? `${blocks}${empty}` : blocks
    const root = kind === 'header' ? 'w:hdr' : 'w:ftr'
    parts[`word/${part}`] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${root} ${declarations}>${whole}</${root}>`,
    )
    const id = `running${links.length + 1}`
    links.push(`<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${part}"/>`)
    types.push(`<Override ContentType="${WORD}.${kind}+xml" PartName="/word/${part}"/>`)
    const pictures = [...(theirs?.pictures ?? [])]
    for (const [, { name, bytes }] of pictures) {
      parts[name] = bytes
      endings.add(name.slice(name.lastIndexOf('.') + 1))
    }
    if (pictures.length > 0) parts[relationshipsPart(`word/${part}`)] = strToU8(relationships(pictures))
    return `<w:${kind}Reference w:type="${pages}" r:id="${id}"/>`
  }

  const document = text(DOCUMENT).replace(/<w:sectPr\b[^>]*>.*?<\/w:sectPr>/gs, (properties) => {
    section += 1
    // The look of a first page is the document's, not each section's.
    const first = reference.titlePage && section === 1
    const lines = { header: '', footer: '' }
    for (const [, kind, id] of properties.matchAll(/<w:(header|footer)Reference\b[^>]* r:id="([^"]*)"\/>/g))
      lines[kind as Kind] = words.get(id!) ?? ''
    const references = (['header', 'footer'] as const).flatMap((kind) => [
      write(kind, 'default', lines[kind]),
      ...(first ? [write(kind, 'first', lines[kind])] : []),
      ...(reference.even ? [write(kind, 'even', lines[kind])] : []),
    ])
    return properties
      .replace(/<w:(?:header|footer)Reference\b[^>]*\/>/g, '')
      .replace(/^<w:sectPr\b[^>]*>/, (open) => `${open}${references.join('')}`)
      .replace(/<w:pgMar\b[^>]*\/>/, (margins) => `${margins}${reference.borders}`)
      .replace('<w:docGrid', first ? '<w:titlePg/><w:docGrid' : '<w:docGrid')
  })
  parts[DOCUMENT] = strToU8(document)
  parts[LINKS] = strToU8(
    text(LINKS)
      .replace(/<Relationship\b[^>]*relationships\/(?:header|footer)"[^>]*>/g, '')
      .replace('</Relationships>', `${links.join('')}</Relationships>`),
  )
  const known = text(TYPES).replace(/<Override\b[^>]*\/word\/(?:header|footer)\d+\.xml"[^>]*>/g, '')
  const defaults = [...endings]
    .filter((ending) => !known.includes(`Extension="${ending}"`))
    .map((ending) => `<Default ContentType="${typeOfPicture(ending)}" Extension="${ending}"/>`)
  parts[TYPES] = strToU8(
    known
      .replace(/(<Types\b[^>]*>)/, `$1${defaults.join('')}`)
      .replace('</Types>', `${types.join('')}</Types>`),
  )
}

/** A line of ours with room below it. */
function spaced(line: string): string {
  return line.replace(
    /<w:pStyle\b[^>]*\/>(?!.*<w:spacing\b)/s,
    (style) => `${style}<w:spacing w:after="160"/>`,
  )
}

function relationships(pictures: readonly (readonly [string, { name: string }])[]): string {
  const links = pictures.map(
    ([id, { name }]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/image" Target="${name.replace(/^word\//, '')}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
}

/** The line of ours in a header or footer; nothing where it says nothing. */
function lineOf(xml: string, style: string): string {
  if (!/<w:t\b[^>]*>[^<]*\S[^<]*<\/w:t>/.test(xml)) return ''
  const { innerStart, innerEnd } = parseXml(xml)
  return xml
    .slice(innerStart, innerEnd)
    .replace(/<w:pStyle w:val="[^"]*"\/>/g, `<w:pStyle w:val="${style}"/>`)
}
