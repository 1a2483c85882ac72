import type { CuePlace } from '../../library/index.ts'
import type { Sentence } from '../types.ts'
import { isPromised } from './limit.ts'

/** Whether a cue has itself a word that denies: what it finds is then meant as it stands. */
export function denies(cue: string): boolean {
  return /@no(?![a-z])|(?<![a-z])(?:not|no|never|neither|nor|none|nothing|nobody|without|unless|nowhere)(?![a-z])/.test(
    cue,
  )
}

/** “Vendor may …”: what a party may do, it need not. The word counts up to the next comma. */
export function isLeave({ words, tokens, text }: Sentence, place: CuePlace): boolean {
  const may = words.lastIndexOf('may', place.to - 1)
  if (may < 1 || (words[may - 1] !== 'vendor' && words[may - 1] !== 'it')) return false
  // “May rely on no other rule” binds as “may not rely” does.
  if (words[may + 1] === 'not' || words.slice(may, place.to + 1).includes('only')) return false
  if (words.slice(may + 1, may + 4).includes('no')) return false
  const between = text.slice(tokens[may]!.to, tokens[Math.max(may, place.from)]!.from)
  return !/[,;:]|\b(?:shall|will|must|does|is|are)\b/.test(between)
}

const modals = new Set(['shall', 'will', 'must'])
/** What our client would do, were it bound in the vendor's place; what it owns, gets or may do is its right. */
const acts =
  /^(?:keep|maintain|list|give|notifie|inform|tell|delete|return|confirm|complie|impose|bind|report|warrant|represent|indemnifie|defend|carrie|provide|supplie|display|document|retain|ensure|undertake|agree|answer|accept|observe|include)s$/

/** “Customer shall have 30 days to cure”: what our client shall have is its right. */
function isRight(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? ''
  if (words[at] === 'have') return next !== 'to'
  return (
    words[at] === 'be' &&
    /^(?:entitled|free|allowed|permitted|given|granted|told|notified|informed|refunded|repaid)$/.test(next)
  )
}

/** “Customer shall keep records”: what our client has to do, the vendor does not give. */
export function isOfCustomer({ words }: Sentence, place: CuePlace): boolean {
  const until = Math.max(place.from + 1, place.to)
  const own = words.findLastIndex(
    (word, at) =>
      at < until &&
      ((modals.has(word) &&
        !isRight(words, at + 1) &&
        words.slice(Math.max(0, at - 2), at).includes('customer')) ||
        (acts.test(word) && words[at - 1] === 'customer')),
  )
  if (own < 0) return false
  return !words.some(
    (word, at) =>
      ((word === 'party' || word === 'neither') && at < until) ||
      (word === 'vendor' &&
        (at < own ||
          words.slice(at + 1, at + 3).some((next) => modals.has(next)) ||
          // “Customer tells Vendor of a breach; Vendor tells of it …”
          (at < until && acts.test(words[at + 1] ?? '')))),
  )
}

/** Words that deny what follows them. */
export const negators = new Set(['not', 'no', 'never', 'neither', 'nor', 'none', 'nothing', 'nobody'])
const harmless = new Set([
  'later',
  'less',
  'weaker',
  'more',
  'fewer',
  'longer',
  'only',
  'exceed',
  'exceeding',
  'limited',
  'earlier',
  'lower',
  'marked',
  'merely',
  'just',
  'cost',
  'charge',
  'extra',
  'worse',
])
/** Whether a word that denies denies nothing there, as in “no later than”. */
export function isIdle(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? ''
  return harmless.has(next) || (words[at] === 'no' && (next === 'case' || next === 'event'))
}

const subordinate =
  /\b(?:if|where|when|whenever|unless|until|that|which|who|while|once|after|before|whether|should|except|insofar|so far as|to the extent|even)\b/i

/**
 * “Breaches of a license are not incidents”: whether a place of a sentence is denied there, in the same breath and not in a
 * condition, and not as in “no later than”.
 */
