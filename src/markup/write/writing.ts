import type { XmlElement } from '../../ooxml/index.ts'
import type { Move } from '../align/moves.ts'
import type { Step } from '../align/types.ts'
import type { Names } from '../carry/names.ts'
import type { Passage } from '../carry/serialize.ts'
import type { Block, By, Cell, Gone, Part, Token } from '../tokens/types.ts'
import type { Line } from './line.ts'

/** What a mark says of the words in it. */
export type MarkKind = 'ins' | 'del' | 'moveFrom' | 'moveTo'

/** What tells the looks of two runs or paragraphs apart. */
export interface Looks {
  /** Equal for the same looks. */
  key: string
  /** The `w:rPr` or `w:pPr`; none where nothing is said. */
  node: XmlElement | undefined
}

/** What a part of the right file is rewritten with. */
export interface Writing {
  /** Of the right part. */
  text: string
  /** Prefix of WordprocessingML in it, `w:`. */
  w: string
  names: Names
  /** How elements of the left part go over, as deleted. */
  passage: Passage
  /** Attributes of a new mark. */
  mark(by?: By): string
  /** A kind of mark around markup. */
  wrap(kind: MarkKind, markup: string, by?: By): string
  /** Whose deletion a token of the left was, where the right file tracked it. */
  deletedBy(token: Token): By | undefined
  /** Tells whose the deletion of a note is that is carried over with what is written now. */
  carriedFor(by: By | undefined): void
  /** Tells whose the deletions of some tokens of the left were, where the right file had tracked these as deleted. */
  deletedIn(tokens: readonly Token[], gone: readonly Gone[]): void
  /** Blocks of a container of each side. */
  read: { left(node: XmlElement): Block[]; right(node: XmlElement): Block[] }
  /** The steps between blocks. */
  steps(left: readonly Block[], right: readonly Block[]): Step[]
  /** What a container of the right file holds, redlined along steps. */
  container(node: XmlElement, steps: readonly Step[]): string
  /** Markup for deleted words of the left file. */
  gone(line: Line, tokens: readonly Token[]): void
  /** Looks of the left file where those of the right are others; undefined where looks are not compared. */
  looks?: {
    before(right: XmlElement, left: XmlElement | undefined): Looks | undefined
    paragraphBefore(right: XmlElement, left: XmlElement | undefined): Looks | undefined
  }
  /** Where a paragraph of either side stands in a move; undefined where it was not moved. */
  move(block: Block): Move | undefined
  /** Markup of moved paragraphs, with the start or end of its range where they are the first or last. */
  inRange(kind: 'moveFrom' | 'moveTo', move: Move, markup: string): string
  /** @param words of a paragraph, where not all of them go with it */
  goneBlock(block: Block, words?: readonly Token[]): string
  /** Whether a wrapper of the left goes with all its words. */
  goesWhole(wrapper: XmlElement): boolean
  /** Tells of a cell of both that is merged with others otherwise: no mark can hold that. */
  merged(cell: Cell): void
  /** Tells that notes of both sides answer each other, or that one of the right is new. */
  note(right: Part, left?: Part): void
}

/** Everything an element holds, from the start of its tag to the end of its last. */
export function raw({ text }: Writing, { start, end }: XmlElement): string {
  return text.slice(start, end)
}

/** The tag that opens an element, also where it closes itself. */
export function openTag({ text }: Pick<Writing, 'text'>, element: XmlElement): string {
  const tag = text.slice(element.start, element.innerStart)
  return element.innerStart === element.end ? `${tag.slice(0, -2).trimEnd()}>` : tag
}

/** An element with other things in it: also one that closed itself, which stays as it is where it still holds nothing. */
export function refilled(writing: Pick<Writing, 'text'>, element: XmlElement, inner: string): string {
  if (inner === '' && element.innerStart === element.end)
    return writing.text.slice(element.start, element.end)
  return openTag(writing, element) + inner + closeTag(writing, element)
}

/** The tag that closes it. */
export function closeTag({ text }: Pick<Writing, 'text'>, element: XmlElement): string {
  if (element.innerStart !== element.end) return text.slice(element.innerEnd, element.end)
  return `</${/^<([^\s/>]+)/.exec(text.slice(element.start, element.innerStart))![1]}>`
}
