import { z } from 'zod'
import { citation, field, readCitation } from './fields.ts'
import { tool } from './types.ts'

const statement = z.object({ statement: z.string(), citations: z.array(citation) })
const duty = z.object({
  title: z.string(),
  is: z.string(),
  performed: z.string().optional(),
  citations: z.array(citation),
})
const answered = z.object({
  use: z.string(),
  license: z.string().optional(),
  path: z.string(),
  reasons: z.array(statement),
  questions: z.array(z.string()),
  duties: z.array(duty),
})
const finding = z.object({
  title: z.string(),
  use: z.string().optional(),
  license: z.string().optional(),
  status: z.string(),
  level: z.string().optional(),
  reason: z.string(),
  citations: z.array(citation),
})

/** Whether and how a client may use the models. */
export const assessTool = tool({
  name: 'assess',
  title: 'May we use it?',
  description:
    'Assesses the facts of a matter: for each use and license the path (go, go with duties, clarify, separate license …), its reasons and duties with the deciding sections, open questions, and the risks.',
  reads: true,
  input: { matter: field.matter },
  output: {
    answers: z.array(answered),
    findings: z.array(finding),
    notes: field.notes,
  },
  async answer({ matter }, { run, folders }) {
    const { stdout, told } = await run(['assess', '--format', 'json', await folders.existing(matter)])
    const { answers, findings, unknownModels } = assessed.parse(JSON.parse(stdout))
    return {
      answers: answers.map(({ questions, ...one }) => ({
        ...one,
        questions: questions.map(({ question }) => question),
      })),
      findings: findings.map(({ residual, ...one }) => ({ ...one, level: residual?.level })),
      notes: [...told, ...unknownModels.map(({ reason }) => reason)],
    }
  },
})

/** What of an assessment's JSON is read: the same, but for how it writes citations, questions and levels. */
const read = { citations: z.array(readCitation) }
const assessed = z.object({
  answers: z.array(
    answered.extend({
      reasons: z.array(statement.extend(read)),
      questions: z.array(z.object({ question: z.string() })),
      duties: z.array(duty.extend(read)),
    }),
  ),
  findings: z.array(
    finding.omit({ level: true }).extend({ ...read, residual: z.object({ level: z.string() }).optional() }),
  ),
  unknownModels: z.array(z.object({ reason: z.string() })),
})
