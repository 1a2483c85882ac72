import { type Duration, durationsIn, sameLength } from '../../reading/duration.ts'
import { moneyIn } from '../../reading/money.ts'
import { remembered } from '../../reading/remembered.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { ofPassage } from '../reading/of-passage.ts'
import { type Parties, partiesOf } from '../reading/party.ts'
import { numbersNamedIn, passagesNamedIn } from '../reading/section.ts'
import type { CoherenceMessage, CoherencePaper, CoherencePassage, CoherenceRule } from '../types.ts'
import { shown } from '../words.ts'

/** Something that has one measure in one deal, by the words of a sentence that are about it. */
interface Subject {
  what: string
  /** All of them stand in the sentence. */
  about: RegExp[]
  /** None of them does. */
  not?: RegExp
  /** That there is none of it: what is ended at once has no time to be cured. */
  none?: RegExp
  /** Units in which it is counted. */
  unit: RegExp
  /** It is one thing for each party that does it. */
  byActor?: true
  /** In one paper alone, where another has a thing of its own of that name. */
  inPaper?: true
}

const theEnd = String.raw`(?:terminat\w*|expir\w*|(?:the )?end\b(?! users?)|ends\b|ended\b|is over\b|lapse[sd]?\b|cancel\w*)`
const stops = String.raw`\b(?:ceas\w+|stop\w*|delet\w+|destroy\w*|eras\w+|remov\w+|purg\w+|discontinu\w+|wip\w+|take[sn]? down|uninstall\w*|wind\w* down|phas\w+ out|give[sn]? up|hand\w* back|dispos\w+|end\w* (?:all |any |its |every )?use)\b`
const notice = String.raw`\b(?:notic\w*|notif\w*|inform\w*|tell\w*|told|announc\w*|advance|advise[sd]?|warn\w*|communicat\w*|publish\w*|prior|ahead|beforehand|given|made known)\b`

const subjects: Subject[] = [
  {
    what: 'the time to cure a breach',
    about: [
      /\b(?:cur(?:e|es|ed|ing)|remed(?:y|ies|ied|ying|iate\w*)|put(?:s|ting)? (?:\w+ ){0,3}right|set(?:s|ting)? right|rectif\w+|repair\w*|redress\w*|correct(?:s|ed|ing)?|mend(?:s|ed|ing)?|make(?:s)? good|made good|resolv\w+)\b/i,
      /\b(?:breach\w*|default\w*|cure period|grace period|non-?compliance|violation\w*|infraction\w*|failure)\b/i,
    ],
    none: /^(?=.*\b(?:meta|licensor|vendor)\b)(?=.*\b(?:ends?|terminat\w*|cancels?|withdraws?|revokes?)\b)(?=.*\b(?:breach\w*|default\w*|violat\w*)\b).*\b(?:at once|immediately|forthwith|without (?:any )?(?:prior )?(?:notice|warning|time to cure))\b/i,
    not: /\b(?:executives?|dispute)\b/i,
    unit: /^(?:day|week|month|business day)$/,
  },
  {
    what: 'the time to cease use after the end',
    about: [
      new RegExp(
        `${stops}|\\bwithin\\b[^.;]{0,40}\\bafter (?:the )?(?:termination|end|expiry) of this\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:after|following|of|from|upon|once|when|on)\\b[^.;]{0,60}?\\b${theEnd}|\\bcease\\b[^.;]{0,60}\\bwithin\\b|\\bwithin\\b[^.;]{0,60}\\bcease\\b`,
        'i',
      ),
      /\b(?:materials?|models?|weights|software|copies|us(?:e|es|ing|age)|products?|llama)\b/i,
    ],
    not: /\b(?:confirm\w*|certif\w*|pay|refund\w*|return\w*|notice|law|legal hold|backups?|logs?|cover|insur\w*|customer data|prompts?)\b/i,
    unit: /^(?:day|month|week|year|business day)$/,
    byActor: true,
  },
  {
    what: 'notice of a change of the policy',
    about: [
      /\b(?:chang\w*|amend\w*|alter\w*|revis\w*|updat\w*|modif\w*|new version)\b[^.;]{0,60}\bpolic(?:y|ies)\b|\bpolic(?:y|ies)\b[^.;]{0,60}\b(?:chang|amend|alter|revis|updat|modif)/i,
      new RegExp(notice, 'i'),
    ],
    // Who has had a notice may have a time to say so.
    not: /\bcease\b|\blearns?\b|\bterminat|\breceipt\b|\backnowledg/i,
    unit: /^(?:day|month|week|business day)$/,
  },
  {
    what: 'the time to report an incident',
    about: [
      /\b(?:report\w*|notif\w+|inform\w*|tells?|told|notice|learns?|made known|alert\w*|flag\w*)\b/i,
      /\b(?:incident|security breach|breach of security|data breach|security event)s?\b/i,
    ],
    not: /\b(?:full|final|further|written|detailed|analysis|cause)\b/i,
    unit: /^(?:hour|day|business day)$/,
  },
  {
    what: 'how long confidentiality lasts after the end',
    about: [
      /\b(?:confiden\w*|secre\w*|non-?disclosure)\b/i,
      /\b(?:surviv\w*|outlast\w*|outlive\w*|after (?:the |its )?(?:termination|end|expiry|expiration)|following termination|beyond (?:the )?(?:end|term)|lasts?|remains?|continues?|expires?|ends?|for (?:a (?:period|term) of )?(?:\d|\w+ (?:years|months)))\b/i,
    ],
    unit: /^(?:year|month)$/,
    inPaper: true,
  },
  {
    what: 'the notice of a termination',
    about: [
      /\b(?:terminat\w*|ends?|cancel\w*|withdraw\w*|leave|quit)\b[^.;]{0,40}\b(?:this|the|a|any|each) (?:\w+ )?(?:agreement|licen[sc]e|letter|contract|addendum)\b[^.;]{0,80}\bnotice|\bnotice of (?:its |a |any |the )?(?:termination|cancellation)|\b(?:agreement|licen[sc]e|letter|addendum) (?:may|can) be (?:terminated|ended|cancelled)\b[^.;]{0,60}\bnotice/i,
    ],
    not: /\b(?:breach\w*|cure[ds]?|chang\w*|before|polic\w*|accept\w*|litigation|withdrawn|if|where|unless|cease|delete)\b/i,
    unit: /^(?:day|month|week|year)$/,
    byActor: true,
    inPaper: true,
  },
]

