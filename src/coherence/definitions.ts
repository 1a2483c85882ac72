import type { CoherencePaper, CoherencePassage } from './types.ts'
import { sentencesOf } from './words.ts'

/** A place that gives a term its meaning. */
export interface Meaning {
  term: string
  /** The words of the meaning; empty where the term stands in brackets behind what it names. */
  means: string
  place: string
  paper: string
}

const term = /[“"]([^”"]{1,60})[”"]/g
/** Other ways to give a meaning, which paper of others has for other things too: they count in words of ours alone. */
const gives =
  /^(?::|\s+(?:denotes?|comprises?|designates?|describes?|stands? for|includes? only|covers? only|is understood as|has the following meaning|is (?:what|whatever|whoever|only|any|each|every|an?|the)\b))/i
const givenBefore =
  /(?:\bby\s+$|\b(?:is|are)\s+(?:called\s+|referred to as\s+|named\s+)?(?:the\s+|an?\s+)?$)/i
const means =
  /^\s*(?:\([^)]*\)\s*)?(?:(?:each|collectively|together)\s+)?(?:shall mean|means?|has the meaning|have the meanings?|refers? to|is defined|are defined)\b/i

/** Where a paper gives its terms their meaning. */
export function meaningsOf({ name, passages }: CoherencePaper): Meaning[] {
  return passages.flatMap((passage) => meaningsIn(passage).map((one) => ({ ...one, paper: name })))
}

function meaningsIn({ text, place, ours }: CoherencePassage): Omit<Meaning, 'paper'>[] {
  const found: Omit<Meaning, 'paper'>[] = []
  for (const sentence of sentencesOf(text)) {
    // A meaning for one section alone is none of the paper.
    if (
      /\b(?:for (?:the )?purposes? of this|as used in this (?:Section|paragraph)|in this (?:Section|paragraph),)/i.test(
        sentence,
      )
    )
      continue
    let open: string[] = []
    for (const match of sentence.matchAll(term)) {
      const [whole, words] = match
      const after = sentence.slice(match.index + whole.length)
      const before = sentence.slice(0, match.index)
      const own = ours.includes(whole)
      if (own && givenBefore.test(before) && /^\s*(?:[.;]|the parties (?:mean|understand))/.test(after)) {
        found.push({
          term: words!.replace(/[.,]$/, ''),
          means: `${before} ${after}`.replace(/“[^”]*”/g, ''),
          place,
        })
      } else if (means.test(after) || (own && gives.test(after))) {
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
}

/** Every term that a paper gives a meaning, or has as the name of a definition or a heading. */
export function termsOf(paper: CoherencePaper): Set<string> {
  const quoted = paper.passages.flatMap(({ text }) =>
    [...text.matchAll(term)].map(([, words]) => words!.replace(/[.,]$/, '')),
  )
  return new Set([...quoted, ...(paper.defined ?? [])])
}
