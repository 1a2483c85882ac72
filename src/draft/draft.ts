import type { BlockContent, Root } from 'mdast'
import { longDate } from '../in-words.ts'
import type { Library } from '../library/index.ts'
import {
  isPrivileged,
  libraryOf,
  licensesInUse,
  markingFor,
  matterDigest,
  usesOf,
  vendorChosen,
  wholeOf,
  withCurrentKind,
} from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { apartInWords, papersOfDeal } from '../redline/index.ts'
import { coherenceNote, coherenceOfDraft, coherenceRecord } from './coherence.ts'
import { conflictNote, requireNoConflict } from './conflicts.ts'
import { documentOf, documents } from './document/index.ts'
import type { DocumentKind, DraftInput } from './document/types.ts'
import { factsOf, missingFact } from './facts.ts'
import { departureLine } from './flow-down/departures.ts'
import { forOthers, requireToOthers } from './for-others.ts'
import { withHouseDefaults } from './house-defaults.ts'
import { inHouseStyle } from './house-style.ts'
import { listNote } from './list-note.ts'
import { engineOf } from './template/compile.ts'
import { type Rendered, render } from './template/render.ts'
import { nodesOf } from './tree/nodes.ts'
import { treeOf } from './tree-of.ts'
import type { DraftDocument, DraftMessage } from './types.ts'

/**
 * Drafts a document.
 *
 * @param id `side-letter`, `issues-list` … (see `documents`)
 * @returns the document with all numbers and references settled, and what its check found
 * @throws Problem for an unknown document, facts that contradict it (unless they may be a note), a mistake in a template
 *   (with file and line), a fact that is missing (unless blanks are allowed), blanks in a final document, and a document of
 *   our own side for the other
 * @example
 * const letter = draft('side-letter', { templates: await loadTemplates(), matter, library, redline, options: {} })
 */
