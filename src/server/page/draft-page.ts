import Handlebars from 'handlebars'
import { type DocumentKind, documents, neededFacts, printedFacts } from '../../draft/index.ts'
import { documentFormats, outputFormats } from '../../formats.ts'
import type { Library } from '../../library/index.ts'
import { mergeFindings } from '../../matter/index.ts'
import { choicesView, type DraftChoices } from '../form/choices.ts'
import { type Folding, foldCards } from '../form/folds.ts'
import { idOf } from '../form/name.ts'
import { picksOf } from '../form/picks.ts'
import { toldOnForm } from '../form/told.ts'
import { type FormNeeds, formView, shownFields } from '../form/view.ts'
import { samples } from '../samples.ts'
import type { Preview, ToldProblem } from '../work/draft.ts'
import { markdownHtml } from './markdown.ts'
import { onPage } from './on-page.ts'
import { positionViews } from './positions.ts'

/** What the page of a document is made of. */
export interface DraftPage {
  library: Library
  kind: DocumentKind
  facts: Record<string, unknown>
  /** Undefined for a form that nobody has filled yet. */
  preview: Preview | undefined
  /** The matter that is edited, where the server keeps matters. */
  kept?: { file: string; base: string } | undefined
  keeps: boolean
  /** Names a matter that is new, so that it is one however often it is sent. */
  once?: string | undefined
  said?: string | undefined
  /** Why the file of a matter was not opened. */
  notOpened?: string | undefined
  /** Why there is no file of what was asked for. */
  refused?: string
  final?: boolean
  /** Whether what is wrong is said at the head of the page: where somebody asked for the document. */
  asked?: boolean
  /** Whether the form was just sent, so that nothing else is taken up in its place. */
  posted?: boolean
  /** Whether a device may keep what is typed. */
  autosave: boolean
  /** How the document is to be made. */
  chosen?: DraftChoices
  /** Cards of which all questions, or the reasons, are shown: `who`, `why`. */
  open?: ReadonlySet<string>
  /** Which answers are folded: those of a form that begins with some, and of one that was sent what was folded then. */
  settled?: Folding['settled']
  /** What was chosen on the page of another document of the matter. */
  hidden?: { name: string; value: string }[]
}

/** Everything that `web/views/draft.hbs` names. */
export function draftPageView({
  library,
  kind,
  facts,
  preview,
  kept,
  keeps,
  once,
  said,
  notOpened,
  chosen,
  refused,
  final,
  asked,
  autosave,
  hidden,
  posted,
  open = new Set(),
  settled = new Set(),
}: DraftPage) {
  const needs = formNeeds(library, kind, preview)
  const placed = positionsView(library, kind, facts, preview)
  // Positions are what their card is there for.
  const whole = new Set([...open, ...(placed.positions.length > 0 ? ['negotiation'] : [])])
  return {
    title: kind.title,
    draftPage: true,
    script: 'draft.js',
    wide: true,
    id: kind.id,
    summary: onPage(kind.summary),
    matter: facts.matter === 'Untitled matter' ? '' : facts.matter,
    cards: foldCards(formView(facts, needs), { settled, asked: needs.asked, whole }).map((card) => ({
      ...card,
      all: open.has(card.id),
    })),
    reasons: open.has('why'),
    samples: samples().map(({ id, title }) => ({ id, title })),
    picks: [...picksOf(library)].map(([list, options]) => ({
      list,
      options: options.map(({ name }) => name),
    })),
    ...placed,
    keeps,
    downloads: documentFormats.map((id) => ({ id, label: outputFormats[id].label, first: id === 'docx' })),
    kept,
    once,
    said,
    notOpened,
    final,
    wrong: asked ? summaryOf(preview?.problems ?? [], refused) : undefined,
    sheets: documents.map(({ id, title }) => ({ id, title, here: id === kind.id })),
    // One key for a matter, whichever of its documents is open.
    keep: autosave ? (kept ? `file ${kept.file}` : once) : undefined,
    hidden,
    saved: said !== undefined,
    filled: posted ?? false,
    ...choicesView(kind, chosen),
    ...previewView(library, preview, kind, settled),
  }
}

