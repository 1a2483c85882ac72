/**
 * By which of a firm's styles ours are shown, beside one of the same name: Word's built-in styles that mean the same, by
 * their names in every language. The first that the firm has is used as it is.
 */
export const sameAs: Readonly<Record<string, readonly string[]>> = {
  DraftText: ['draft text', 'body text'],
  ComparisonText: ['comparison text', 'body text'],
  ListBullet: ['list bullet'],
  ListNumber: ['list number'],
  ListText: ['list text', 'list continue'],
  Quotation: ['quotation', 'quote', 'block text'],
  RuledTable: ['ruled table', 'table grid'],
  BoxedTable: ['boxed table', 'table grid'],
}

/** What a style of ours does in a document, which says what of it gives way to the firm's. */
export type Part = 'heading' | 'body' | 'small'

/**
 * The firm's style that one of ours is based on where the firm has none for it, and what ours does. A heading has the
 * look of the firm's heading; the body has its type and spacing with our indents; small type stays smaller.
 */
export const wears: readonly {
  ids: RegExp
  part: Part
  of: readonly string[]
  numbered?: readonly string[]
}[] = [
  { ids: /^ClauseHeading$/, part: 'heading', of: ['heading 2', 'heading 1'], numbered: ['heading 1'] },
  { ids: /^AgreementHeading$/, part: 'heading', of: ['heading 2', 'heading 1'] },
  { ids: /^ScheduleHeading$/, part: 'heading', of: ['heading 1'] },
  { ids: /^AgreementTitle$/, part: 'heading', of: ['title', 'heading 1'] },
  {
    ids: /^(?:Clause\d|ClauseText\d|DraftText|List(?:Bullet|Number|Text)|Quotation|Signature\w+|ComparisonText|Agreement(?:Level|Body)\d)$/,
    part: 'body',
    of: ['body text'],
  },
]