export function draft(id: string, given: DraftInput): DraftDocument {
  const kind = documentOf(id)
  if (given.options.forCounterparty) requireToOthers(kind, documents)
  // A document speaks of the client: facts of its uses stand together, and its answers apart.
  const library = hasClauses(kind) ? libraryOf(given.matter, given.library) : given.library
  const whole = withHouseDefaults(wholeOf(given.matter), library.house)
  const input = {
    ...given,
    library,
    given: given.matter,
    matter: kind.forVendor ? withCurrentKind(vendorChosen(whole, given.options.vendor), library) : whole,
    ...((given.matter.uses?.length ?? 0) > 1 ? { uses: usesOf(given.matter) } : {}),
  }
  const { templates, matter, options } = input
  const template = templates.sources.get(kind.id)
  if (!template)
    throw new Problem(
      'template',
      `there is no template templates/${kind.id}.md.hbs: install Clausebook again`,
    )

  const conflicts = kind.conflicts?.(input) ?? []
  requireNoConflict(conflicts, { ...options, final: Boolean(options.final || options.forCounterparty) })
  const departures = kind.departures?.(input) ?? []
  const notices = [...(kind.notices?.(input) ?? []), ...departures.map(departureLine)]
  const date = options.date ?? matter.document?.date
  const author = options.author ?? matter.document?.author
  const licenses = kind.licenses?.(input) ?? licensesInUse(matter, input.library)
  const textDigests = digestsOf(licenses, input)
  const digest = matterDigest(given.matter)
  const privileged = kind.forCounsel === true && isPrivileged(matter.document)
  const marking = kind.forCounsel ? markingFor(matter.document) : kind.marking
  const record =
    kind.toOthers && (options.final || options.forCounterparty)
      ? ''
      : recordOf({ digest, library: input.library, textDigests, date, privileged })
  const view = {
    ...kind.view(input),
    matter: factsOf(matter),
    draft: {
      title: kind.title,
      final: options.final ?? false,
      date: date ?? missingFact('document.date', 'date'),
      author: author ?? missingFact('document.author', 'author'),
      matterDigest: digest,
      libraryDigest: input.library.digest,
      privileged,
      record,
    },
  }
  const rendered = render(engineOf(templates), template, view, kind.parts?.(input))
  if (!options.allowBlanks) rendered.rendering.requireWhole()

  const exact = () => [...exactWords(input.library), ...namesOfHouse(input, kind)]
  const { tree, messages, blanks } = treeOf(rendered, view, exact)
  if (options.final && blanks.length > 0) throw stillBlank(blanks)
  const coherence =
    kind.coheres === true
      ? coherenceOfDraft(kind, tree, input.beside ?? papersOfDeal(input.redline ?? []), {
          clause: rendered.front.clause,
          names: namesIn(rendered),
          defined: [...rendered.front.defined_elsewhere, ...rendered.front.names, ...exact()],
        })
      : []
  const unchecked = kind.coheres === true ? (input.unchecked ?? []) : []
  if (record !== '') {
    addToRecord(tree, coherenceRecord(coherence, unchecked))
    // The issues list has it among what is not raised.
    if (kind.toOthers) addToRecord(tree, apartInWords(input.redline ?? []))
  }
  const unsettled = options.final ? undefined : coherenceNote(coherence)
  // The record closes the document, so that the blanks and what is to settle stand before it.
  const denied = options.final ? undefined : conflictNote(conflicts)
  const notes = [
    ...(denied ? [denied] : []),
    ...(unsettled ? [unsettled] : []),
    ...(blanks.length > 0 ? [openPoints(blanks, rendered)] : []),
  ]
  tree.children.splice(tree.children.length - (record === '' ? 0 : 1), 0, ...notes)

  const drafted: DraftDocument = {
    id: kind.id,
    title: kind.title,
    language: 'en-US',
    paper: options.paper ?? paperOf(matter.document?.paper),
    orientation: kind.orientation ?? 'portrait',
    ...((typeof kind.compact === 'function' ? kind.compact(input) : kind.compact) && {
      compact: true as const,
    }),
    tree,
    properties: {
      matter: matter.matter,
      status: options.final ? 'Final' : (matter.document?.status ?? 'Draft'),
      ...(date !== undefined && { date }),
      ...(author !== undefined && { author }),
      ...(matter.document?.version !== undefined && { version: matter.document.version }),
      libraryDigest: input.library.digest,
      textDigests,
      ...(marking !== undefined && { marking }),
    },
    blanks,
    ...(coherence.length > 0 && { coherence }),
    ...(conflicts.length > 0 && { conflicts }),
    ...(departures.length > 0 && { departures }),
    ...(unchecked.length > 0 && { unchecked }),
    ...(notices.length > 0 && { notices }),
    messages: messages.map((message) => placed(message, input, kind.parts?.(input))),
  }
  // Last of all: every check has read our own words.
  const document = inHouseStyle(drafted, matter, input.library)
  return options.forCounterparty
    ? forOthers(document, {
        status: matter.document?.status,
        client: matter.client?.name,
        final: options.final ?? false,
      })
    : document
}

/** What the draft was made of, in the line that closes it. */
function recordOf({
  digest,
  library,
  textDigests,
  date,
  privileged,
}: {
  digest: string
  library: Library
  textDigests: Record<string, string>
  date: string | undefined
  privileged: boolean
}): string {
  const texts = Object.entries(textDigests).map(([id, sha256]) => `${titleOfText(id, library)} ${sha256}`)
  return [
    `Record: matter ${digest}; clause library ${library.digest}${library.house ? `, with the house ${library.house.name}` : ''}`,
    ...(texts.length === 0 ? [] : [`texts, by their SHA-256: ${texts.join(', ')}`]),
    `${date === undefined ? 'not yet dated' : `dated ${longDate(date)}`}.${privileged ? '' : ' Made with Clausebook; legal information, not legal advice.'}`,
  ].join('; ')
}

/** Names and other short words that facts put into a document, in which capitals are no terms. */
function namesIn({ rendering }: Rendered): string[] {
  return rendering.slots.values.filter(
    (value): value is string => typeof value === 'string' && value.split(/\s+/).length <= 12,
  )
}

