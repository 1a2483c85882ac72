import { z } from 'zod'
import { stands } from './stands.ts'
import { condition, id, quoted, section, textKind, words } from './words.ts'

const impactCase = z.enum([
  'internal',
  'products',
  'weights',
  'on_premises',
  'own_cloud',
  'third_party_service',
])

/** Front matter of `licenses/LICENSE/TOPIC.md`; the body is the restatement. */
export const termSchema = z.strictObject({
  topic: id.describe('Id of the topic that it answers, as in topics.yaml.'),
  license: id.describe('Id of the license, which is the name of the folder.'),
  document: textKind.describe('The text that answers it.'),
  sections: z.array(section).min(1).describe('Paths of the clauses that answer it.'),
  quotes: z
    .array(
      z.strictObject({
        section,
        text: quoted.describe('The exact words, at most 25; version names and dates as slots.'),
        when: condition
          .exactOptional()
          .describe('For which uses it is quoted, matched as conditions of risks are; left out: for all.'),
      }),
    )
    .describe('Short exact quotes, each once in its section.'),
  attached: z
    .strictObject({ section, text: quoted })
    .exactOptional()
    .describe(
      'Where a copy of the policy in the agreement’s file has it otherwise: its section there, and its exact words.',
    ),
  facts: z
    .record(z.string(), z.unknown())
    .describe('Values of the facts that facts.yaml gives this topic: all of them, and no others.'),
  modality: z.enum([
    'grant',
    'duty',
    'prohibition',
    'condition',
    'disclaimer',
    'allocation',
    'definition',
    'procedure',
    'information',
  ]),
  who: z
    .enum(['licensee', 'meta', 'both', 'recipient'])
    .describe(
      'Who receives the right of a grant, is bound by a duty, prohibition or condition, gives no promise in a disclaimer, or bears what is allocated.',
    ),
  stands: stands.exactOptional(),
  impact: z
    .partialRecord(impactCase, words)
    .describe('What it means, a sentence for each exposure or deployment where it differs.'),
  controls: z.array(words).describe('What a company puts in place.'),
  corrects: z.array(id).exactOptional().describe('Ids of the entries of advisory.yaml that it corrects.'),
})
