import { escaped } from '../pattern.ts'
import { daysNamedIn } from '../reading/date.ts'
import { remembered } from '../reading/remembered.ts'
import { sentencesOf } from '../reading/sentences.ts'
import { ofPassage } from './reading/of-passage.ts'
import type { CoherencePaper } from './types.ts'

/** A place that gives a term its meaning. */
export interface Meaning {
  term: string
  /** The words of the meaning; empty where the term stands in brackets behind what it names. */
  means: string
  place: string
  paper: string
}

const term = /[“"]([^”"]{1,60})[”"]/g
/** Between a term and the verb: where or how it has that meaning. */
const where = String.raw`(?:,?\s*(?:in this|as used|as it is used|used|here|herein|for (?:this|the|these|present)|within|under|when|where|wherever|throughout|also|only|alone|in (?:a|the|an|such|that|paragraph|section))\b[^.;“”]{0,60}?,?)?`
const verb = String.raw`(?:(?:shall|will|is to|are to|must|may|does|do)\s+(?:not\s+)?(?:only\s+|also\s+)?)?(?:means?|denotes?|designates?|signif(?:y|ies)|stands? for|has the (?:following )?(?:meaning|sense)|have the (?:following )?(?:meaning|sense)|(?:is|are|be) (?:understood|read|construed|taken|deemed|defined|meant|used|interpreted) (?:as|to be|to mean|for|to include|in|narrowly|strictly|broadly|widely|only)|refers? (?:only |solely |exclusively )?to|is defined|are defined|counts? as|equals?)`
/** Other ways to give a meaning, which paper of others has for other things too: they count in words of ours alone. */
const gives = new RegExp(
  String.raw`^(?::|${where}\s+(?:${verb}|comprises?|describes?|includes?|covers?|extends? to|is limited to|(?:is|are) (?:what|whatever|whoever|only|any|each|every|an?|the|those|all|such)\b))`,
  'i',
)
/** What follows “is” and gives a meaning: a day, or what it is by a sentence of its own. */
const complement = new RegExp(
  [
    String.raw`^\s+(?:is|are|shall be|will be)\s+(?:what|whatever|whoever|those|any|each|every)\b`,
    // Words of a name, none of them a participle or a preposition: “companies of which”, “an entity that”.
    String.raw`^\s+(?:is|are|shall be|will be)\s+(?:only )?(?:the |an? |all )?(?:(?!\p{L}+ed\s|(?:bound|kept|held|made|given|set|put|sent|paid|left|built|shown|told|done|taken|subject|free|due|known|not|only|with|in|to|by|as|from|for|at|on|under|of)\s)\p{L}+\s+){1,5}?(?:(?:of|in|to|for|by|from|over) which|in whose|whose|that|which|who|where)\b`,
  ].join('|'),
  'iu',
)
const knownVerb = new RegExp(String.raw`^${where}\s+${verb}\b`, 'i')
const givenBefore =
  /(?:\bby\s+$|\b(?:is|are)\s+(?:called\s+|referred to as\s+|named\s+)?(?:the\s+|an?\s+)?$)/i
const means =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:each|collectively|together)\s+)?(?:shall mean|means?|has the meaning|have the meanings?|refers? to|is defined|are defined)\b/i
const forOnePlace =
  /\b(?:for (?:the )?purposes? of this|as used in this (?:Section|paragraph)|in this (?:Section|paragraph),)/i

/** Where a paper gives its terms their meaning. */
export function meaningsOf({ name, passages }: CoherencePaper): Meaning[] {
  return passages.flatMap((passage) => meaningsIn(passage).map((one) => ({ ...one, paper: name })))
}