/** The record closes the document, so that what the check of the finished whole says is added to it. */
function addToRecord(tree: Root, words: string | undefined): void {
  if (words === undefined) return
  for (const node of nodesOf(tree, 'paragraph'))
    if (node.data?.record) node.children.push({ type: 'text', value: ` ${words}` })
}

/** `Llama 3.1`, `Llama 3.1 use policy` */
function titleOfText(id: string, { licenses }: Library): string {
  const [license = '', kind] = id.split('/')
  return `${licenses.get(license)?.name ?? license}${kind === undefined ? ' agreement' : ` ${kind.replace('-', ' ')}`}`
}

/** What duties of the licenses have reproduced word for word: `Built with Llama`. */
function exactWords({ duties, licenses, terms }: Library): string[] {
  const facts = [...duties.values()].flatMap(({ topic, exact }) =>
    exact ? [{ topic, fact: exact.fact }] : [],
  )
  const words = [...licenses.keys()].flatMap((license) =>
    facts.map(({ topic, fact }) => {
      const term = terms.get(`${license}/${topic}`)
      return term?.absent === false ? term.facts[fact] : undefined
    }),
  )
  return words.filter((one) => typeof one === 'string')
}

function stillBlank(blanks: string[]): Problem {
  const some = blanks.slice(0, 5).join('; ')
  const more = blanks.length > 5 ? `; and ${blanks.length - 5} more` : ''
  return new Problem(
    'blanks',
    `a final document has no blanks, and ${blanks.length === 1 ? 'one is' : `${blanks.length} are`} left: ${some}${more}. Answer them in the matter, or leave out --final`,
  )
}

/** The list of blanks at the end, each with its question. */
function openPoints(blanks: string[], { rendering }: Rendered): BlockContent {
  const questions = new Map(rendering.gaps.map(({ missing }) => [missing.words, missing.question]))
  return listNote(
    'Blanks to fill before signature',
    [...new Set(blanks)].map((words) => (questions.has(words) ? `${words}: ${questions.get(words)}` : words)),
  )
}

function paperOf(paper: string | undefined): 'A4' | 'Letter' {
  return paper === 'A4' ? 'A4' : 'Letter'
}

/** Names that a matter and its house bring into a document: its currency, and what the house calls itself. */
function namesOfHouse({ matter, library }: DraftInput, kind: DocumentKind): string[] {
  const currency = hasClauses(kind) ? matter.negotiation?.currency : undefined
  return [
    ...(currency === undefined ? [] : [currency]),
    ...(library.house ? [library.house.name, ...library.house.name.split(/\s+/)] : []),
  ]
}

/** Whether a document has clauses or positions, in which a matter has its own numbers and words. */
function hasClauses({ negotiates, reads: { judges = [] } }: DocumentKind): boolean {
  return negotiates === true || judges.includes('flow-downs') || judges.includes('positions')
}

/** What was checked against: the text that is here, or else the pin. */
function digestsOf(licenses: string[], { library, texts = [] }: DraftInput): Record<string, string> {
  const pinned = licenses.flatMap((id) =>
    (library.licenses.get(id)?.texts ?? []).map(({ kind, pin }): [string, string] => [
      kind === 'agreement' ? id : `${id}/${kind}`,
      pin.sha256,
    ]),
  )
  const here = texts
    .filter(({ license }) => licenses.includes(license.id))
    .map(({ id, sha256 }): [string, string] => [id, sha256])
  return Object.fromEntries([...pinned, ...here])
}

/** Adds file and line of a message, where the words that it is about stand in one place. */
function placed(
  { about, ...message }: DraftMessage,
  { templates }: DraftInput,
  parts: Record<string, { file: string; source: string }> = {},
): DraftMessage {
  if (about === undefined || message.file !== undefined) return message
  const found = [...templates.sources.values(), ...Object.values(parts)].flatMap(({ file, source }) => {
    const at = source.indexOf(about)
    return at < 0 ? [] : [{ file, line: source.slice(0, at).split('\n').length }]
  })
  return found.length === 1 ? { ...message, ...found[0]! } : message
}
