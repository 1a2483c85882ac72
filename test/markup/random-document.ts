import { wordFile } from '../ooxml/word-file.ts'

/** A document as plain data, which edits change and {@link written} writes as a Word file. */
export type Block =
  | { kind: 'paragraph'; pieces: Piece[]; looks: string }
  | { kind: 'table'; rows: Block[][][] }
  | { kind: 'control'; blocks: Block[] }

/** Words in a run, or something else that a paragraph may hold. */
export type Piece =
  | { kind: 'words'; words: string[]; looks: string }
  | { kind: 'link' | 'inner-control'; words: string[] }
  | { kind: 'field'; instruction: string; words: string[] }
  | { kind: 'note'; words: string[] }
  | { kind: 'box'; words: string[] }
  | { kind: 'bookmark' | 'tab' | 'break' }

/** Numbers from a seed (mulberry32): the same seed gives the same document and the same edits. */
export function randomFrom(seed: number) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (most: number) => Math.floor(next() * most)
  return {
    next,
    below,
    pick: <T>(all: readonly T[]): T => all[below(all.length)]!,
    chance: (of: number) => next() < of,
  }
}

export type Random = ReturnType<typeof randomFrom>

const vocabulary =
  'the a of and to any party licensee shall may not use materials under this agreement terms, notice. (including fees) 30 days 1,000.50 “Affiliate” means control; termination law court damages é naïve 許諾'.split(
    ' ',
  )

const words = (random: Random, most = 12) =>
  Array.from({ length: 1 + random.below(most) }, () => random.pick(vocabulary))

function piece(random: Random): Piece {
  const kind = random.below(14)
  if (kind < 7)
    return { kind: 'words', words: words(random), looks: random.pick(['', '', '<w:b/>', '<w:i/>']) }
  if (kind === 7) return { kind: random.pick(['link', 'inner-control'] as const), words: words(random, 4) }
  if (kind === 8)
    return { kind: 'field', instruction: `REF _Ref${random.below(3)} \\h`, words: words(random, 3) }
  if (kind === 9) return { kind: 'note', words: words(random) }
  if (kind === 10) return { kind: 'box', words: words(random, 5) }
  return { kind: random.pick(['bookmark', 'tab', 'break'] as const) }
}

function paragraph(random: Random): Block {
  return {
    kind: 'paragraph',
    pieces: random.chance(0.12) ? [] : Array.from({ length: 1 + random.below(4) }, () => piece(random)),
    looks: random.pick(['', '<w:jc w:val="center"/>', '<w:pStyle w:val="Heading1"/>']),
  }
}

function block(random: Random, depth = 0): Block {
  const kind = random.next()
  if (depth < 2 && kind < 0.15) {
    const columns = 1 + random.below(3)
    return {
      kind: 'table',
      rows: Array.from({ length: 1 + random.below(4) }, () =>
        Array.from({ length: columns }, () => [
          ...(random.chance(0.1) ? [block(random, depth + 1)] : []),
          paragraph(random),
        ]),
      ),
    }
  }
  if (depth < 1 && kind < 0.22) return { kind: 'control', blocks: [block(random, 2), paragraph(random)] }
  return paragraph(random)
}

/** A document of about so many blocks. It ends with a paragraph, as every body does. */
export function randomDocument(random: Random, blocks: number): Block[] {
  return [...Array.from({ length: 1 + random.below(blocks) }, () => block(random)), paragraph(random)]
}

/** A copy with some edits: words, paragraphs, rows, whole tables, splits, joins, moves, looks. */
export function edited(document: readonly Block[], random: Random, edits: number): Block[] {
  const copy = structuredClone(document) as Block[]
  for (let edit = 0; edit < edits; edit += 1) editOnce(copy, random, true)
  if (copy.at(-1)?.kind !== 'paragraph') copy.push(paragraph(random))
  return copy
}

function editOnce(blocks: Block[], random: Random, outer: boolean): void {
  const at = random.below(blocks.length)
  const one = blocks[at]!
  const what = random.below(10)
  if (what === 0) blocks.splice(at, 0, outer ? block(random, 1) : paragraph(random))
  else if (what === 1 && blocks.length > 1 && (outer || at < blocks.length - 1)) blocks.splice(at, 1)
  else if (what === 2 && outer) blocks.splice(random.below(blocks.length), 0, ...blocks.splice(at, 1))
  else if (one.kind === 'table') editTable(one, random)
  else if (one.kind === 'control') editOnce(one.blocks, random, false)
  else if (what === 3) {
    const cut = random.below(one.pieces.length + 1)
    blocks.splice(at + 1, 0, { ...one, pieces: one.pieces.splice(cut) })
  } else if (what === 4 && blocks[at + 1]?.kind === 'paragraph') {
    const [next] = blocks.splice(at + 1, 1)
    if (next?.kind === 'paragraph') one.pieces.push(...next.pieces)
  } else if (what === 5) one.looks = random.pick(['', '<w:jc w:val="right"/>'])
  else editPieces(one.pieces, random)
}

