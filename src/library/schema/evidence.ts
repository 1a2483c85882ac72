import { z } from 'zod'
import { id, words } from './words.ts'

const cue = words.describe(
  'Words that one sentence has, in order: `*` any ending, `/` alternatives, `_` joins the words of one, `…` a gap, `@name` a list of evidence.yaml, `&` parts in any order; a word behind `!` must not be in the sentence. Articles are left out; who writes the paper is `vendor`, our client `customer`, either of them `party`.',
)

const level = z.array(words).min(1).describe('Points that it takes; `a|b` where one of them is enough.')

/** What a form of the evidence has: points by id, and what makes each level. */
const levels = z
  .strictObject({
    preferred: level.exactOptional(),
    fallback: level.exactOptional(),
    walk_away: level.exactOptional(),
  })
  .describe('What makes each level. A level that is not here is never told.')

const point = z.strictObject({
  asks: words.describe('What it asks for, as a report says it, without a full stop.'),
  says: z.array(cue).min(1).describe('One of these in a sentence on the subject gives it.'),
  not: z.array(cue).default([]).describe('A sentence with one of these does not give it.'),
  right: z
    .boolean()
    .default(false)
    .describe('It leaves something open or gives a right: “may” gives it as “shall” does.'),
  anywhere: z.boolean().default(false).describe('It counts wherever it stands in the paper.'),
  figure: id
    .exactOptional()
    .describe('The figure of the clause that its sentence must keep to, at the level that is judged.'),
  figure_may_lack: z
    .literal(true)
    .exactOptional()
    .describe('It is given too by a sentence without a figure.'),
  from: z
    .array(cue)
    .default([])
    .describe(
      'What its time may run from: “within 24 hours of …” goes on with one of these, where it goes on. Of a point with a figure.',
    ),
  soon: z
    .array(z.enum(['preferred', 'fallback', 'walk_away']))
    .default([])
    .describe('Levels at which “promptly” is as good as the figure.'),
})

/** `evidence` of a flow-down: how its subject is known in the words of others, and what makes each level. */
export const evidenceSchema = z.strictObject({
  about: z
    .strictObject({
      says: z.array(cue).min(1).describe('A sentence with one of these is on the subject.'),
      headings: z.array(cue).default([]).describe('So is a clause, whose heading has one of these.'),
      not: z.array(cue).default([]).describe('A clause with one of these is on another subject.'),
      near: z
        .array(cue)
        .default([])
        .describe(
          'Words near the subject: where a paper has no more than these, it is not said to be missing.',
        ),
    })
    .describe('What tells that words are on the subject at all.'),
  points: z.record(id, point),
  levels,
  capped: z
    .strictObject({
      figure: id.describe('The figure of the clause that a sum of theirs is held against.'),
      says: z.array(cue).min(1).describe('A sentence with one of these and a sum of money is a limit.'),
    })
    .exactOptional()
    .describe(
      'What limits the promise to a sum: no level is met whose figure it does not keep, and none by fees alone.',
    ),
  unlimited: z
    .array(cue)
    .default([])
    .describe('Words that give it without a limit: ours, which has one, do not go in beside them.'),
  limits: z
    .array(cue)
    .default([])
    .describe('Limits of this promise that take nothing from it, beside those of evidence.yaml.'),
  resale: levels.exactOptional().describe('What makes each level where the paper is a reseller’s.'),
  contrary: z
    .array(
      z.strictObject({
        says: cue,
        because: words,
        not: z.array(cue).default([]),
        saved: z
          .array(cue)
          .default([])
          .describe('It does not count where another sentence on the subject has one of these.'),
        stays: z
          .literal(true)
          .exactOptional()
          .describe(
            'The words are not taken out of a paper: they hold for more than this. Ours stand beside them.',
          ),
      }),
    )
    .default([])
    .describe('What runs against the need, whatever else the clause says.'),
})

