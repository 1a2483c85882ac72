import { coherenceLine } from '../../coherence/index.ts'
import {
  chooseFlowDowns,
  conflictLine,
  type DocumentKind,
  type DraftDocument,
  datedToday,
  decidedBy,
  documentOf,
  draft,
  draftBody,
  draftInputs,
  loadTemplates,
  type Templates,
  withTemplatesOf,
} from '../../draft/index.ts'
import type { DocumentFormat } from '../../formats.ts'
import type { Level, Library } from '../../library/index.ts'
import {
  type Assessment,
  assess,
  checkMatter,
  libraryOf,
  licensesInUse,
  type Matter,
  openFacts,
  readMatter,
} from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type DraftedFrom, provenanceOf, withProvenance } from '../../provenance/index.ts'
import { notesInBrief } from '../../redline/index.ts'
import { openTexts } from '../../texts/index.ts'
import { today } from '../../today.ts'
import { documentFile } from '../../word/documents.ts'
import { readName, type Step } from '../form/name.ts'
import { requireRoom } from '../form/room.ts'
import { matterFacts, matterYaml } from '../matter-text.ts'

/** A document that is asked for. */
export interface DraftTask {
  document: string
  /** The matter as YAML. */
  matter: string
  final: boolean
  /** What the facts say against it becomes a note in it, in place of a problem. */
  allowConflicts?: boolean
  /** Of an addendum. */
  form?: 'full' | 'terms'
  cover?: boolean
  /** For the other side: no note, name, id or digest of ours in it. */
  forCounterparty?: boolean
  /** Where the official texts are. */
  folder: string
}

/** What is wrong with a matter, and the fact that it is about, where it is about one. */
export interface ToldProblem {
  reason: string
  fact?: string
}

/** A position that a document takes, or a clause of an addendum and whether that is in it. */
export interface TakenPosition {
  id: string
  /** None for a clause that is left out. */
  level?: Level
  /** The finding that it answers, or why it is in or out without one. */
  because: string
}

/** A draft to look at: the document as far as it goes, and what there is to say of it. */
export interface Preview {
  /** The facts as the matter gives them, right or wrong. */
  facts: Record<string, unknown>
  /** Ids of the licenses in use. */
  licenses: string[]
  /** What is wrong with the matter, or why there is no document. */
  problems: ToldProblem[]
  /** The document's words as sanitised HTML. */
  html?: string
  blanks: string[]
  messages: { rule: string; reason: string }[]
  /** What taking positions brought or dropped, and what is not raised. */
  notes?: string[]
  assessment?: Assessment
  /** The positions that it takes, on whichever license, or the clauses of an addendum; each with the reason. */
  taken?: TakenPosition[]
  /** Facts that are not given and can still change what is said, and how many such facts there were at the start. */
  asked?: { open: string[]; all: number }
}

/** A draft to keep. */
export interface DraftFile extends Pick<Preview, 'blanks' | 'messages' | 'notes'> {
  content: string | Uint8Array
  /** What a Word file was made of, as JSON. */
  record?: string
}

let ours: Promise<Templates> | undefined

/**
 * Drafts as far as the facts go; what is wrong is part of the answer.
 *
 * @param library that of matters that name no house
 * @param ofMatter the library with the house that the matter names
 * @throws Problem where there are no facts: no YAML, or none that ends
 */
