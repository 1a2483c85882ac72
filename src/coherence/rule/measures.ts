import type { CoherenceMessage, CoherenceRule } from '../types.ts'
import { sentencesOf, shown } from '../words.ts'

const numbers: Record<string, number> = {
  ten: 10,
  fifteen: 15,
  thirty: 30,
  sixty: 60,
  ninety: 90,
  six: 6,
  twelve: 12,
}

const period = String.raw`(?:(?<n>\d+|ten|fifteen|thirty|sixty|ninety|six|twelve)(?:\s*\(\d+\))?\s+(?<unit>business days|days|hours|months|years))`

/** What a number of days, or an amount, is for: the same thing has one number in one deal. */
const subjects: [what: string, pattern: RegExp][] = [
  [
    'the time to cure a breach',
    new RegExp(String.raw`\bcur(?:e|ed|ing)\b[^.;]{0,80}?\bwithin ${period}`, 'i'),
  ],
  [
    'the time to cease use after the end',
    new RegExp(String.raw`\bwithin ${period} after (?:the )?termination of this\b`, 'i'),
  ],
  [
    'notice of a change of the policy',
    new RegExp(
      String.raw`\b(?:at least )?${period}[’']?(?: written)? notice\b[^.;]{0,60}\bchange\b[^.;]{0,30}\bpolicy`,
      'i',
    ),
  ],
  [
    'the time to report an incident',
    new RegExp(
      String.raw`\b(?:report|notify)\b[^.;]{0,80}\b(?:incident|breach of security|security breach)\b[^.;]{0,60}\bwithin ${period}`,
      'i',
    ),
  ],
  [
    'how long confidentiality survives',
    new RegExp(String.raw`\bconfiden[^]*?\bsurvives? termination for ${period}`, 'i'),
  ],
  [
    'the notice of a termination',
    new RegExp(
      String.raw`\bterminate\b[^.;]{0,80}\bupon (?:at least )?${period}[’']?(?: written)? notice`,
      'i',
    ),
  ],
]

const cap =
  /\b(?<whose>your|licensee|the company|the vendor|meta|each party)\b(?:[^.;]|\.(?=\w)){0,140}?\b(?:liabil|indemn)(?:[^.;]|\.(?=\w)){0,160}?(?<amount>(?:US\$|€|£|\$|CHF|EUR|USD|GBP)\s?[\d,.]*\d(?: (?:million|billion))?)/gi

/**
 * One thing with two numbers in what we ask for: thirty days to cure in one clause and ten in another, an indemnity limited
 * to one amount here and to another there. What the one position would settle for stands then beside what another asks.
 */
export const measures: CoherenceRule = (papers) => {
  const found = new Map<string, { value: string; said: string; paper: string; place: string }[]>()
  const put = (what: string, one: { value: string; said: string; paper: string; place: string }) =>
    found.set(what, [...(found.get(what) ?? []), one])
  for (const { name, passages } of papers) {
    for (const { text, ours, place } of passages) {
      if (ours === '') continue
      for (const [what, pattern] of subjects) {
        for (const sentence of what.startsWith('how long') ? [text] : sentencesOf(text)) {
          const groups = pattern.exec(sentence)?.groups
          if (!groups || !ours.includes(groups.n!)) continue
          const count = numbers[groups.n!.toLowerCase()] ?? groups.n!
          put(what, {
            value: `${count} ${groups.unit!.toLowerCase()}`,
            said: `${groups.n} ${groups.unit}`,
            paper: name,
            place,
          })
        }
      }
      for (const sentence of sentencesOf(ours))
        for (const { groups } of sentence.matchAll(cap)) {
          const who = groups!.whose!.toLowerCase()
          const whose = /your|licensee|company/.test(who)
            ? 'our liability under the indemnity'
            : `the liability of ${who}`
          if (whose.startsWith('our') && !/indemn|5\.c|Section 6/i.test(sentence)) continue
          if (!whose.startsWith('our')) continue
          put(whose, { value: amountOf(groups!.amount!), said: groups!.amount!, paper: name, place })
        }
    }
  }
  return [...found].flatMap(([what, ones]): CoherenceMessage[] => {
    const [first] = ones
    return ones.flatMap((one) =>
      one.value === first!.value
        ? []
        : [
            {
              rule: 'two-measures',
              paper: one.paper,
              place: one.place,
              reason: `${what} is ${shown(one.said)} here and ${shown(first!.said)} in ${first!.place}${first!.paper === one.paper ? '' : ` of ${first!.paper}`}: the weaker one undoes the other`,
              counsel: true,
            },
          ],
    )
  })
}

function amountOf(words: string): string {
  const millions = /million/i.test(words) ? 1e6 : /billion/i.test(words) ? 1e9 : 1
  return String(Number(words.replace(/[^\d.]/g, '').replace(/\.$/, '')) * millions)
}
