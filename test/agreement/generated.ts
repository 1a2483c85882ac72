import fc from '../setup/fast-check.ts'

/** A section of an agreement that the tests make up. */
export interface MadeSection {
  heading: string
  words: string
  children: MadeSection[]
}

const NOUNS = 'lantern vessel harbour ledger orchard bridge cargo parcel mooring beacon'.split(' ')
const VERBS = 'carries returns inspects repairs measures delivers stores records'.split(' ')

const sentence = fc
  .tuple(fc.constantFrom(...NOUNS), fc.constantFrom(...VERBS), fc.constantFrom(...NOUNS), fc.nat(4))
  .map(
    ([subject, verb, object, more]) =>
      `the ${subject} keeper ${verb} each ${object}${' at its own cost and without undue delay'.repeat(more)}.`,
  )

const capitalised = (word: string) => `${word[0]!.toUpperCase()}${word.slice(1)}`

function sections(depth: number): fc.Arbitrary<MadeSection[]> {
  return fc.array(
    fc.record({
      heading: fc.constantFrom(...NOUNS).map((noun) => `${capitalised(noun)} Duties`),
      words: sentence,
      children: depth === 0 ? fc.constant([]) : sections(depth - 1),
    }),
    { minLength: depth === 2 ? 1 : 0, maxLength: depth === 2 ? 5 : 4 },
  )
}

/** Agreements of up to three levels: `1.`, `a.`, `i.`. */
export const madeAgreement = sections(2)

const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi']
const numberAt = (depth: number, at: number) =>
  depth === 0 ? String(at + 1) : depth === 1 ? String.fromCharCode(97 + at) : ROMAN[at]!

/** The paths that the agreement's sections have, in reading order. */
export function pathsOf(made: MadeSection[], parent = '', depth = 0): string[] {
  return made.flatMap((section, at) => {
    const path = `${parent}${numberAt(depth, at)}`
    return [path, ...pathsOf(section.children, `${path}.`, depth + 1)]
  })
}

/** The agreement as long-lined plain text: a title, and the sections indented by their depth. */
export function asText(made: MadeSection[]): string {
  return `HARBOUR SERVICES AGREEMENT\n\n${lines(made, 0, (depth) => '   '.repeat(depth)).join('\n\n')}\n`
}

/** As Markdown, with bold headings and escaped markers. */
export function asMarkdown(made: MadeSection[]): string {
  const body = lines(made, 0, (depth) => '    '.repeat(depth)).map((line) =>
    line.replace(/^(\s*\w+)\. (\w+ Duties)\./, '$1\\. **$2**.'),
  )
  return `# Harbour Services Agreement\n\n${body.join('\n\n')}\n`
}

/** As plain text broken at 72 columns, each further line under the first. */
export function asWrappedText(made: MadeSection[]): string {
  return asText(made)
    .split('\n')
    .map((line) => wrap(line, /^\s*/.exec(line)![0]))
    .join('\n')
}

/** As nested lists of HTML, the markers printed in the text. */
export function asHtml(made: MadeSection[]): string {
  const list = (nested: MadeSection[], depth: number): string =>
    nested
      .map(
        ({ heading, words, children }, at) =>
          `<p>${numberAt(depth, at)}. <b>${heading}</b>. ${capitalised(words)}</p>\n${list(children, depth + 1)}`,
      )
      .join('')
  return `<!doctype html><html><body><h1>Harbour Services Agreement</h1>\n${list(made, 0)}</body></html>`
}

function lines(made: MadeSection[], depth: number, indent: (depth: number) => string): string[] {
  return made.flatMap(({ heading, words, children }, at) => [
    `${indent(depth)}${numberAt(depth, at)}. ${heading}. ${capitalised(words)}`,
    ...lines(children, depth + 1, indent),
  ])
}

function wrap(line: string, indent: string): string {
  const words = line.trimStart().split(' ')
  const wrapped: string[] = []
  let row = indent + words.shift()
  for (const word of words) {
    if (row.length + 1 + word.length > 72) {
      wrapped.push(row)
      row = indent + word
    } else row += ` ${word}`
  }
  return [...wrapped, row].join('\n')
}