/** What `web/views/partials/positions.hbs` names, and the licenses of which there is a redline. */
export function positionsView(
  library: Library,
  kind: DocumentKind,
  facts: Record<string, unknown>,
  preview: Preview | undefined,
) {
  const taken = Object((facts.negotiation as Record<string, unknown> | undefined)?.positions ?? {})
  const licenses = (preview?.licenses ?? []).flatMap((id) => library.licenses.get(id) ?? [])
  const house = typeof facts.house === 'string' ? facts.house : undefined
  const positions = positionViews(library, kind.id, licenses, taken, preview?.taken, house)
  const shown = new Set(positions.map(({ id }) => id))
  return {
    positions,
    clauses: kind.forms ?? false,
    // Levels of positions that this document does not show stay in the matter all the same.
    otherPositions: Object.entries(taken)
      .filter(([id]) => !shown.has(id))
      .map(([id, value]) => ({ name: `negotiation.positions{${id}}`, value })),
    redlines: kind.negotiates ? licenses.map(({ id, name }) => ({ id, name })) : [],
  }
}

function formNeeds(library: Library, kind: DocumentKind, preview: Preview | undefined): FormNeeds {
  return {
    needed: neededFacts(kind, library),
    printed: printedFacts(kind),
    // Before a form is filled nothing is known but what the document prints.
    asked: preview === undefined ? new Set() : preview.asked && new Set(preview.asked.open),
    wrong: new Map((preview?.problems ?? []).flatMap(besideField)),
    library,
  }
}

/** What `web/views/partials/preview.hbs` names. */
export function previewView(
  library: Library,
  preview: Preview | undefined,
  kind: DocumentKind,
  settled: Folding['settled'] = new Set(),
) {
  const name = (id: string) => library.licenses.get(id)?.name ?? id
  const { findings = [], paths = [] } = preview?.assessment ?? {}
  const cards = preview ? formView(preview.facts, formNeeds(library, kind, preview)) : []
  return {
    preview: preview && {
      shown: shownFields(cards).join(' '),
      asked: (preview.asked?.open ?? []).map(idOf).join(' '),
      // What is folded can be unfolded and changed.
      lines: foldCards(cards, { settled, asked: undefined, whole: new Set() }).flatMap(({ id, fold }) =>
        fold ? [{ id, line: fold.line }] : [],
      ),
      settled: preview.asked &&
        preview.asked.all > 0 && {
          of: preview.asked.all,
          are: preview.asked.all - preview.asked.open.length,
        },
      problems: preview.problems.map(({ reason, fact }) => ({
        reason: toldOnForm(reason, fact).whole,
        field: fact === undefined ? undefined : idOf(fact),
        said: besideField({ reason, ...(fact !== undefined && { fact }) })[0]?.[1],
      })),
      // Sanitised where it was made, in src/draft/render.
      html: preview.html === undefined ? undefined : new Handlebars.SafeString(preview.html),
      blanks: [...new Set(preview.blanks)],
      messages: preview.messages,
      notes: preview.notes ?? [],
      paths: paths.map(({ license, outcome }) => ({
        license: name(license),
        outcome: outcome.replaceAll('-', ' '),
      })),
      findings: mergeFindings(findings, library)
        .filter(({ status }) => status !== 'does-not-apply')
        .map(({ title, licenses, status, residual, inherent, reason, questions }) => ({
          title,
          license: licenses.map(name).join(', '),
          status,
          level: (residual ?? inherent)?.level,
          reason: markdownHtml(reason),
          questions: questions.map(({ question }) => question),
        })),
    },
  }
}

/** What is wrong, for the head of the page: each with its field; why there is no file, where nothing else says it. */
function summaryOf(problems: ToldProblem[], refused: string | undefined) {
  const told = problems.map(({ reason, fact }) => ({
    reason: toldOnForm(reason, fact).whole,
    field: fact && idOf(fact),
  }))
  const reasons =
    told.length === 0 && refused !== undefined ? [{ reason: onPage(refused), field: undefined }] : told
  return reasons.length === 0 ? undefined : { refused: refused !== undefined, reasons }
}

/** What is said at the field itself, which needs no name there. */
function besideField({ reason, fact }: ToldProblem): [string, string][] {
  return fact === undefined ? [] : [[fact, toldOnForm(reason, fact).atField]]
}
