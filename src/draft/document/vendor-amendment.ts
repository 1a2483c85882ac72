import type { Blockquote } from 'mdast'
import type { Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { addendumTree } from '../amendment/addendum-tree.ts'
import { addendumChanges } from '../amendment/changes.ts'
import type { AddendumChange } from '../amendment/types.ts'
import { factsOf, missingFact } from '../facts.ts'
import { chooseFlowDowns, formOf } from '../flow-down/choose.ts'
import { addendumModels } from '../flow-down/models.ts'
import { type Missing, missing } from '../template/value.ts'
import { nodesOf } from '../tree/nodes.ts'
import type { DocumentKind, DraftInput } from './types.ts'
import { vendorAddendum } from './vendor-addendum.ts'
import type { AddendumFacts } from './vendor-facts.ts'
import { type ModelRow, modelRows, type ProductSchedule, productSchedules } from './vendor-schedules.ts'

export interface VendorAmendmentView extends AddendumFacts {
  agreement: { title: string | Missing; date: string | Missing }
  parties: ReturnType<typeof vendorAddendum.view>['parties']
  /** Day of the addendum that is amended. */
  signed: string | Missing
  /** Models when it was signed, and now, as they are labelled. */
  before: string[]
  after: string[]
  /** Whether the product moves to other models. */
  moves: boolean
  /** Whether a product leaves models, which may be on a later day than the signature, and by when it has at the latest. */
  moving: boolean
  movesBy: string | Missing
  /** Of an addendum for several products: those that move, come in or fall away, and those that stay as they are. */
  moved: { name: string; before: string[]; after: string[] }[]
  added: string[]
  dropped: string[]
  stay: string[]
  /** Licenses of the products that move or come in. */
  newTitles: string[]
  /** Their schedules that are replaced. */
  replaced: ProductSchedule[]
  replacedNames: string[]
  models: ModelRow[]
  /** What becomes of clauses, by the numbers that were signed. */
  changes: { says: string; comes: boolean; words: Blockquote }[]
  /** The text that changed, as it is named; empty where none did. */
  changedText: string
  /** Clauses that rest on it, each with what a person has to write. */
  readAgain: { place: string; title: string; becomes: Missing }[]
  /** Where the list of models stands in the addendum. */
  modelsPlace: string
}

/** What changes in a signed addendum when the models, or the words of their licenses, do. */
export const vendorAmendment: DocumentKind<VendorAmendmentView> = {
  id: 'vendor-amendment',
  forVendor: true,
  title: 'Amendment to the Llama Addendum',
  summary: 'What changes in a vendor’s signed addendum when its product moves to other models, on two pages',
  toOthers: true,
  forms: true,
  compact: true,
  needs: [
    ...vendorAddendum.needs,
    'agreement.addendum.date',
    'agreement.addendum.moves_by',
    'agreement.addendum.models',
    'agreement.addendum.products[].product',
    'agreement.addendum.products[].models',
    'agreement.addendum.other_words',
    'agreement.addendum.read_again',
    'agreement.addendum.changed_text',
  ],
  reads: vendorAddendum.reads,
  conflicts: (input) => vendorAddendum.conflicts?.(input) ?? [],
  notices: (input) => [...(vendorAddendum.notices?.(input) ?? []), ...amendmentNotices(input)],
  view,
  parts: (input) => vendorAddendum.parts?.(input) ?? {},
  licenses: (input) => [
    ...new Set([...modelRows(signedInput(input)), ...modelRows(input)].map(({ license }) => license)),
  ],
}

/** What whoever drafts it is told of what the facts do not say of the signed paper. */
function amendmentNotices({ matter, library, options }: DraftInput): string[] {
  const other = matter.agreement?.addendum?.other_words ?? []
  const levels = matter.negotiation?.positions ?? {}
  const unsaid = chooseFlowDowns(matter, library, options.form ?? formOf(matter)).filter(
    (one) => one.in && levels[one.flowDown.id] === undefined,
  )
  return [
    ...(unsaid.length > 0
      ? [
          `The level that was signed is not said of ${unsaid.length} clauses (negotiation.positions), which are taken at the level at which they would be drafted: hold words and numbers against the signed paper`,
        ]
      : []),
    ...(other.length > 0
      ? [
          `Signed in other words than the library’s, so that a person writes what becomes of them: ${other.join(', ')}`,
        ]
      : []),
  ]
}

function view(input: DraftInput): VendorAmendmentView {
  const { matter } = input
  const before = signedInput(input)
  const rowsBefore = modelRows(before)
  const given = (factsOf(matter).agreement as Record<string, Record<string, unknown>>).addendum!
  const changedText = matter.agreement?.addendum?.changed_text ?? ''
  const {
    models,
    agreement,
    parties,
    clauses: _,
    fields: __,
    record: ___,
    background: ____,
    ...facts
  } = vendorAddendum.view(input)
  const labels = (rows: ModelRow[]) => rows.map(({ label }) => label)
  const [was, is] = [addendumTree(before, namesOf(before)), addendumTree(input, namesOf(input))]
  const products = productMoves(productSchedules(before), productSchedules(input))
  const several = facts.products.length > 0
  // The list of several products keeps its rows; the schedule of each is replaced as a whole, and called by its name: a product
  // whose number was taken for that of another would be written over.
  const called = new Map(
    [...productSchedules(before), ...facts.products].map(({ id, name }) => [
      id.source,
      `the Schedule about ${name}`,
    ]),
  )
  const all = addendumChanges(
    was,
    is,
    several ? products.replaced.map(({ id }) => id.source) : ['models'],
    called,
  )
  const other = new Set(matter.agreement?.addendum?.other_words ?? [])
  const moves = several
    ? products.moved.length + products.added.length + products.dropped.length > 0
    : labels(rowsBefore).join() !== labels(models).join()
  if (!moves && changedText === '')
    throw new Problem(
      'amendment',
      'there is nothing to amend: vendor.models has the models of agreement.addendum.models, and no text has changed (agreement.addendum.changed_text)',
      { fact: 'vendor.models' },
    )
  const at = placesIn(was)
  return {
    ...facts,
    // The names of licenses are no headings here.
    terms: true,
    agreement,
    parties,
    signed: given.date as string | Missing,
    before: labels(rowsBefore),
    after: labels(models),
    moves,
    moving: several ? products.moved.length > 0 : moves,
    movesBy: matter.agreement?.addendum?.moves_by ?? missingFact('agreement.addendum.moves_by', 'day'),
    ...products,
    models,
    changes: all.map((change) => changeOf(change, other, input.library)),
    changedText,
    readAgain: (matter.agreement?.addendum?.read_again ?? []).flatMap((id) => {
      const title = input.library.flowDowns.get(id)?.title
      const place = at.get(id)
      if (title === undefined || place === undefined) return []
      return [
        {
          place: other.has(id) ? 'in other words' : place,
          title,
          becomes: missing(
            '',
            'as it is, or its new words',
            `What becomes of “${title}” once a lawyer has read it against the new text?`,
          ),
        },
      ]
    }),
    modelsPlace: at.get('models') ?? 'Schedule 1',
  }
}

/** What becomes of each product of an addendum that covers several. */
function productMoves(
  was: readonly ProductSchedule[],
  is: readonly ProductSchedule[],
): Pick<
  VendorAmendmentView,
  'moved' | 'added' | 'dropped' | 'stay' | 'newTitles' | 'replaced' | 'replacedNames'
> {
  const signed = new Map(was.map((one) => [one.id.source, one]))
  const labels = (one: ProductSchedule) => one.models.map(({ label }) => label)
  const there = new Set(is.map(({ id }) => id.source))
  const pairs = is.flatMap((one) => {
    const before = signed.get(one.id.source)
    return before ? [{ one, before, moves: labels(before).join() !== labels(one).join() }] : []
  })
  const moving = pairs.filter(({ moves }) => moves)
  const added = is.filter(({ id }) => !signed.has(id.source))
  return {
    moved: moving.map(({ one, before }) => ({ name: one.name, before: labels(before), after: labels(one) })),
    added: added.map(({ name }) => name),
    dropped: was.filter(({ id }) => !there.has(id.source)).map(({ name }) => name),
    stay: pairs.filter(({ moves }) => !moves).map(({ one }) => one.name),
    newTitles: [...new Set([...moving.map(({ one }) => one), ...added].flatMap(({ titles }) => titles))],
    replaced: moving.map(({ one }) => one),
    replacedNames: moving.map(({ one }) => one.name),
  }
}

/** A clause of other words than ours is not printed as if it were known. */
function changeOf({ says, words, flowDown }: AddendumChange, other: ReadonlySet<string>, library: Library) {
  if (flowDown !== undefined && other.has(flowDown)) {
    const title = library.flowDowns.get(flowDown)?.title ?? flowDown
    const blank = { type: 'blank' as const, words: `what becomes of “${title}” with the new models` }
    return {
      says: `The clause “${title}”, which the parties signed in words of their own, changes as follows:`,
      comes: true,
      words: quoted([{ type: 'paragraph', children: [blank] }]),
    }
  }
  return { says, comes: words.length > 0, words: quoted(words) }
}

function quoted(children: AddendumChange['words']): Blockquote {
  return { type: 'blockquote', children }
}

/** Where each named clause and schedule stands: `Section 7`, `Schedule 1`. */
function placesIn(tree: ReturnType<typeof addendumTree>): Map<string, string> {
  return new Map([
    ...nodesOf(tree, 'clauseBlock').map(
      ({ id, number }) => [id, `Section ${number.replace(/\.$/, '')}`] as const,
    ),
    ...nodesOf(tree, 'schedule').map(({ id, number }) => [id, number] as const),
  ])
}

function namesOf({ matter, library }: DraftInput): string[] {
  const named = matter.vendor?.models ?? []
  return named.length > 0 ? named : addendumModels(matter, library).map(({ name }) => name)
}

/**
 * The facts as they were when the addendum was signed.
 *
 * @throws Problem where the models of then are not said
 */
export function signedInput(input: DraftInput): DraftInput {
  const { matter } = input
  const products = matter.agreement?.addendum?.products
  if ((products === undefined) !== (matter.vendor?.products === undefined))
    throw new Problem(
      'amendment',
      'an addendum for one product is not amended into one for several, or back: give the products of both (vendor.products, agreement.addendum.products), or draft an addendum anew',
      { fact: products === undefined ? 'agreement.addendum.products' : 'vendor.products' },
    )
  if (products !== undefined) {
    const named = products.flatMap((one) => one.models ?? [])
    const was: Matter = { ...matter, vendor: { ...matter.vendor, products, models: [...new Set(named)] } }
    return { ...input, matter: was }
  }
  const models = matter.agreement?.addendum?.models ?? []
  if (models.length === 0)
    throw new Problem(
      'amendment',
      'needs the fact agreement.addendum.models, which the matter does not give: On which models did the product run when the addendum was signed?',
      { fact: 'agreement.addendum.models' },
    )
  const was: Matter = { ...matter, vendor: { ...matter.vendor, models } }
  return { ...input, matter: was }
}
