import { z } from 'zod'
import { documentFormats } from '../../formats.ts'
import { outcomes } from '../../matter/index.ts'

/** What the API takes and gives, as schemas: requests are read by them, and the description is made of them. */

const text = z.union([
  z.string().min(1).max(100).describe('A text of the library: `llama-2`, `llama-2/use-policy`.'),
  z.strictObject({
    name: z.string().min(1).max(200).describe('Name of the file; its end says what it is.'),
    base64: z.base64().describe('Its bytes.'),
  }),
])

export const compareRequest = z.strictObject({
  left: text,
  right: text,
  text: z
    .enum(['official', 'restated'])
    .optional()
    .describe('By default the official words where they are here.'),
  topic: z.string().max(100).optional(),
  group: z.string().max(100).optional(),
  changed: z.boolean().optional().describe('Leave out the clauses that have not changed.'),
})

const wordFile = z.strictObject({
  name: z.string().min(1).max(200).describe('Name of the Word file.'),
  base64: z.base64().describe('Its bytes.'),
})

export const redlineRequest = z.strictObject({ left: wordFile, right: wordFile })

export const redlineAnswer = z.object({
  encoding: z.literal('base64'),
  content: z.string().describe('The right file with the differences from the left tracked, in its own look.'),
  not_compared: z.array(z.string()),
  silent: z.object({
    changes: z.array(
      z.object({
        kind: z.enum(['words', 'typography', 'moved', 'number', 'look', 'other']),
        place: z.string(),
        story: z.string(),
        before: z.string(),
        after: z.string(),
        around: z.object({ before: z.string(), after: z.string() }),
        nearby: z.array(z.string()),
      }),
    ),
    tracked: z.array(z.object({ author: z.string(), changes: z.int(), comments: z.int() })),
    readWhole: z.boolean(),
    notCompared: z.array(z.string()),
  }),
})

const matter = z
  .union([z.string(), z.record(z.string(), z.unknown())])
  .describe('A matter: the YAML of its file, or its facts as docs/matter.schema.json describes them.')

const verdict = z.enum(['preferred', 'fallback', 'walk_away', 'below', 'contrary', 'missing', 'unclear'])
const decision = z.object({ verdict, reason: z.string(), by: z.string(), on: z.string() })

export const reviewRequest = z.strictObject({
  paper: z.strictObject({
    name: z.string().min(1).max(200).describe('Name of their paper; its end says what it is.'),
    base64: z.base64().describe('Its bytes.'),
  }),
  matter,
  whose: z
    .enum(['vendor', 'licensor'])
    .optional()
    .describe(
      'Whose paper it is: a vendor’s, or a licensor’s (a license, a letter that came back). By default as its words tell.',
    ),
  vendor: z.string().max(200).optional().describe('Which vendor of the matter it is from.'),
  decisions: z
    .union([z.string().max(1_000_000), z.record(z.string(), z.unknown())])
    .optional()
    .describe(
      'What persons decided, as `decisions.yaml` has it: above what is judged while the words are the same.',
    ),
})

export const levels = z.enum(['preferred', 'fallback', 'walk_away'])

/** What a review says of one clause or position. */
const judgedRow = {
  title: z.string(),
  asked: levels,
  verdict,
  because: z.string(),
  sections: z.array(z.string()).describe('Where the deciding words stand, the deciding place first.'),
  words: z.array(z.string()),
  points: z.array(z.object({ id: z.string(), asks: z.string(), found: z.enum(['yes', 'effort', 'no']) })),
  digest: z.string().describe('Of the words that were judged: a decision names it as `words`.'),
  decided: decision.extend({ ours: verdict }).optional().describe('A person’s word, and what was judged.'),
  lapsed: decision.optional().describe('A person’s word on other words, which counts no more.'),
}

/** What a review of any paper says. */
const judgedPaper = {
  version: z.literal(1),
  name: z.string(),
  matter: z.string(),
  contradictions: z.array(z.object({ section: z.string(), says: z.string(), because: z.string() })),
  duties: z
    .array(
      z.object({
        duty: z.string(),
        title: z.string(),
        bearer: z.enum(['client', 'other', 'both', 'nobody', 'unclear']),
        section: z.string(),
        words: z.string(),
        asks: z.string(),
      }),
    )
    .describe('Duties of the licenses that the paper speaks of.'),
  notJudged: z.array(z.string()),
  unread: z.array(z.string()),
  notes: z.array(z.string()),
}

export const reviewAnswer = z.discriminatedUnion('paper', [
  z.object({
    ...judgedPaper,
    paper: z.literal('vendor'),
    vendor: z.string().optional(),
    resale: z.boolean().describe('Whether it is of a reseller of the client’s product.'),
    rows: z
      .array(z.object({ flowDown: z.string(), ...judgedRow }))
      .describe('The clauses that the matter calls for, the worst first.'),
  }),
  z.object({
    ...judgedPaper,
    paper: z.literal('licensor'),
    what: z.string().describe('What the paper is, in words.'),
    rows: z
      .array(
        z.object({
          position: z.string(),
          license: z.string().optional().describe('The license that the paper amends.'),
          asks: z.partialRecord(levels, z.string()).describe('What each of our levels asks.'),
          ...judgedRow,
        }),
      )
      .describe('The positions that the matter takes, the worst first.'),
    nothingAsked: z.array(z.object({ title: z.string(), because: z.string() })),
  }),
])

