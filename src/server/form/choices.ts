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

/** What a form says of how its document is made. */
export function choicesOf(body: FormBody): DraftChoices {
  const form = (['full', 'terms'] as const).find((one) => one === body._form)
  return {
    allowConflicts: body._conflicts === 'yes',
    ...(form && { form }),
    cover: body._cover === 'yes',
    forCounterparty: body._counterparty === 'yes',
  }
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
