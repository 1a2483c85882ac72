import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Namespaces that the parts of a test may use. */
export const namespaces = [
  `xmlns:w="${W}"`,
  `xmlns:r="${R}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(' ')

/** A part beside the document, and how the document refers to it. */
export interface Part {
  /** Relationship's last segment (`footnotes`), and its id. */
  type: string
  id?: string
  name: string
  content: string | Uint8Array
  contentType?: string
}

export interface WordFileOptions {
  /** What stands in the body. */
  body: string
  /** `w:abstractNum` and `w:num`. */
  numbering?: string
  /** `w:style` and `w:docDefaults`. */
  styles?: string
  footnotes?: string
  comments?: string
  parts?: Part[]
  /** Name of the main part, from the root. */
  main?: string
}

/** Bytes of a Word file with this content, as small as one can be. */
export function wordFile({
  body,
  numbering,
  styles,
  footnotes,
  comments,
  parts = [],
  main = 'word/document.xml',
}: WordFileOptions): Uint8Array {
  const all: Part[] = [...parts]
  const add = (type: string, root: string, content: string | undefined) => {
    if (content !== undefined) {
      all.push({ type, name: `word/${type}.xml`, content: `<w:${root} ${namespaces}>${content}</w:${root}>` })
    }
  }
  add('numbering', 'numbering', numbering)
  add('styles', 'styles', styles)
  add('footnotes', 'footnotes', footnotes)
  add('comments', 'comments', comments)
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const types = all.map(
    ({ name, contentType = 'application/xml' }) =>
      `<Override PartName="/${name}" ContentType="${contentType}"/>`,
  )
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types.join('')}</Types>`,
    ),
    '_rels/.rels': strToU8(relationships([{ type: 'officeDocument', id: 'main', name: main, content: '' }])),
    [main]: strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: strToU8(relationships(all)),
    ...Object.fromEntries(
      all.map(({ name, content }) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  })
}

function relationships(parts: readonly Part[]): string {
  const entries = parts.map(
    ({ type, id, name }, at) =>
      `<Relationship Id="${id ?? `r${at}`}" Type="${R}/${type}" Target="/${name}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`
}

/** A run with words, with properties if given. */
export function run(words: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** A paragraph with words in one run, or with what is given. */
export function p(content: string, properties = ''): string {
  const inner = content.startsWith('<') || content === '' ? content : run(content)
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
}

/** The numbering properties of a paragraph. */
export function list(level: number, id = 1): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`
}