export const assessRequest = z.strictObject({
  matter,
  all_licenses: z.boolean().optional().describe('Under every license, as if the models were its own.'),
})

export const draftRequest = z.strictObject({
  document: z.string().max(100).describe('`side-letter`, `vendor-addendum` …'),
  matter,
  format: z.enum(documentFormats).default('markdown'),
  final: z.boolean().optional().describe('Without the marks of a draft; refused while blanks are left.'),
  form: z
    .enum(['full', 'terms'])
    .optional()
    .describe('Of an addendum: all clauses, or those of Llama alone; by default what agreement.covers says.'),
  cover: z.boolean().optional().describe('Of an addendum: its fields on a cover page before standard terms.'),
  for_counterparty: z
    .boolean()
    .optional()
    .describe(
      'For the other side: no note, name, id or digest of ours in it. Refused for a document of our own side.',
    ),
  allow_conflicts: z
    .boolean()
    .optional()
    .describe('What the facts say against the document becomes a note in it, in place of a problem.'),
})

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
})

const citation = z.object({
  license: z.string(),
  document: z.enum(['agreement', 'use-policy']),
  section: z.string(),
  cited: z.string(),
})
const level = z.object({
  likelihood: z.int().min(1).max(5),
  impact: z.int().min(1).max(5),
  level: z.enum(['low', 'medium', 'high', 'critical']),
})

/** What the client may do, the worst first (docs/assessment.md). */
const pathOutcome = z.enum(outcomes)

export const assessAnswer = z.object({
  matterDigest: z.string(),
  libraryDigest: z.string(),
  licenses: z.array(z.string()),
  findings: z.array(
    z.object({
      risk: z.string(),
      title: z.string(),
      license: z.string(),
      status: z.enum(['applies', 'does-not-apply', 'open']),
      questions: z.array(z.object({ fact: z.string(), question: z.string() })),
      inherent: level.optional(),
      residual: level.optional(),
      reason: z.string().describe('Markdown.'),
      citations: z.array(citation),
      mitigations: z.array(
        z.object({ what: z.string(), who: z.string(), by: z.string(), evidence: z.string() }),
      ),
    }),
  ),
  paths: z.array(
    z.object({
      use: z.string(),
      license: z.string(),
      outcome: pathOutcome,
      reasons: z.array(z.object({ statement: z.string(), citations: z.array(citation) })),
    }),
  ),
  thresholds: z.array(
    z.object({
      license: z.string(),
      threshold: z.int(),
      status: z.enum(['below', 'above', 'open', 'not-known']),
    }),
  ),
})

export const draftAnswer = z.object({
  document: z.string(),
  title: z.string(),
  format: z.enum(documentFormats),
  encoding: z.enum(['utf-8', 'base64']).describe('How the content is written: a Word file as Base64.'),
  content: z.string(),
  blanks: z.array(z.string()).describe('Facts that the matter does not give.'),
  messages: z
    .array(z.object({ rule: z.string(), reason: z.string() }))
    .describe('What the draft check found.'),
  notes: z
    .array(z.string())
    .describe('What is to settle before it leaves, and what positions brought or dropped.'),
})

export const documentAnswer = z.object({
  id: z.string(),
  title: z.string(),
  summary: z.string(),
  facts: z
    .array(
      z.object({
        path: z.string().describe('As in the file of a matter; `[]` marks the items of a list.'),
        kind: z.string(),
        question: z.string(),
        help: z.string().optional(),
        unit: z.string().optional(),
        why: z.string().optional(),
        options: z.array(z.string()).optional(),
        law: z.array(
          z.object({
            topic: z.string(),
            title: z.string(),
            cite: z.string(),
            says: z.array(
              z.object({ names: z.string(), words: z.string().describe('Markdown.'), cite: z.string() }),
            ),
          }),
        ),
      }),
    )
    .describe('The facts of a matter that it reads, and the law because of which they are asked for.'),
})

export const libraryAnswer = z.object({
  digest: z.string().describe('Version of the library: SHA-256 over its files.'),
  licenses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      title: z.string(),
      version: z.string(),
      released: z.string().optional(),
      texts: z.array(z.string()),
    }),
  ),
  groups: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      document: z.enum(['agreement', 'use-policy']),
      topics: z.array(
        z.object({ id: z.string(), title: z.string(), question: z.string(), weight: z.int().min(1).max(5) }),
      ),
    }),
  ),
  documents: z.array(z.object({ id: z.string(), title: z.string(), summary: z.string() })),
})

export const topicAnswer = z.object({
  id: z.string(),
  title: z.string(),
  question: z.string(),
  why: z.string(),
  weight: z.int().min(1).max(5),
  terms: z.array(
    z.object({
      license: z.string(),
      absent: z.boolean(),
      says: z.string(),
      sections: z.array(z.string()),
      quotes: z.array(z.object({ section: z.string(), text: z.string() })),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])),
    }),
  ),
})
