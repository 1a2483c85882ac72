import { remembered } from '../../reading/remembered.ts'
import { quotedUsesIn, termsOf } from '../definitions.ts'
import { ofPassage } from '../reading/of-passage.ts'
import type { CoherenceRule } from '../types.ts'

/** Before a term of a contract stands one of these; before most names none. */
const determiner =
  /\b(?:the|a|an|any|each|every|all|such|its|their|your|our|no|this|these|those|other|applicable|of|under|to|by)\s+$/i

const determinerOpening = /^(?:The|An?|Any|Each|Every|All|Such|Its|Their|Your|Our|No|This|These)\s/
const openingWord =
  /^(?:The|An?|Any|Each|Every|All|Such|Its|Their|Your|Our|No|This|These|Where|What|When|While|Whoever|Who|Which|For|With|Without|If|On|In|At|By|To|Of|From|Under|Until|Unless|Upon|After|Before|During|Between|Within|Only|Neither|Both|Either|Some|Most|Many|Other|Also|And|Or|But|So|As|Since|Because|Though|Although|Use|Nothing)\s+(?=\p{Lu})/u

/** Capitals that need no definition: what law, places, offices and papers are called. */
const ordinary =
  /^(?:Section|Sections|Article|Articles|Clause|Clauses|Exhibit|Exhibits|Schedule|Schedules|Annex|Annexes|Appendix|Attachment|Part|Paragraph|Chapter|Title|Recital|Agreement|License|Amendment|Addendum|Letter|Contract|Lease|Note|Party|Parties|State|States|Commonwealth|County|City|District|Republic|Kingdom|Union|Court|Courts|Act|Acts|Code|Law|Laws|Regulation|Regulations|Rule|Rules|Directive|Convention|Constitution|Commission|Agency|Department|Office|Board|Government|Congress|Secretary|President|Vice|Chief|Executive|Officer|General|Counsel|Director|Directors|Bank|Foundation|Association|Institute|University|Internet|Web|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Friday|Sunday|Saturday|English|American|European|German|French|Irish|British|Swiss|Federal|National|International|Standard|Time|Generally|Accepted|North|South|East|West|New|Inc|LLC|Ltd|Corp|Corporation|Company|Limited|Effective|Version|Policy|Notice|Name|Email|Address|Date|Street|Avenue|Road|Lane|Square|Boulevard|Suite|Floor|I)$/

const borrowed =
  /\b(?:Cover Page|Key Terms|Order Form|Standard Terms|Framework Terms)\b|[Cc]apitali[sz]ed terms[^.]{0,120}\b(?:defined|meaning)/

const run =
  /(?<![\p{L}\p{N}“"(-])\p{Lu}[\p{Ll}’]+(?:-\p{L}+)*(?![\p{L}-])(?:\s+(?:of\s+|and\s+)?\p{Lu}[\p{Ll}’]+(?:-\p{L}+)*(?![\p{L}-]))*/gu

/** A term with capitals that is used as a defined one and has a meaning in no paper of the deal. */
export const undefinedTerm: CoherenceRule = (papers) => {
  const terms = papers.flatMap((paper) => [...termsOf(paper)].map(form))
  // The name of what has versions is known as well: “Llama” where “Llama 3” is defined.
  const versioned = terms.filter((term) => /\d/.test(term)).flatMap((term) => term.split(' '))
  const defined = new Set([...terms, ...versioned])
  return papers.flatMap((paper) => {
    // A paper that takes its terms from a cover page, or from standard terms, defines none of them itself.
    const borrows = paper.passages.some(takesTerms)
    let labels: string[] | undefined
    const isLabel = (term: string) => {
      labels ??= paper.passages.map(({ text }) => text.toLowerCase())
      return labels.some((label) => label.startsWith(term.toLowerCase()))
    }
    const headings = new Set(paper.passages.map(({ heading }) => form(heading.replace(/[.:]$/, ''))))
    const uses = new Map<string, { term: string; places: string[]; ours: boolean }>()
    // Who the parties are stands at the beginning, with names of places.
    for (const passage of paper.passages.filter(({ place }) => place !== 'the beginning')) {
      for (const { term, ours } of usesIn(passage)) {
        const key = form(term)
        if (isKnown(key, defined) || headings.has(key)) continue
        if (paper.names?.some((name) => name.includes(term))) continue
        if (!ours && (borrows || isLabel(term))) continue
        const use = uses.get(key) ?? { term, places: [], ours: false }
        use.places.push(passage.place)
        use.ours ||= ours
        uses.set(key, use)
      }
    }
    return [...uses.values()]
      .filter(({ places, ours }) => ours || places.length >= 3)
      .map(({ term, places }) => ({
        rule: 'undefined-term',
        paper: paper.name,
        place: places[0]!,
        reason: `“${term}” is written as a defined term, and nothing defines it`,
        counsel: false,
      }))
  })
}

/** The line of a copyright notice, whose capitals are the licensor's. */
const copyright = /\bCopyright (?:©|\(c\)).{0,120}?\bAll Rights Reserved/gi

const takesTerms = ofPassage(({ text }) => borrowed.test(text))

/** Words that a passage writes as terms, and whether we wrote them. */
const usesIn = ofPassage(({ text: whole, ours, heading }) => {
  const found = quotedUsesIn(ours).map((term) => ({ term, ours: true }))
  const text = whole.replaceAll(copyright, (line) => ' '.repeat(line.length))
  for (const { 0: said, index: at } of text.matchAll(run)) {
    // A sentence that opens with a determiner, or with a word that joins, has it in capitals.
    const opening = openingWord.exec(said)?.[0] ?? ''
    const determined = determinerOpening.test(opening)
    const words = said.slice(opening.length)
    const index = at + opening.length
    const before = text.slice(Math.max(0, index - 24), index)
    const own = ours.includes(words)
    const several = /\s/.test(words)
    // In our own words two capitals are a term wherever they stand; a sentence begins with one of them.
    if (!determiner.test(before) && !determined && !(own && several && !heading.includes(words))) continue
    if (
      /^ (?:corporation|company|limited|llc|laws?|courts?|partnership|public|body)\b/i.test(
        text.slice(index + words.length),
      )
    )
      continue
    const parts = words.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part))
    // A name of a law, a place or an office has such a word in it.
    if (parts.some((part) => ordinary.test(part.replace(/’s?$/, '')))) continue
    // Behind “of”, “under”, “to” and “by” stand names as well: there one word alone is none of ours.
    const bareName = /\b(?:of|under|to|by|applicable|other)\s+$/i.test(before)
    if (bareName && parts.length === 1) continue
    found.push({ term: words.replace(/’s?$/, ''), ours: own })
  }
  return found
})

const form = remembered((term: string): string =>
  term
    .toLowerCase()
    .replace(/’s?$/, '')
    .replace(/\s+/g, ' ')
    .replace(/ies$/, 'y')
    .replace(/(?<=[^s])s$/, ''),
)

/** A term that is defined, or of terms that are: `Affiliate Products` where both are. */
function isKnown(key: string, defined: ReadonlySet<string>): boolean {
  if (defined.has(key)) return true
  const words = key.split(' ')
  for (let cut = 1; cut < words.length; cut += 1) {
    const [left, right] = [
      words.slice(0, cut).join(' '),
      words
        .slice(cut)
        .join(' ')
        .replace(/^(?:and|of) /, ''),
    ]
    if (isKnown(form(left), defined) && isKnown(form(right), defined)) return true
  }
  return false
}