/** No end at all, where another place has one. */
const endless =
  /\b(?:without (?:any )?(?:limit|end)(?: (?:in|of) time)?|indefinite\w*|perpetual\w*|for ever|forever|in perpetuity|never (?:ends?|expires?)|also after (?:the )?(?:termination|end)|at any time after)\b/i
const tradeSecret = /\b(?:trade secrets?|as long as|so long as)\b/i

const bounding =
  /\b(?:liab\w*|owes?|pays?|payable|cap\w*|limit\w*|exceed\w*|maximum|ceiling|at most|no more than|not more than|up to|bounded)\b/i

/** A limit of all that is owed is another one than that of the indemnity alone. */
const overall = /\b(?:aggregate|total|overall|all)\b[^.;]{0,30}\bliabilit[^;]*\b(?:includ|arising out of or)/i

const inTotal = /\b(?:total|aggregate|overall|entire|whole|cumulative)\b[^.;]{0,40}\bliabilit/i

interface Measured {
  value: string
  length?: Duration
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
    const parties = partiesOf(paper)
    for (const passage of paper.passages) {
      const { ours, place } = passage
      if (ours === '') continue
      const at = { paper: paper.name, place }
      const vendors = paper.counterparty ? ' toward the vendor' : ''
      for (const { sentence, subjects } of measuring(passage)) {
        for (const subject of subjects) {
          const one = measuredIn(sentence, subject, ours)
          if (one === undefined) continue
          const actor = subject.byActor ? actorIn(sentence, parties) : ''
          put(
            `${subject.what}${actor}${vendors}${subject.inPaper && paper.amended ? ` of ${paper.name}` : ''}`,
            {
              ...one,
              ...at,
            },
          )
        }
      }
      for (const sentence of limiting(passage)) {
        if (inTotal.test(sentence) && owedByUs(sentence, parties))
          for (const { currency, amount, said } of moneyIn(sentence).slice(0, 1))
            put(`our total liability${vendors}`, { value: `${currency} ${amount}`, said, ...at })
        if (overall.test(sentence) || !bounding.test(sentence)) continue
        if (!owedByUs(sentence, parties) || !isIndemnity(sentence, parties, { paper, passage, papers }))
          continue
        for (const { currency, amount, said } of moneyIn(sentence))
          put('our liability under the indemnity', { value: `${currency} ${amount}`, said, ...at })
      }
    }
  }
  return [...found].flatMap(([what, ones]) => apartIn(what, ones))
}

