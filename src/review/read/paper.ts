import { type Agreement, type Clause, clausesOf } from '../../agreement/index.ts'
import type { EvidenceWords } from '../../library/index.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import type { Paper, Passage, ReviewOptions, Sentence } from '../types.ts'
import { dataTermsIn } from './data-terms.ts'
import { namedParties } from './named-parties.ts'
import { articles, type Names, plainTokens } from './plain.ts'
import { deletedIn, isIn, isOpen, linesSaid } from './unsaid.ts'

/** A number or letter before a sentence or an item inside a paragraph, which no reader takes for a word; “Sections 2.1, 2.2” has none. */
const markers =
  /(?<=^|[.;:,]\s)\(?(?:\d+(?:\.\d+)*|[a-z]|[ivx]+)\)\s+(?=\S)|(?<=^|[.;:]\s)\d+(?:\.\d+)+\s+(?=[“"‘]?\p{Lu})/gu

/**
 * A paper of theirs as it is judged: each clause with its sentences, the words that lead into an entry of a list before it,
 * who is who, and where terms get their meaning.
 */
export function readPaper(agreement: Agreement, words: EvidenceWords, options: ReviewOptions): Paper {
  const names = namesIn(words, options, agreement)
  const passages: Passage[] = []
  const walk = (clauses: readonly Clause[], lead: string, headings: readonly (readonly string[])[]) => {
    const texts = clauses.map(({ text }) => text)
    for (const [at, clause] of clauses.entries()) {
      const heading = clause.heading ?? (clause.kind === 'heading' ? clause.text : '')
      const own =
        heading === '' ? headings : [...headings, plainTokens(heading, names).map(({ word }) => word)]
      const text = ownWords(clause)
      const whole = clause.kind === 'row' ? clause.children.map((cell) => cell.text).join(': ') : text
      const lines = linesSaid(whole)
      const alone = isOpen(texts, at)
      const sentences = [false, true].flatMap((open) => {
        const said = lines.filter((line) => (line.open || alone) === open).map((line) => line.text)
        return (open ? said : said.length === 0 ? [] : [said.join('\n')]).flatMap((one) =>
          sentencesIn(one, lead, names).map((sentence) => ({
            ...sentence,
            open,
            ...(options.license && { long: true as const }),
          })),
        )
      })
      if (sentences.length > 0)
        passages.push({
          path: clause.path,
          section: clause.citation,
          headings: own.slice(-2),
          sentences: sentences.map((sentence) => ({
            ...sentence,
            section: clause.citation,
            path: clause.path,
            referred: [],
          })),
        })
      if (clause.kind !== 'row') walk(clause.children, leadOf(text, lead), own)
    }
  }
  walk(agreement.children, '', [])
  const byNumber = numbered(agreement)
  const gone = deletedIn(passages.flatMap(({ sentences }) => sentences.map(({ text }) => text)))
  const left = passages.filter(({ section }) => !gone.some((one) => isIn(section, one)))
  const read = left.map((passage) => ({
    ...passage,
    sentences: passage.sentences.map((one) => ({ ...one, referred: referredIn(one.text, byNumber) })),
  }))
  return { passages: read, definitions: definitionsIn(read), attached: attachedTo(agreement) }
}

function ownWords({ heading, text, kind }: Clause): string {
  if (kind === 'heading') return ''
  // A paper of one sentence has no title.
  if (kind === 'title') return /\w[.!?][”"’)]?$/.test(text) ? text : ''
  const body = heading !== undefined && text.startsWith(heading) ? text.slice(heading.length) : text
  return body.replace(/^[\s.:–-]+/, '')
}

/** Words that an entry of a list needs to be understood. */
function leadOf(text: string, before: string): string {
  if (text === '') return before
  if (/[:–—]\s*$/.test(text) || !/[.!?]["”’)]?\s*$/.test(text)) return sentencesOf(text).at(-1) ?? ''
  return ''
}

function sentencesIn(
  text: string,
  lead: string,
  names: Names,
): Pick<Sentence, 'text' | 'tokens' | 'words'>[] {
  // As long as it is printed, so that what is quoted of it is what the paper has.
  const bare = text.replaceAll(markers, (mark) => ' '.repeat(mark.length))
  let from = 0
  return sentencesOf(bare).map((sentence, at) => {
    const own = sentence.trim()
    const found = bare.indexOf(own, from)
    from = found < 0 ? from : found + own.length
    const printed = found < 0 ? own : text.slice(found, from)
    const before = at === 0 && lead !== '' ? `${lead} … ` : ''
    const tokens = plainTokens(before + own, names)
    return { text: before + printed, tokens, words: tokens.map(({ word }) => word) }
  })
}

const points =
  /\b(?:in|under|by|see|per|of|clauses?|sections?|paragraphs?|items?|rows?)\s+(\d+(?:\.\d+)+|\d+)\b/gi

/** What stands at the numbers that a sentence names, without what stands below them. */
function referredIn(text: string, byNumber: ReadonlyMap<string, string>): string[] {
  return [...text.matchAll(points)].flatMap(([, number]) => byNumber.get(number!) ?? [])
}

function numbered(agreement: Agreement): Map<string, string> {
  const found = new Map<string, string>()
  for (const clause of clausesOf(agreement)) {
    const row = clause.kind === 'row' ? clause.children.map((cell) => cell.text).join(' ') : clause.text
    const number = /^\d+(?:\.\d+)*$/.exec(clause.citation)?.[0] ?? /^(\d+(?:\.\d+)+)\s/.exec(row)?.[1]
    if (number !== undefined && !found.has(number)) found.set(number, row)
  }
  return found
}

const attachment =
  /^\W*((?:schedule|annex|appendix|exhibit|attachment)\s+[\p{L}\p{N}]{1,4})(?![\p{L}\p{N}])/iu

/** The schedules and annexes that stand in a paper itself, in small letters: `schedule 1`. */
function attachedTo(agreement: Agreement): Set<string> {
  return new Set(
    clausesOf(agreement).flatMap(({ kind, heading, text }) => {
      const [, name] = attachment.exec(heading ?? (kind === 'heading' ? text : '')) ?? []
      return name === undefined ? [] : [name.toLowerCase().replace(/\s+/g, ' ')]
    }),
  )
}

const meaning =
  /[“"]([^”"]{1,60})[”"]\s*(?:for the purposes? of [^,;]{1,40}\s+)?(?:\([^)]*\)\s*)?,?\s*(?:means?|shall mean|includes?|excludes?|is|are|=)\b/g

function definitionsIn(passages: readonly Passage[]): Map<string, Sentence[]> {
  const found = new Map<string, Sentence[]>()
  for (const sentence of passages.flatMap((passage) => passage.sentences))
    for (const [, term] of sentence.text.matchAll(meaning))
      found.set(term!, [...(found.get(term!) ?? []), sentence])
  return found
}

function namesIn(
  { parties }: EvidenceWords,
  { resale, vendor, customer }: ReviewOptions,
  agreement: Agreement,
): Names {
  const plain = (names: readonly string[]) =>
    names.map((name) =>
      name
        .replaceAll(/[^\p{L}\p{N}' ]+/gu, ' ')
        .split(/\s+/)
        .filter((word) => word !== '' && !articles.has(word))
        .join(' '),
    )
  const form = resale ? parties.resale : parties
  const text = clausesOf(agreement)
    .map((clause) => clause.text)
    .join('\n')
  const bodies = (names: readonly string[]) => (resale ? [] : namedParties(text, names))
  return {
    vendor: [
      ...form.vendor,
      ...bodies(parties.defined.vendor),
      ...plain(vendor.map((name) => name.toLowerCase())),
    ],
    customer: [
      ...form.customer,
      ...bodies(parties.defined.customer),
      ...plain(customer.map((name) => name.toLowerCase())),
    ],
    either: plain(parties.either),
    others: parties.others,
    data: plain(dataTermsIn(text)),
  }
}