const meaningsIn = ofPassage(({ text, place, ours }) => {
  const found: Omit<Meaning, 'paper'>[] = []
  for (const sentence of sentencesOf(text)) {
    const own = ours.includes(sentence)
    // A meaning for one section alone is none of the paper; where we give one, it stands against what the term means.
    if (!own && forOnePlace.test(sentence)) continue
    let open: string[] = []
    for (const match of sentence.matchAll(term)) {
      const [whole, words] = match
      const after = sentence.slice(match.index + whole.length)
      const before = sentence.slice(0, match.index)
      const ourTerm = ours.includes(whole)
      if (ourTerm && givenBefore.test(before) && /^\s*(?:[.;]|the parties (?:mean|understand))/.test(after)) {
        found.push({
          term: words!.replace(/[.,]$/, ''),
          means: `${before} ${after}`.replace(/“[^”]*”/g, ''),
          place,
        })
      } else if (means.test(after) || (ourTerm && (gives.test(after) || (own && isDay(after))))) {
        const [until = ''] = /^[^“"]*/.exec(after.replace(means.test(after) ? means : gives, '')) ?? []
        for (const each of [...open, words!])
          found.push({ term: each.replace(/[.,]$/, ''), means: until, place })
        open = []
      } else if (/^\s*(?:,|or|and|,\s*(?:or|and))\s*[“"]/.test(after)) open.push(words!)
      else {
        open = []
        // `(the “Company”)`, `(“Company”)`, `(each a “License” and together the “Licenses”)`
        const bracket = before.lastIndexOf('(')
        const inside =
          bracket >= 0 && !before.slice(bracket).includes(')') ? before.slice(bracket + 1) : undefined
        if (inside !== undefined && /^(?:[\w\s,’“”"-]*)$/.test(inside) && inside.length < 90)
          found.push({ term: words!.replace(/[.,]$/, ''), means: '', place })
      }
    }
  }
  return found
})

const opening = String.raw`^(?:(?:in|for|under|as used in|as regards|within|throughout|where|when|wherever|unless|if)\b[^,.;]{0,60},\s*)?(?:(?:here|herein|also|and|but|however|any reference to|a reference to|references? to|the (?:term|word|expression|phrase)s?),?\s+)?(?:the |an? |any |each |every |all )?`
/** A party is what it is called; what a sentence says that it is, is a fact. */
const aParty =
  /^(?:meta|we|you|licensee|licensor|company|customer|client|vendor|supplier|provider|part(?:y|ie))$/

/** Where words of ours give terms a meaning without marking them as terms: “The Effective Date is May 1”. */
export function unmarkedMeanings({ name, passages }: CoherencePaper, terms: Iterable<string>): Meaning[] {
  const meaningsIn = unmarkedIn([...terms].join('\0'))
  return passages.flatMap((passage) =>
    ownSentences(passage).flatMap((sentence) =>
      meaningsIn(sentence).map((one) => ({ ...one, place: passage.place, paper: name })),
    ),
  )
}

/** Reads sentences for meanings of certain terms, which the drafts of a batch have in common. */
const unmarkedIn = remembered((terms: string) => {
  const named = terms
    .split('\0')
    .filter((one) => one !== '')
    .map((one): [string, string] => [one, escaped(one).replace(/y$/, '(?:y|ies)')])
  const opens = (words: string) => new RegExp(`${opening}(?:${words})s?(?=[\\s,])`, 'i')
  const patterns = named.map(([one, words]): [string, RegExp] => [one, opens(words)])
  const any = opens(named.map(([, words]) => words).join('|'))
  if (named.length === 0) return () => []
  return remembered((sentence: string): readonly Pick<Meaning, 'term' | 'means'>[] => {
    // Most sentences open with none of them.
    if (!any.test(sentence)) return []
    return patterns.flatMap(([one, pattern]) => {
      const found = pattern.exec(sentence)
      if (!found) return []
      const after = sentence.slice(found[0].length)
      const isMeaning =
        knownVerb.test(after) ||
        (!aParty.test(one.toLowerCase()) && complement.test(after)) ||
        isDay(after) ||
        (/\breferences? to\b/i.test(found[0]) && /^\s+(?:is|are|shall be) to\b/.test(after))
      return isMeaning ? [{ term: one, means: after.replace(knownVerb, '') }] : []
    })
  })
}, 4)

const ownSentences = ofPassage(({ ours }) => sentencesOf(ours.replaceAll('\n', ' ')))

/** “is January 1, 2027”, “falls on March 3”. */
function isDay(after: string): boolean {
  const verbs = /^\s+(?:is|shall be|will be|falls on|means)(?: the)?\s+/.exec(after)
  return verbs !== null && daysNamedIn(after).some(({ index }) => index <= verbs[0].length)
}

/** Every term that a paper gives a meaning, or has as the name of a definition or a heading. */
export function termsOf(paper: CoherencePaper): Set<string> {
  const quoted = paper.passages.flatMap(quotedIn)
  const given = meaningsOf(paper).map((meaning) => meaning.term)
  return new Set([...quoted, ...given, ...(paper.defined ?? [])])
}

/** What stands in quotation marks in a passage, but where it is used alone. */
const quotedIn = ofPassage(({ text, ours }) => {
  const used = new Set(ours === '' ? [] : quotedUsesIn(ours))
  return [...text.matchAll(term)]
    .map(([, words]) => words!.replace(/[.,]$/, ''))
    .filter((one) => !used.has(one))
})

const quotedUse =
  /(?:(?:^|[.;:!?\n]\s*)(?:(?:The|Any|Each|Every|All|No|An?)\s+)?|\b(?:any|each|every|all|no|such|its|their)\s+)[“"](\p{Lu}[^”"]{1,50})[”"](?=\s+(?:may|shall|will|must|can|cannot|need|has|have|do|does|is|are|was|were|\p{Ll}{3,}s)\b)/gu

/** Terms in quotation marks that are used there and given no meaning: “‘Group Companies’ may …”. */
export const quotedUsesIn: (words: string) => readonly string[] = remembered((words: string) =>
  [...words.matchAll(quotedUse)].flatMap(({ 0: whole, 1: name, index }) => {
    const after = words.slice(index + whole.length)
    return gives.test(after) || means.test(after) || isDay(after) ? [] : [name!]
  }),
)
