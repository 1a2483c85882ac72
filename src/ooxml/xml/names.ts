/**
 * One short prefix for each namespace that matters, whichever prefix a file uses and whether it is transitional or
 * strict (ECMA-376 part 1 and part 4), so that `w:p` is a paragraph everywhere.
 */
const namespaces: [prefix: string, ...uris: string[]][] = [
  [
    'w',
    'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
    'http://purl.oclc.org/ooxml/wordprocessingml/main',
  ],
  [
    'r',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://purl.oclc.org/ooxml/officeDocument/relationships',
  ],
  [
    'm',
    'http://schemas.openxmlformats.org/officeDocument/2006/math',
    'http://purl.oclc.org/ooxml/officeDocument/math',
  ],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main', 'http://purl.oclc.org/ooxml/drawingml/main'],
  [
    'wp',
    'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
    'http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing',
  ],
  [
    'c',
    'http://schemas.openxmlformats.org/drawingml/2006/chart',
    'http://purl.oclc.org/ooxml/drawingml/chart',
  ],
  [
    'dgm',
    'http://schemas.openxmlformats.org/drawingml/2006/diagram',
    'http://purl.oclc.org/ooxml/drawingml/diagram',
  ],
  ['cx', 'http://schemas.microsoft.com/office/drawing/2014/chartex'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['o', 'urn:schemas-microsoft-com:office:office'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
  ['w15', 'http://schemas.microsoft.com/office/word/2012/wordml'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['rel', 'http://schemas.openxmlformats.org/package/2006/relationships'],
  ['ct', 'http://schemas.openxmlformats.org/package/2006/content-types'],
  ['xml', 'http://www.w3.org/XML/1998/namespace'],
  ['xmlns', 'http://www.w3.org/2000/xmlns/'],
]

const prefixes = new Map(namespaces.flatMap(([prefix, ...uris]) => uris.map((uri) => [uri, prefix] as const)))

/** The namespaces that a prefix of ours stands for, transitional first. */
export function namespacesOf(prefix: string): readonly string[] {
  return namespaces.find(([known]) => known === prefix)?.slice(1) ?? []
}

/** Names are few and met often: each is put together once. */
const known = new Map<string, Map<string, string>>()

/**
 * The name of an element or attribute, the same in every file: `w:p`; `{uri}name` in a namespace that is not listed
 * here; the bare name without one.
 */
export function nameOf(uri: string, local: string): string {
  if (uri === '') return local
  let names = known.get(uri)
  if (!names) {
    names = new Map()
    // A hostile file must not fill the memory of a server with names.
    if (prefixes.has(uri)) known.set(uri, names)
  }
  let name = names.get(local)
  if (name === undefined) {
    const prefix = prefixes.get(uri)
    name = prefix === undefined ? `{${uri}}${local}` : `${prefix}:${local}`
    if (names.size < 2_000) names.set(local, name)
  }
  return name
}