function editTable({ rows }: { rows: Block[][][] }, random: Random): void {
  const at = random.below(rows.length)
  const what = random.below(5)
  if (what === 0) rows.splice(at, 0, structuredClone(rows[at]!))
  else if (what === 1 && rows.length > 1) rows.splice(at, 1)
  else if (what === 2) editColumns(rows, at, random)
  else editOnce(random.pick(rows[at]!), random, false)
}

/** A cell or a column that comes or goes. */
function editColumns(rows: Block[][][], at: number, random: Random): void {
  const columns = Math.min(...rows.map(({ length }) => length))
  const what = random.below(5)
  if (what === 0) rows[at]!.splice(random.below(rows[at]!.length + 1), 0, [paragraph(random)])
  else if (what === 1 && rows[at]!.length > 1) rows[at]!.splice(random.below(rows[at]!.length), 1)
  else if (what === 2 && columns > 1) {
    const gone = random.below(columns)
    for (const row of rows) row.splice(gone, 1)
  } else {
    const place = random.below(columns + 1)
    for (const row of rows) row.splice(place, 0, [paragraph(random)])
  }
}

function editPieces(pieces: Piece[], random: Random): void {
  const at = random.below(pieces.length + 1)
  const one = pieces[at]
  const what = random.below(5)
  if (!one || what === 0) pieces.splice(at, 0, piece(random))
  else if (what === 1) pieces.splice(at, 1)
  else if ('words' in one) {
    const place = random.below(one.words.length)
    one.words.splice(place, random.below(3), ...(random.chance(0.6) ? words(random, 3) : []))
    if (one.words.length === 0) pieces.splice(at, 1)
  }
}

/** The document as a Word file. */
export function written(document: readonly Block[]): Uint8Array {
  const notes: string[] = []
  let ids = 0
  const escaped = (all: readonly string[]) => all.join(' ')
  const run = (all: readonly string[], looks = '') =>
    `<w:r>${looks && `<w:rPr>${looks}</w:rPr>`}<w:t xml:space="preserve">${escaped(all)} </w:t></w:r>`
  const pieceXml = (one: Piece): string => {
    switch (one.kind) {
      case 'words':
        return run(one.words, one.looks)
      case 'link':
        return `<w:hyperlink w:anchor="a">${run(one.words)}</w:hyperlink>`
      case 'inner-control':
        return `<w:sdt><w:sdtPr/><w:sdtContent>${run(one.words)}</w:sdtContent></w:sdt>`
      case 'field': {
        const char = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
        return `${char('begin')}<w:r><w:instrText xml:space="preserve"> ${one.instruction} </w:instrText></w:r>${char('separate')}${run(one.words)}${char('end')}`
      }
      case 'note':
        notes.push(
          `<w:footnote w:id="${notes.length + 2}"><w:p><w:r><w:footnoteRef/></w:r>${run(one.words)}</w:p></w:footnote>`,
        )
        return `<w:r><w:footnoteReference w:id="${notes.length + 1}"/></w:r>`
      case 'box':
        return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent><w:p>${run(one.words)}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p>${run(one.words)}</w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
      case 'bookmark':
        ids += 1
        return `<w:bookmarkStart w:id="${ids}" w:name="b${ids}"/><w:bookmarkEnd w:id="${ids}"/>`
      case 'tab':
        return '<w:r><w:tab/></w:r>'
      default:
        return '<w:r><w:br/></w:r>'
    }
  }
  const blockXml = (one: Block): string => {
    if (one.kind === 'paragraph')
      return `<w:p>${one.looks && `<w:pPr>${one.looks}</w:pPr>`}${one.pieces.map(pieceXml).join('')}</w:p>`
    if (one.kind === 'control')
      return `<w:sdt><w:sdtPr/><w:sdtContent>${one.blocks.map(blockXml).join('')}</w:sdtContent></w:sdt>`
    const rows = one.rows.map(
      (cells) =>
        `<w:tr>${cells.map((cell) => `<w:tc>${cell.map(blockXml).join('')}</w:tc>`).join('')}</w:tr>`,
    )
    return `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`
  }
  const body = document.map(blockXml).join('')
  const lines = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
  return wordFile({ body, ...(notes.length > 0 && { footnotes: lines + notes.join('') }) })
}
