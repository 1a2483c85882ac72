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

/** Which choices a document has, by the name of their field. */
function choicesIn({ conflicts, forms: hasForms, toOthers }: DocumentKind) {
  return {
    _conflicts: conflicts !== undefined,
    _form: hasForms ?? false,
    _cover: hasForms ?? false,
    _counterparty: toOthers ?? false,
  }
}

type Choice = keyof ReturnType<typeof choicesIn>

function chosenIn(body: FormBody, name: Choice) {
  return body[name] ?? body[elsewhere + name]
}

/** What a form says of how its document is made, as far as the document has the choice. */
export function choicesOf(body: FormBody, kind: DocumentKind): DraftChoices {
  const has = choicesIn(kind)
  const chosen = (name: Choice) => (has[name] ? chosenIn(body, name) : undefined)
  const form = (['full', 'terms'] as const).find((one) => one === chosen('_form'))
  return {
    allowConflicts: chosen('_conflicts') === 'yes',
    ...(form && { form }),
    cover: chosen('_cover') === 'yes',
    forCounterparty: chosen('_counterparty') === 'yes',
  }
}

/** Choices that were made on the page of another document, so that they are there again when one comes back to it. */
export function choicesElsewhere(body: FormBody, kind: DocumentKind): { name: string; value: string }[] {
  const has = choicesIn(kind)
  return (Object.keys(has) as Choice[]).flatMap((name) => {
    const value = chosenIn(body, name)
    return has[name] || typeof value !== 'string' || value === '' ? [] : [{ name: elsewhere + name, value }]
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