/** Sentences that may say a measure, and of what. */
const measuring = ofPassage(({ text }) =>
  sentencesOf(text)
    .map((sentence) => ({ sentence, subjects: subjectsOf(sentence) }))
    .filter(({ subjects }) => subjects.length > 0),
)

/** Our sentences on how much somebody owes. */
const limiting = ofPassage(({ ours }) =>
  sentencesOf(ours).filter((sentence) => inTotal.test(sentence) || bounding.test(sentence)),
)

function apartIn(what: string, ones: readonly Measured[]): CoherenceMessage[] {
  const [first] = ones
  return ones.flatMap((one) => {
    const same =
      one.length && first!.length ? sameLength(one.length, first!.length) : one.value === first!.value
    if (same) return []
    return [
      {
        rule: 'two-measures',
        paper: one.paper,
        place: one.place,
        reason: `${what.replace(/ of llama-[\d.]+$/, '')} is ${shown(one.said)} here and ${shown(first!.said)} in ${first!.place}${first!.paper === one.paper ? '' : ` of ${first!.paper}`}: the weaker one undoes the other`,
        counsel: true,
      },
    ]
  })
}

/** What a sentence may say the measure of. */
const subjectsOf = remembered((sentence: string): readonly Subject[] =>
  // A field that gives a number a name of its own is another thing than one of another name.
  /^“[^”]+” means\b/.test(sentence)
    ? []
    : subjects.filter(
        ({ about, not, none }) =>
          !not?.test(sentence) && (none?.test(sentence) || about.every((pattern) => pattern.test(sentence))),
      ),
)

/** What a sentence says of a subject, where that is our word. */
function measuredIn(
  sentence: string,
  { about, none, unit, inPaper }: Subject,
  ours: string,
): Pick<Measured, 'value' | 'length' | 'said'> | undefined {
  if (none?.test(sentence) && !durationsIn(sentence).length && ours.includes(sentence))
    return { value: 'none', said: 'none' }
  if (!about.every((pattern) => pattern.test(sentence))) return undefined
  const length = durationsIn(sentence).find((one) => unit.test(one.unit) && ours.includes(one.said))
  if (length) return { value: `${length.days} ${length.unit}`, length, said: length.said }
  const open = inPaper ? endless.exec(sentence) : null
  if (open && !tradeSecret.test(sentence) && ours.includes(open[0]))
    return { value: 'without end', said: 'without end' }
  return undefined
}

/** Who does what the sentence is about, by the first party that it names. */
function actorIn(sentence: string, { us, them }: Parties): string {
  const place = (pattern: string) =>
    new RegExp(pattern, 'i').exec(sentence)?.index ?? Number.POSITIVE_INFINITY
  const [ours, theirs] = [place(us), place(them)]
  return theirs < ours ? ' by the other side' : ''
}

function isIndemnity(
  sentence: string,
  { us }: Parties,
  of: { paper: CoherencePaper; passage: CoherencePassage; papers: readonly CoherencePaper[] },
): boolean {
  if (/\bindemn/i.test(sentence)) return true
  return (
    numbersNamedIn(sentence).length > 0 &&
    passagesNamedIn(sentence, of).some(({ text }) =>
      sentencesOf(text).some((own) =>
        new RegExp(`${us}[^.;]{0,30}\\b(?:will|shall|must)\\b[^.;]{0,40}\\bindemnif`, 'i').test(own),
      ),
    )
  )
}

/** Whether a sentence is about what our client owes. */
function owedByUs(sentence: string, { us, them }: Parties): boolean {
  if (new RegExp(`${them}[^.;]{0,80}\\b(?:indemnif|defend|hold)`, 'i').test(sentence)) return false
  return new RegExp(
    `${us}[^.;]{0,60}\\b(?:liab|indemn|owe|pay|respon)|\\b(?:liab\\w*|indemn\\w*|obligation)\\b[^.;]{0,40}\\b(?:of|by|from) ${us}`,
    'i',
  ).test(sentence)
}
