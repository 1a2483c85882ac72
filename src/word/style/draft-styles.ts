import type { IIndentAttributesProperties, IStylesOptions } from 'docx'

/** Deepest level of clauses with a style of its own. */
const DEEPEST = 5

/** Id of the style of a numbered clause. */
export function clauseStyle(depth: number): string {
  return `Clause${Math.min(depth, DEEPEST)}`
}

/** Id of the style of a clause's heading that stands above its sub-clauses. */
export function clauseLeadStyle(depth: number): string {
  return `ClauseLead${Math.min(depth, DEEPEST)}`
}

/** Id of the style of what follows in a clause after its first paragraph. */
export function clauseTextStyle(depth: number): string {
  return `ClauseText${Math.min(depth, DEEPEST)}`
}

/** The style of text one level below that of a clause; undefined for another style. */
export function belowClauseText(style: string): string | undefined {
  const depth = /^ClauseText(\d)$/.exec(style)?.[1]
  return depth === undefined ? undefined : clauseTextStyle(Number(depth) + 1)
}

/** Where the words of a level start (twips): the first two hang from the margin, the others step in. */
function leftOf(depth: number): number {
  return 720 + Math.max(0, depth - 2) * 567
}

export function clauseIndent(depth: number): IIndentAttributesProperties {
  return { left: leftOf(depth), hanging: depth <= 2 ? 720 : 567 }
}

const levels = Array.from({ length: DEEPEST }, (_, at) => at + 1)
const ruled = { style: 'single', size: 4, space: 6, color: '7F7F7F' } as const
const boxed = { style: 'single', size: 4, space: 4, color: '7F7F7F' } as const

/** Styles of a drafted document's paragraphs. A firm restyles them; nothing is formatted by hand. */
export const draftStyles: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'DraftText',
    name: 'Draft Text',
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { spacing: { after: 140 } },
  },
  // A sentence that leads into a table or to the signatures goes with it to the next page.
  { id: 'LeadIn', name: 'Lead-In', basedOn: 'DraftText', paragraph: { keepNext: true } },
  {
    id: 'ClauseHeading',
    name: 'Clause Heading',
    basedOn: 'Normal',
    next: 'Clause2',
    quickFormat: true,
    run: { bold: true },
    paragraph: {
      keepNext: true,
      indent: clauseIndent(1),
      spacing: { before: 260, after: 120 },
      outlineLevel: 0,
    },
  },
  ...levels.map((depth) => ({
    id: clauseStyle(depth),
    name: `Clause ${depth}`,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { alignment: 'both' as const, indent: clauseIndent(depth), spacing: { after: 120 } },
  })),
  ...levels.map((depth) => ({
    id: clauseLeadStyle(depth),
    name: `Clause Lead ${depth}`,
    basedOn: clauseStyle(depth),
    next: clauseStyle(depth + 1),
    paragraph: { keepNext: true },
  })),
  ...levels.map((depth) => ({
    id: clauseTextStyle(depth),
    name: `Clause Text ${depth}`,
    basedOn: 'Normal',
    quickFormat: true,
    paragraph: { alignment: 'both' as const, indent: { left: leftOf(depth) }, spacing: { after: 120 } },
  })),
  {
    id: 'ScheduleHeading',
    name: 'Schedule Heading',
    basedOn: 'Normal',
    next: 'DraftText',
    quickFormat: true,
    run: { bold: true, size: 26 },
    paragraph: { alignment: 'center', keepNext: true, spacing: { after: 260 }, outlineLevel: 0 },
  },
  { id: 'ListBullet', name: 'List Bullet', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
  { id: 'ListNumber', name: 'List Number', basedOn: 'Normal', paragraph: { spacing: { after: 80 } } },
  {
    id: 'ListText',
    name: 'List Text',
    basedOn: 'Normal',
    paragraph: { indent: { left: 567 }, spacing: { after: 80 } },
  },
  {
    id: 'Quotation',
    name: 'Quotation',
    basedOn: 'Normal',
    paragraph: { indent: { left: 567, right: 567 }, spacing: { after: 140 } },
  },
  {
    id: 'DraftingNote',
    name: 'Drafting Note',
    basedOn: 'Normal',
    run: { size: 19, color: '404040' },
    paragraph: { spacing: { after: 120 }, border: { left: { ...ruled, size: 12 } }, indent: { left: 170 } },
  },
  {
    id: 'Record',
    name: 'Record',
    basedOn: 'Normal',
    run: { size: 14, color: '404040' },
    paragraph: { keepLines: true, spacing: { before: 240 } },
  },
  {
    id: 'Rule',
    name: 'Rule',
    basedOn: 'Normal',
    paragraph: { border: { bottom: ruled }, spacing: { after: 160 } },
  },
  {
    id: 'CodeText',
    name: 'Code Text',
    basedOn: 'Normal',
    run: { font: 'Courier New', size: 18 },
    // Lines with the same border share one box.
    paragraph: {
      border: { top: boxed, bottom: boxed, left: boxed, right: boxed },
      indent: { left: 120, right: 120 },
      spacing: { before: 120, after: 240 },
      contextualSpacing: true,
    },
  },
  {
    id: 'SignatureParty',
    name: 'Signature Party',
    basedOn: 'Normal',
    paragraph: { keepNext: true, keepLines: true, spacing: { before: 360, after: 240 } },
  },
  ...['SignatureLine', 'SignatureLastLine'].map((id) => ({
    id,
    name: id === 'SignatureLine' ? 'Signature Line' : 'Signature Last Line',
    basedOn: 'Normal',
    paragraph: {
      keepNext: id === 'SignatureLine',
      keepLines: true,
      leftTabStop: 1304,
      indent: { right: 3400 },
      // Lines with the same border run together, so the rule between two of them is one of its own.
      border: { bottom: { ...ruled, space: 2 }, between: { ...ruled, space: 2 } },
      spacing: { before: 120, after: 120 },
    },
  })),
  {
    id: 'AfterTable',
    name: 'After Table',
    basedOn: 'Normal',
    run: { size: 12 },
    paragraph: { spacing: { after: 60 } },
  },
  { id: 'TableNumber', name: 'Table Number', basedOn: 'TableText', paragraph: { alignment: 'right' } },
  { id: 'TableHeadRight', name: 'Table Head Right', basedOn: 'TableHead', paragraph: { alignment: 'right' } },
]