export function isDenied({ words, tokens, text }: Sentence, { from, to }: CuePlace): boolean {
  const first = Math.max(0, from - 2)
  const last = Math.min(words.length, to + 3)
  for (let at = first; at < last; at += 1) {
    if (!negators.has(words[at]!)) continue
    if (isIdle(words, at) || words[at - 1] === 'or') continue
    // “Section 4 (No Training)” is a name.
    if (at > 0 && text[tokens[at]!.from] === 'N') continue
    if (at < to && text.slice(tokens[at]!.to, tokens[to - 1]!.from).includes(';')) continue
    // “The sections on confidentiality, no training and liability continue”: one of several things.
    if (words[at] === 'no' && at > from && text.slice(tokens[at]!.to, tokens[to - 1]!.from).includes(','))
      continue
    // “Neither weakens a filter without recording it”.
    if (words.slice(at, to).some((word) => word === 'without' || word === 'unless')) continue
    if (at >= to && !/^(?:is|are|be|was|were|shall|will|does|do|has|have)$/.test(words[at - 1] ?? ''))
      continue
    if (subordinate.test(breathBefore(text.slice(0, tokens[at]!.from)))) continue
    const near = at < from ? text.slice(tokens[at]!.to, tokens[from]!.from) : ''
    const behind = at >= to ? text.slice(tokens[to - 1]!.to, tokens[at]!.from) : ''
    if (/[,;:]|\b(?:and|but)\b/.test(near + behind)) continue
    return true
  }
  return false
}

const duties =
  /\b(?:no (?:duty|obligation|responsibility|liability|need|commitment|undertaking)|not (?:obliged|obligated|required|bound|liable|responsible|answerable|committed)) (?:to|for|under)\b/

/** “Vendor has no duty to defend Customer from claims …”: whether the vendor is free of what stands behind it in the same breath. */
export function isRefused({ words, tokens, text }: Sentence, { to }: CuePlace): boolean {
  const said = words.slice(0, to).join(' ')
  const match = duties.exec(said)
  if (!match) return false
  const at = said.slice(0, match.index).split(' ').length - 1
  const before = words.slice(Math.max(0, at - 4), at)
  if (!before.includes('vendor') && !before.includes('it')) return false
  if (subordinate.test(breathBefore(text.slice(0, tokens[at]!.from)))) return false
  return !/[;:]|\b(?:but|and (?:shall|will|must)|except|unless|without|until)\b/.test(
    text.slice(tokens[at]!.to, tokens[to - 1]!.from),
  )
}

/** The words before a place that are of one thought with it: “Where a change hurts the customer, or …, and the vendor does” is one. */
function breathBefore(before: string): string {
  const pieces = before.split(/[,;:]/)
  let breath = pieces.pop()!
  while (/^\s*(?:and|or)\b/.test(breath) && pieces.length > 0)
    breath = `${pieces.pop()!} ${breath.trim().replace(/^(?:and|or)\b/, '')}`
  return breath
}

const exceptions = new Set(['except', 'excepting', 'excluding', 'excepted'])

/** Whether a cue has itself a word that makes an exception, or stands for what is left of one. */
export function excepts(cue: string): boolean {
  return /(?<![a-z])(?:except|excluding|exclu\*|exclud|unless|other_than|save|only)/.test(cue)
}

/**
 * “Indemnifies against claims, except those that arise from output”: whether a place of a sentence ends in an exception, which
 * goes on to the next semicolon, and at the beginning of a sentence or of “except as stated” to the next comma.
 */
export function isExcepted({ words, tokens, text, long }: Sentence, { to }: CuePlace): boolean {
  if (long) return false
  const at = words.findLastIndex((word, index) => index < to - 1 && exceptions.has(word))
  if (at < 0) return false
  const between = text.slice(tokens[at]!.to, tokens[to - 1]!.from)
  // “…, except for what it has itself, and tells Customer …” promises anew.
  const anew = words.some(
    (_, index) =>
      index > at + 2 &&
      index < to &&
      text.slice(tokens[index - 1]!.from, tokens[index]!.from).includes(',') &&
      isPromised({ words }, index),
  )
  if (anew) return false
  return !(at < 2 || words[at + 1] === 'as' ? /[,;:]/ : /[;:]|, (?:but|and (?:shall|will|the))/).test(between)
}