export async function preview(
  library: Library,
  task: DraftTask,
  ofMatter: () => Promise<Library> = async () => library,
): Promise<Preview> {
  const { matter, problems } = checkMatter(task.matter, 'matter')
  const unread = problems.find(({ rule }) => rule === 'yaml' || rule === 'too-large')
  if (unread) throw unread
  const facts = matterFacts(task.matter)
  // What no page has room for is not drafted first.
  requireRoom(facts)
  const licenses = matter ? licensesInUse(matter, library) : []
  const nothing = { facts, licenses, blanks: [], messages: [] }
  const kind = documentOf(task.document)
  // What is wrong is a blank, and the document goes on without it.
  const rest = matter ? undefined : restOf(facts, problems)
  const read = matter ?? rest?.matter
  if (!read) {
    const few = withoutWrong(facts, problems)
    return { ...nothing, problems: toldOf(problems), ...(few && askedOf(kind, few, library)) }
  }
  try {
    const known = await ofMatter()
    const { document, assessment, notes, taken } = await made(
      known,
      { ...task, matter: rest?.yaml ?? task.matter },
      true,
    )
    const { blanks, messages } = document
    const html = draftBody(document)
    return {
      ...nothing,
      licenses: licensesInUse(read, library),
      problems: toldOf(problems),
      html,
      blanks,
      messages,
      notes,
      taken,
      ...(assessment && { assessment }),
      ...askedOf(kind, read, known, assessment),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // Without what is wrong the rest may come to nothing: that is not what is to be mended.
    const told = toldOf(problems.length > 0 ? problems : [error])
    return { ...nothing, problems: told, ...askedOf(kind, read, library) }
  }
}

/** The matter without the answers that are wrong, each of them alone; undefined where that is not enough. */
function restOf(
  facts: Record<string, unknown>,
  problems: readonly Problem[],
): { matter: Matter; yaml: string } | undefined {
  const rest = structuredClone(facts)
  for (const { place } of problems) if (!leftOut(rest, place.fact)) return undefined
  const yaml = matterYaml(rest)
  const { matter } = checkMatter(yaml, 'matter')
  return matter && { matter, yaml }
}

/** @returns whether there was such an answer */
function leftOut(facts: Record<string, unknown>, fact: string | undefined): boolean {
  const steps = fact === undefined ? undefined : readName(fact)
  const last = steps?.pop()
  // What stands in a list has its place there.
  if (!steps || !last || 'at' in last) return false
  const keyOf = (step: Step) => ('key' in step ? step.key : 'at' in step ? String(step.at) : step.entry)
  let within: unknown = facts
  for (const step of steps) within = Object(within)[keyOf(step)]
  return typeof within === 'object' && within !== null && Reflect.deleteProperty(within, keyOf(last))
}

/** What can still change what a document says; nothing is known of that where the matter cannot be assessed. */
function askedOf(
  kind: DocumentKind,
  matter: Matter,
  library: Library,
  assessment?: Assessment,
): Pick<Preview, 'asked'> {
  try {
    const { open, all } = openFacts(matter, library, decidedBy(kind), assessment)
    return { asked: { open: [...open], all: all.size } }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return {}
  }
}

/** The matter without the facts that are wrong, so far as the rest can be read. */
function withoutWrong(facts: Record<string, unknown>, problems: Problem[]): Matter | undefined {
  const wrong = new Set(problems.map(({ place }) => place.fact?.split(/[.[{]/)[0]))
  const rest = Object.fromEntries(Object.entries(facts).filter(([key]) => !wrong.has(key)))
  return checkMatter(matterYaml({ ...rest, matter: 'rest' }), 'matter').matter
}

/** Problems that are told of one matter; with more of them nobody reads any. */
const mostTold = 50

function toldOf(problems: Problem[]): ToldProblem[] {
  const told = problems.slice(0, mostTold).map(({ message, place: { fact } }) => ({
    reason: message,
    ...(fact !== undefined && { fact }),
  }))
  const more = problems.length - told.length
  return more === 0 ? told : [...told, { reason: `and ${more} more: mend these first` }]
}

/** Drafts a file. Blanks are allowed unless it is to be final. */
export async function draftFile(
  library: Library,
  task: DraftTask,
  format: DocumentFormat,
): Promise<DraftFile> {
  const { document, from, notes } = await made(library, task, !task.final)
  const { blanks, messages } = document
  // What is read of a house's Word file is read for a Word file alone.
  const look = format === 'docx' ? (await import('../../word/look.ts')).lookOfHouse(library.house) : undefined
  const written = await documentFile(document, format, look)
  if (typeof written === 'string') return { content: written, blanks, messages, notes }
  const record = JSON.stringify(provenanceOf(written, document, from))
  return { content: withProvenance(written, document, from), record, blanks, messages, notes }
}

async function made(
  library: Library,
  {
    document,
    matter: source,
    final,
    allowConflicts = false,
    form,
    cover = false,
    forCounterparty = false,
    folder,
  }: DraftTask,
  allowBlanks: boolean,
): Promise<{
  document: DraftDocument
  from: DraftedFrom
  assessment: Assessment | undefined
  notes: string[]
  taken: TakenPosition[]
}> {
  ours ??= loadTemplates()
  const templates = withTemplatesOf(await ours, library.house)
  const matter = readMatter(source, 'matter')
  const inputs = await draftInputs(
    documentOf(document),
    matter,
    library,
    openTexts(library.licenses, folder),
    templates,
  )
  const options = datedToday(
    {
      allowBlanks,
      allowConflicts,
      final,
      cover,
      ...(form && { form }),
      ...(forCounterparty && { forCounterparty }),
    },
    matter,
    today(),
  )
  const drafted = draft(document, { templates, matter, library, ...inputs, options })
  return {
    document: drafted,
    from: { matter, options, library: library.digest },
    assessment: inputs.assessment ?? assess(matter, libraryOf(matter, library)),
    taken: documentOf(document).forms
      ? chooseFlowDowns(matter, library, form).map(({ flowDown: { id }, level, why, in: isIn }) => ({
          id,
          because: why,
          ...(isIn && { level }),
        }))
      : (inputs.redline ?? []).flatMap(({ chosen }) =>
          chosen.map(({ position: { id }, level, because }) => ({ id, level, because })),
        ),
    notes: [
      ...(drafted.notices ?? []),
      ...(drafted.conflicts ?? []).map(conflictLine),
      ...notesInBrief(inputs.redline ?? []),
      ...(drafted.coherence ?? []).map(coherenceLine),
      ...(drafted.unchecked ?? []).map((paper) => `not read for what does not fit together: ${paper}`),
    ],
  }
}