/** Styles of a drafted document's words. */
export const wordStyles: NonNullable<IStylesOptions['characterStyles']> = [
  { id: 'Strong', name: 'Strong', run: { bold: true } },
  { id: 'Emphasis', name: 'Emphasis', run: { italics: true } },
  { id: 'DefinedTerm', name: 'Defined Term', quickFormat: true, run: { bold: true } },
  { id: 'Blank', name: 'Blank', quickFormat: true, run: { bold: true, shading: { fill: 'FFF2A8' } } },
  { id: 'PlaceholderText', name: 'Placeholder Text', run: { color: '595959' } },
  { id: 'Insertion', name: 'Insertion', run: { underline: { type: 'double' } } },
  { id: 'Deletion', name: 'Deletion', run: { strike: true } },
  { id: 'CodeWords', name: 'Code Words', run: { font: 'Courier New' } },
]

/** Word's own styles of titles and headings, set in our type. */
export const headingStyles: NonNullable<IStylesOptions['default']> = {
  title: {
    run: { bold: true, size: 32 },
    paragraph: { alignment: 'center', keepNext: true, spacing: { before: 120, after: 280 } },
  },
  heading1: {
    run: { bold: true, size: 26 },
    paragraph: { keepNext: true, spacing: { before: 300, after: 120 } },
  },
  heading2: {
    run: { bold: true, size: 23 },
    paragraph: { keepNext: true, spacing: { before: 240, after: 100 } },
  },
  heading3: {
    run: { italics: true, size: 22 },
    paragraph: { keepNext: true, spacing: { before: 200, after: 80 } },
  },
  hyperlink: { run: { underline: { type: 'single' } } },
  caption: {
    run: { bold: true, size: 20 },
    paragraph: { keepNext: true, spacing: { before: 120, after: 100 } },
  },
}
