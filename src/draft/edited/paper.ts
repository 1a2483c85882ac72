import type { Agreement } from '../../agreement/index.ts'
import { type CoherencePaper, type CoherencePassage, paperOf } from '../../coherence/index.ts'
import { type Amendment, amendmentsIn } from './amendments.ts'

/** What our client is called in papers that others may have edited. */
const clients = [
  'the Company',
  'Company',
  'the Customer',
  'Customer',
  'the Supplier',
  'Supplier',
  'Licensee',
  'you',
  'your',
]

/** A paper as somebody left it, with the amendments that it makes taken out of its own words. */
export interface EditedPaper {
  paper: CoherencePaper
  /** Each with its place as it is cited, the path of its clause, and the part of the letter in which it stands. */
  amendments: { amendment: Amendment; place: string; path?: string; scope: string }[]
  /** Whether it is a contract with a vendor. */
  vendor: boolean
}

/**
 * A letter, an addendum or any agreement as a paper to check: without what a draft says of itself (what is to settle, blanks,
 * the record), tables and the copy of a license behind it.
 */
export function editedPaper(agreement: Agreement, name: string, { ours }: { ours: boolean }): EditedPaper {
  const whole = inSections(paperOf(agreement, name, { ours }))
  const text = whole.passages.map((passage) => passage.text).join('\n')
  const vendor = /\(the [“"](?:Vendor|Supplier|Provider)[”"]\)/.test(text)
  const letter = !vendor && /\bthis letter\b/i.test(text)
  const amendments: EditedPaper['amendments'] = []
  let scope = ''
  const passages = ownPassages(whole.passages).flatMap((passage): CoherencePassage[] => {
    const place = placeIn(passage, letter)
    if (/^\d+$/.test(passage.number)) scope = passage.text
    const { amendments: made, rest } = letter
      ? amendmentsIn(passage.text)
      : { amendments: [], rest: passage.text }
    for (const amendment of made)
      amendments.push({ amendment, place, scope, ...(passage.path !== undefined && { path: passage.path }) })
    const words = closedHeading(rest, passage.heading)
    return [{ ...passage, place, text: words, ours: ours ? words : '' }]
  })
  const paper: CoherencePaper = {
    name,
    passages,
    client: clients,
    names: namesIn(text),
    defined: vendor ? ['Including', 'Llama'] : ['Licensee', 'Licensor', 'Re', 'Llama'],
    ...(vendor && { counterparty: 'vendor' as const }),
  }
  return { paper, amendments, vendor }
}

/** What a firm may call a section of a license in a letter, whose own parts are paragraphs. */
const otherWord = /\b(Clause|Article)(s?)(?=\s+\d)/g

/** A letter that speaks of clauses or articles of a license, as it would speak of sections. */
function inSections(paper: CoherencePaper): CoherencePaper {
  const says = (words: RegExp) => paper.passages.some(({ text }) => words.test(text))
  if (!says(/\bthis letter\b/i) || !says(/\bparagraphs? \d/i)) return paper
  return {
    ...paper,
    passages: paper.passages.map((passage) => ({
      ...passage,
      text: passage.text.replace(otherWord, 'Section$2'),
      ours: passage.ours.replace(otherWord, 'Section$2'),
    })),
  }
}

/** A heading that stands before its words on one line ends there. */
function closedHeading(text: string, heading: string): string {
  const plain = heading.replace(/[.:]$/, '')
  return plain !== '' && text.startsWith(`${plain} `) ? `${plain}. ${text.slice(plain.length + 1)}` : text
}

/** Headings under which a draft speaks of itself, up to the next heading of the paper. */
const aside =
  /^(?:Blanks to fill before signature|To settle before it leaves\b.*|Open questions?|Drafting notes?)$/i
const attachmentHeading = /^(?:Heading “)?(?:Schedule|Annex|Appendix|Exhibit) \w+(?:[:”]|$)/
const attachment = /^(?:Heading “)?(?:Schedule|Annex|Appendix|Exhibit) \w+/

function ownPassages(passages: readonly CoherencePassage[]): CoherencePassage[] {
  let skipping = false
  return passages.flatMap((passage) => {
    const { place, heading, text } = passage
    const attached = heading !== '' && attachmentHeading.test(place)
    if (/^(?:Schedule \w+: )?Conformed copy\b/.test(text)) {
      skipping = true
      // Its place is there for whoever refers to it.
      return [{ ...passage, text: heading, ours: '' }]
    }
    if (aside.test(heading || text)) skipping = true
    else if (skipping && attached && !/Conformed copy/.test(place)) skipping = false
    const ofDraft = /^(?:Record|Draft for review by counsel)\b/.test(text)
    const inTable = /\b(?:table|row|cell|item)\b/.test(place.replace(/“[^”]*”/g, ''))
    return skipping || ofDraft || inTable ? [] : [passage]
  })
}

function placeIn({ place, number }: CoherencePassage, letter: boolean): string {
  if (number !== '') return letter ? place.replace(/^Section /, 'paragraph ') : place
  return attachment.exec(place)?.[0].replace(/^Heading “/, '') ?? 'the beginning'
}

/** Names of the parties, whose capitals are no terms. */
function namesIn(text: string): string[] {
  return [
    ...text.matchAll(
      /^(?:From|To|Between)?:?\s*(\p{Lu}[^,(\n]{2,80}(?:, (?:Inc|LLC|Ltd|Corp)\.?)?)(?:,| \()/gmu,
    ),
  ].map(([, name]) => name!)
}
