import type { CoherenceMessage, CoherencePaper, CoherenceRule } from '../types.ts'
import { sentencesOf, shown } from '../words.ts'

const numbers: Record<string, number> = {
  five: 5,
  seven: 7,
  ten: 10,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  'forty-five': 45,
  sixty: 60,
  ninety: 90,
  six: 6,
  twelve: 12,
  'twenty-four': 24,
  'forty-eight': 48,
}

const words = Object.keys(numbers).sort((a, b) => b.length - a.length)
const period = new RegExp(
  String.raw`\b(?<n>\d+|${words.join('|')})(?:\s*\(\d+\))?[\s-]+(?<unit>business days?|working days?|days?|hours?|weeks?|months?|years?)\b`,
  'gi',
)

/** Something that has one measure in one deal, by the words of a sentence that are about it. */
interface Subject {
  what: string
  /** All of them stand in the sentence. */
  about: RegExp[]
  /** None of them does. */
  not?: RegExp
  /** Units in which it is counted. */
  unit: RegExp
}

const subjects: Subject[] = [
  {
    what: 'the time to cure a breach',
    about: [
      /\b(?:cur(?:e|es|ed|ing)|remed(?:y|ies|ied|ying)|put(?:s|ting)? right|rectif\w+)\b/i,
      /\b(?:breach\w*|default|cure period|non-?compliance)\b/i,
    ],
    unit: /day|week/,
  },
  {
    what: 'the time to cease use after the end',
    about: [
      /\bwithin\b[^.;]{0,40}\bafter (?:the )?(?:termination|end|expiry) of this\b|\bcease\b[^.;]{0,60}\bwithin\b/i,
    ],
    not: /\bconfirm|\bpay\b|\brefund|\breturn|\bnotice\b/i,
    unit: /day|month|week/,
  },
  {
    what: 'notice of a change of the policy',
    about: [/\bchange\w*\b[^.;]{0,30}\bpolicy|\bpolicy\b[^.;]{0,30}\bchang/i, /\bnotice|\bnotif/i],
    // Who has had a notice may have a time to say so.
    not: /\bcease\b|\blearns?\b|\breceipt\b|\backnowledg/i,
    unit: /day|month|week/,
  },
  {
    what: 'the time to report an incident',
    about: [
      /\b(?:report\w*|notif\w+|inform\w*|tells?|told|notice|learns?|made known)\b/i,
      /\b(?:incident|security breach|breach of security|data breach)s?\b/i,
    ],
    not: /\b(?:full|final|further|written|detailed|analysis|cause)\b/i,
    unit: /hour|business day|working day/,
  },
  {
    what: 'how long confidentiality survives',
    about: [/\bconfiden/i, /\bsurviv|\bafter (?:the )?(?:termination|end)/i],
    unit: /year|month/,
  },
  {
    what: 'the notice of a termination',
    about: [
      /\b(?:terminate|end) (?:this|the|it)\b[^.;]{0,80}\b(?:upon|on|by|with)\b[^.;]{0,60}\bnotice|\bnotice of termination/i,
    ],
    not: /\bbreach|\bcure|\bchange\b|\bbefore\b/i,
    unit: /day|month/,
  },
]

const amount = /(?:US\$|€|£|\$|CHF|EUR|USD|GBP)\s?[\d,.]*\d(?: (?:thousand|million|billion))?/gi
const limitsIndemnity = [
  /\bindemn|\bSection 5\.c\b/i,
  /\b(?:liab\w*|owes?|pays?|payable|cap\w*|limit\w*|exceed\w*|maximum|at most|no more than|up to)\b/i,
]

/** A limit of all that is owed is another one than that of the indemnity alone. */
const overall = /\b(?:aggregate|total|overall|all)\b[^.;]{0,30}\bliabilit[^;]*\b(?:includ|arising out of or)/i

interface Measured {
  value: string
  said: string
  paper: string
  place: string
}

/**
 * One thing with two measures in what we ask for: thirty days to cure in one clause and ten in another, an indemnity limited
 * to one amount here and to another there. What the one position would settle for stands then beside what another asks.
 */
export const measures: CoherenceRule = (papers) => {
  const found = new Map<string, Measured[]>()
  const put = (what: string, one: Measured) => found.set(what, [...(found.get(what) ?? []), one])
  for (const paper of papers) {
    const { name, passages } = paper
    for (const { text, ours, place } of passages) {
      if (ours === '') continue
      for (const sentence of sentencesOf(text)) {
        for (const { what, about, not, unit } of subjects) {
          if (!about.every((pattern) => pattern.test(sentence)) || not?.test(sentence)) continue
          const one = periodsIn(sentence).find((each) => unit.test(each.unit) && ours.includes(each.n))
          if (one)
            put(`${what}${paper.counterparty ? ' toward the vendor' : ''}`, {
              value: `${numbers[one.n.toLowerCase()] ?? one.n} ${one.unit}`,
              said: `${one.n} ${one.unit}`,
              paper: name,
              place,
            })
        }
      }
      for (const sentence of sentencesOf(ours)) {
        if (overall.test(sentence)) continue
        if (!limitsIndemnity.every((pattern) => pattern.test(sentence)) || !isOurs(sentence, paper)) continue
        for (const [said] of sentence.matchAll(amount))
          put('our liability under the indemnity', { value: amountOf(said), said, paper: name, place })
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

function periodsIn(sentence: string): { n: string; unit: string }[] {
  return [...sentence.matchAll(period)].map(({ groups }) => ({
    n: groups!.n!,
    unit: `${groups!.unit!.toLowerCase().replace(/s$/, '')}s`,
  }))
}

/** Whether a sentence is about what our client owes. */
function isOurs(sentence: string, { client = [] }: CoherencePaper): boolean {
  const us = `(?:${client.join('|')})(?:r|’s|'s)?(?![\\w])`
  if (/\b(?:meta|vendor|licensor|supplier)\b[^.;]{0,80}\b(?:indemnif|defend|hold)/i.test(sentence))
    return false
  return new RegExp(
    `(?<!\\w)${us}[^.;]{0,60}\\b(?:liab|indemn|owe|pay|respon)|\\b(?:liab\\w*|indemn\\w*|obligation)\\b[^.;]{0,40}\\b(?:of|by|from) ${us}`,
    'i',
  ).test(sentence)
}

function amountOf(said: string): string {
  const by = /million/i.test(said) ? 1e6 : /billion/i.test(said) ? 1e9 : /thousand/i.test(said) ? 1e3 : 1
  return String(Number(said.replace(/[^\d.]/g, '').replace(/\.$/, '')) * by)
}