/** `evidence` of a position: the same, in a licensor's paper, where the parties are `licensor` and `licensee`. */
export const positionEvidenceSchema = evidenceSchema.omit({ resale: true, capped: true }).extend({
  nothing_asked: words
    .exactOptional()
    .describe(
      'Of a position that lightens a burden: what it means that a whole paper has no words on it, without a full stop. There is then nothing to ask for.',
    ),
})

/** `evidence.yaml`. */
export const evidenceWordsSchema = z.strictObject({
  lists: z
    .record(id, z.strictObject({ means: words, words: z.array(words).min(1) }))
    .describe('Words that a review takes for the same, by the name that cues have behind `@`.'),
  parties: z
    .strictObject({
      vendor: z.array(words),
      customer: z.array(words),
      resale: z.strictObject({ vendor: z.array(words), customer: z.array(words) }),
      either: z.array(words),
      others: z
        .record(id, z.array(words))
        .default({})
        .describe('Who is neither, by the word that cues know them by; longer names come first.'),
      defined: z
        .strictObject({ vendor: z.array(words).default([]), customer: z.array(words).default([]) })
        .default({ vendor: [], customer: [] })
        .describe('Names that say who is who only in a paper that defines them in quotes.'),
    })
    .describe('What papers call who writes them, and whom they are written for.'),
  licensor: z
    .strictObject({
      licensor: z.array(words),
      licensee: z.array(words),
      either: z.array(words),
      signs: z.array(cue).describe("A paper with two sentences that have one of these is a licensor's."),
      'taken-back': z.array(cue).describe('How a licensor takes back what it gives.'),
      outside: z.array(cue).describe('What leaves the answer to words that are not in the paper.'),
    })
    .default({ licensor: [], licensee: [], either: [], signs: [], 'taken-back': [], outside: [] })
    .describe(
      'What the paper of a licensor calls the two sides, and what it is read with; as cues have them.',
    ),
  efforts: z.array(cue).describe('A duty to try, which is no duty to achieve.'),
  'taken-back': z
    .array(cue)
    .default([])
    .describe('What leaves a promise to the will of the one who gives it: a person reads how much stays.'),
  'chosen-elsewhere': z
    .array(cue)
    .default([])
    .describe('What makes a sentence hang on a choice that the paper makes in another place.'),
  limits: z
    .strictObject({
      begins: z.array(cue).describe('What begins words that limit a promise.'),
      harmless: z.array(cue).describe('Limits with one of these take nothing from it.'),
      takes: z
        .array(cue)
        .default([])
        .describe('Limits with one of these leave it to who gives it: it is below.'),
    })
    .default({ begins: [], harmless: [], takes: [] })
    .describe('Words that limit a promise: where they are not known to be harmless, a person reads them.'),
  weakens: z
    .strictObject({
      named: z
        .array(cue)
        .describe(
          'What a sentence says of a `named_section` or `named_schedule`, the place of a promise, that takes the force from it.',
        ),
      exceptions: z.array(cue).describe('The same, but for limits that are harmless.'),
      whole: z.array(cue).describe('What takes the force from all that a paper promises.'),
    })
    .default({ named: [], exceptions: [], whole: [] })
    .describe('What weakens a promise from another sentence of the paper.'),
  gutting: z
    .array(cue)
    .default([])
    .describe('What a promise on data is about: a definition that takes it out leaves too little of it.'),
  narrowing: z
    .strictObject({ harmless: z.array(cue) })
    .default({ harmless: [] })
    .describe(
      'What may be taken out of a word that promises: “incidents do not include attempts that fail”.',
    ),
  outside: z.array(cue).describe('What leaves the answer to words that are not in the paper.'),
  incorporated: z
    .array(cue)
    .default([])
    .describe('What makes a paper the cover of another that is not in it: nothing is then told missing.'),
  enclosed: z.array(cue).default([]).describe('What says that the other paper is attached after all.'),
  vague: z.array(cue).describe('What leaves the answer open.'),
  soon: z.array(cue).describe('A time without a figure that a careful lawyer takes for a short one.'),
})
