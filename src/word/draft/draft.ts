import { type IStylesOptions, PageOrientation } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import type { Nodes, Paragraph } from 'mdast'
import { toString as plainText } from 'mdast-util-to-string'
import type { DraftDocument } from '../../draft/index.ts'
import { packEntry, writeZip, type ZipEntry } from '../../ooxml/index.ts'
import { block, inline } from '../node/index.ts'
import type { Place, State } from '../node/types.ts'
import { partsOf } from '../package/pack.ts'
import { page, textWidth } from '../page.ts'
import type { Look } from '../reference/look.ts'
import { footer, header } from '../running.ts'
import { agreementStyles } from '../style/agreement-styles.ts'
import { baseStyles } from '../style/base-styles.ts'
import { compactStyles } from '../style/compact.ts'
import { draftStyles, headingStyles, wordStyles } from '../style/draft-styles.ts'
import { numbering } from '../style/numbering.ts'
import { bookmarkNames } from './bookmarks.ts'
import { shapeOf, withValues } from './shape.ts'

/**
 * A drafted document as a Word file: clauses numbered by Word, references as fields, every look a named style.
 *
 * @param look of a firm's reference document; ours without it
 * @returns the bytes of a .docx file, the same for the same input
 * @example
 * ```ts
 * await writeFile('side-letter.docx', await draftToDocx(draft('side-letter', input)))
 * ```
 */
export async function draftToDocx(document: DraftDocument, look?: Look): Promise<Uint8Array> {
  const { tree, values } = shapeOf(document.tree)
  const { blanks: _, messages: __, ...shape } = { ...document, tree }
  const key = JSON.stringify([shape, look?.digest])
  let written = shapes.get(key)
  if (!written) {
    written = write({ ...document, tree }, look)
    if (shapes.size >= kept) shapes.delete(shapes.keys().next().value!)
    shapes.set(key, written)
  }
  const words = packEntry(body, strToU8(withValues(written.xml, values)))
  return writeZip(written.entries.map((entry) => (entry.name === body ? words : entry)))
}

/** The part that holds the words (ECMA-376 part 1, 11.3.10). */
const body = 'word/document.xml'

/** How many shapes are kept written: one for each combination of clauses that a batch meets. */
const kept = 20
const shapes = new Map<string, WrittenShape>()

interface WrittenShape {
  /** Parts, packed, in their order; the body stands in for its place alone. */
  entries: ZipEntry[]
  /** The body, with slots in place of values. */
  xml: string
}

function write(document: DraftDocument, look: Look | undefined): WrittenShape {
  const { title, language, paper, orientation, properties, tree } = document
  const sheet = look?.sheet ?? paper
  const width = textWidth(sheet, orientation)
  const base = baseStyles(language, width)
  const styles: IStylesOptions = {
    default: { ...base.default, ...headingStyles },
    paragraphStyles: [...base.paragraphStyles!, ...draftStyles, ...agreementStyles],
    characterStyles: [...base.characterStyles!, ...wordStyles],
  }
  const state = stateOf(language, document.dateStyle)
  const { marking, status, version } = properties
  const draft = status === 'Final' || document.outbound ? undefined : 'Draft for review by counsel'
  const ours = partsOf(
    {
      numbering,
      styles: document.compact ? compactStyles(styles) : styles,
      sections: [
        {
          properties: {
            page: page(
              sheet,
              orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
              document.compact,
            ),
          },
          headers: { default: header(listed([marking, draft]), listed([status, version])) },
          footers: { default: footer(title) },
          children: state.blocks(tree.children, { style: 'DraftText', numbering: 0, listLevel: 0, width }),
        },
      ],
    },
    {
      title,
      ...(document.outbound ? {} : { subject: properties.matter }),
      author: properties.author ?? (document.outbound ? '' : 'Clausebook'),
      ...(properties.date === undefined ? {} : { date: properties.date }),
      ...(status === '' ? {} : { status }),
      language,
      ...(document.outbound ? {} : { custom: recorded(document) }),
    },
  )
  const parts = look ? look.dress(ours) : ours
  const entries = Object.entries(parts).map(([name, bytes]) => packEntry(name, bytes))
  return { entries, xml: strFromU8(parts[body]!) }
}

/** What a document of our own says of what it was made from. */
function recorded({
  properties: { matter, libraryDigest, textDigests },
}: DraftDocument): Record<string, string> {
  return {
    Matter: matter,
    'Clause library': libraryDigest,
    ...Object.fromEntries(Object.entries(textDigests).map(([id, digest]) => [`Text ${id}`, digest])),
  }
}

function listed(words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' · ')
}

function leadsIn(node: Nodes, next: Nodes | undefined, { style }: Place): boolean {
  return (
    style === 'DraftText' &&
    node.type === 'paragraph' &&
    next !== undefined &&
    (next.type === 'table' || next.type === 'signatures' || isTitle(node))
  )
}

/** Whether a paragraph heads what follows: all of it strong, or in italics up to a colon. */
function isTitle({ children }: Paragraph): boolean {
  const [only, ...others] = children
  if (!only || others.length > 0) return false
  return only.type === 'strong' || (only.type === 'emphasis' && plainText(only).endsWith(':'))
}

function stateOf(language: string, dateStyle: DraftDocument['dateStyle']): State {
  let bookmarks = 0
  let lists = 0
  let schedules = 0
  const state: State = {
    language,
    dateFormat: dateStyle === 'day-month-year' ? 'd MMMM yyyy' : 'MMMM d, yyyy',
    blocks: (nodes, place) =>
      nodes.flatMap((node, at) => {
        // A paragraph that only breaks the page would stand on a page of its own where the one before is full.
        if (node.type === 'pageBreak' && nodes[at + 1]?.type === 'heading') return []
        const own = leadsIn(node, nodes[at + 1], place) ? { ...place, style: 'LeadIn' } : place
        return block(state, node, nodes[at - 1]?.type === 'pageBreak' ? { ...own, newPage: true } : own)
      }),
    inline: (nodes, place) => nodes.flatMap((node) => inline(state, node, place)),
    bookmark: bookmarkNames(),
    nextBookmark: () => {
      bookmarks += 1
      return bookmarks
    },
    nextList: () => {
      lists += 1
      return lists
    },
    nextSchedule: () => {
      schedules += 1
      return schedules
    },
  }
  return state
}
