import type { DocumentKind } from '../../draft/index.ts'
import type { FormBody } from './read.ts'

/** How a document is to be made, as far as its page asks. */
export interface DraftChoices {
  /** What the facts say against it becomes a note in it. */
  allowConflicts: boolean
  /** Of an addendum: all clauses, or those of Llama alone; by default what the matter says. */
  form?: 'full' | 'terms'
  /** Its fields on a cover page. */
  cover: boolean
  /** For the other side: nothing of ours in it. */
  forCounterparty: boolean
}

const forms = [
  ['', 'As the matter says: Llama terms where the master agreement has the rest'],
  ['full', 'Full: all clauses'],
  ['terms', 'Terms: those of Llama alone'],
] as const

/** Before the name of a choice that the page of another document of the matter has. */
const elsewhere = '_kept'

/** What a form says of how its document is made, as far as the document has the choice. */
export function choicesOf(body: FormBody, kind: DocumentKind): DraftChoices {
  const chosen = (name: string) => body[name] ?? body[elsewhere + name]
  const form = kind.forms ? (['full', 'terms'] as const).find((one) => one === chosen('_form')) : undefined
  return {
    allowConflicts: kind.conflicts !== undefined && chosen('_conflicts') === 'yes',
    ...(form && { form }),
    cover: (kind.forms ?? false) && chosen('_cover') === 'yes',
    forCounterparty: (kind.toOthers ?? false) && chosen('_counterparty') === 'yes',
  }
}

/** Choices that were made on the page of another document, so that they are there again when one comes back to it. */
export function choicesElsewhere(body: FormBody, kind: DocumentKind): { name: string; value: string }[] {
  const shown: [string, boolean][] = [
    ['_conflicts', kind.conflicts !== undefined],
    ['_form', kind.forms ?? false],
    ['_cover', kind.forms ?? false],
    ['_counterparty', kind.toOthers ?? false],
  ]
  return shown.flatMap(([name, here]) => {
    const value = body[name] ?? body[elsewhere + name]
    return here || typeof value !== 'string' || value === '' ? [] : [{ name: elsewhere + name, value }]
  })
}

/** The choices that the page of a document has, and what is chosen: what `web/views/draft.hbs` names of them. */
export function choicesView(
  { conflicts, toOthers, negotiates, forms: hasForms }: DocumentKind,
  chosen: Partial<DraftChoices> = {},
) {
  return {
    weighsFacts: conflicts !== undefined,
    conflicts: chosen.allowConflicts ?? false,
    toOthers: toOthers ?? false,
    redlinesToo: negotiates ?? false,
    counterparty: chosen.forCounterparty ?? false,
    forms: hasForms
      ? forms.map(([value, name]) => ({ value, name, chosen: value === (chosen.form ?? '') }))
      : [],
    cover: chosen.cover ?? false,
  }
}
