import { z } from 'zod'
import { field } from './fields.ts'
import { textOf } from './text.ts'
import { tool } from './types.ts'

const place = z.object({ section: z.string(), heading: z.string(), text: z.string() })
const answer = z.object({ says: z.string(), sections: z.array(z.string()), silent: z.boolean() })

/** Two licenses or files, clause by clause. */
export const compareTool = tool({
  name: 'compare',
  title: 'Compare two licenses or files',
  description:
    'Compares two Llama licenses or two files clause by clause. Gives every clause that is changed, added, removed or moved with its section on each side and its words, and what changes in meaning by topic, each with sections.',
  reads: true,
  input: {
    left: field.text,
    right: field.text,
    topic: z.string().min(1).optional().describe('one topic alone, for example user-threshold'),
  },
  output: {
    summary: z.record(z.string(), z.number()).describe('clauses by what became of them'),
    changes: z.array(
      z.object({
        document: z.string(),
        status: z.string(),
        moved: z.boolean(),
        left: place.optional(),
        right: place.optional(),
        marked: z.string().describe('the words, with [-what goes-] and {+what comes+}'),
      }),
    ),
    topics: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          document: z.string(),
          status: z.string(),
          left: answer.optional(),
          right: answer.optional(),
        }),
      )
      .describe('what changes in meaning, where both are licenses of the library'),
    notes: field.notes,
  },
  async answer({ left, right, topic }, { run, library, folders }) {
    const [one, other] = [await textOf(left, library, folders), await textOf(right, library, folders)]
    const more = topic === undefined ? [] : ['--topic', topic]
    const { stdout, told } = await run(['compare', '--format', 'json', ...more, '--', one, other])
    const { summary, pairs, knowledge } = compared.parse(JSON.parse(stdout))
    return {
      summary,
      changes: pairs
        .filter(({ status, moved }) => (status !== 'identical' && status !== 'cosmetic') || moved)
        .map(({ document = '', status, moved, left, right, pieces }) => ({
          document,
          status,
          moved,
          ...(left && { left }),
          ...(right && { right }),
          marked: pieces.map(markedPiece).join(''),
        })),
      topics: (knowledge?.topics ?? [])
        .filter(({ status }) => status !== 'same' && status !== 'silent')
        .map(({ id, title, document, status, left, right }) => ({
          id,
          title,
          document,
          status,
          ...(left && { left: statement(left) }),
          ...(right && { right: statement(right) }),
        })),
      notes: told,
    }
  },
})

const side = z.object({
  says: z.string(),
  absent: z.boolean(),
  sections: z.array(z.string()).default([]),
})
const piece = z.object({ op: z.string(), text: z.string() })

/** What of a comparison's JSON is read; docs/comparison.schema.json has all of it. */
const compared = z.object({
  summary: z.record(z.string(), z.number()),
  pairs: z.array(
    z.object({
      document: z.string().optional(),
      status: z.string(),
      moved: z.boolean(),
      left: place.optional(),
      right: place.optional(),
      pieces: z.array(piece).default([]),
    }),
  ),
  knowledge: z
    .object({
      topics: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          document: z.string(),
          status: z.string(),
          left: side.optional(),
          right: side.optional(),
        }),
      ),
    })
    .optional(),
})

function markedPiece({ op, text }: z.infer<typeof piece>): string {
  if (op === 'delete') return `[-${text}-]`
  return op === 'insert' ? `{+${text}+}` : text
}

function statement({ says, absent, sections }: z.infer<typeof side>): z.infer<typeof answer> {
  return { says, sections, silent: absent }
}
