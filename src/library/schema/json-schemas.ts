import { z } from 'zod'
import { licenseFile } from '../license.ts'
import { absentSchema } from './absent.ts'
import { advisorySchema, tablesSchema } from './advisory.ts'
import { changesSchema } from './changes.ts'
import { citationsSchema } from './citations.ts'
import { contradictionsSchema } from './contradictions.ts'
import { cuesSchema } from './cues.ts'
import { dutySchema } from './duty.ts'
import { evidenceWordsSchema } from './evidence.ts'
import { factsSchema } from './facts.ts'
import { flowDownSchema } from './flow-down.ts'
import { incidentSchema } from './incident.ts'
import {
  limitsSchema,
  openPointsSchema,
  policyItemsSchema,
  silencesSchema,
  statementsSchema,
} from './limits.ts'
import { modelsSchema } from './models.ts'
import { paperContradictionsSchema } from './paper-contradictions.ts'
import { paperDutiesSchema } from './paper-duties.ts'
import { positionSchema } from './position.ts'
import { positionPairsSchema } from './position-pairs.ts'
import { renumberedSchema } from './renumbered.ts'
import { riskSchema } from './risk.ts'
import { termSchema } from './term.ts'
import { toldFactsSchema } from './told-facts.ts'
import { topicsSchema } from './topics.ts'
import { vendorKindsSchema } from './vendor-kinds.ts'

/** What a kind of file of the library is checked against. */
interface FileKind {
  title: string
  schema: z.ZodType
  /** Files of this kind, as a glob within `clauses/`. */
  files: string
}

/** Every kind of file of the library, by the name of its JSON Schema. */
export const fileKinds: Record<string, FileKind> = {
  topics: { title: 'Topics', schema: topicsSchema, files: 'topics.yaml' },
  cues: { title: 'Words by which a clause is told', schema: cuesSchema, files: 'cues.yaml' },
  evidence: { title: 'Words with which a review reads', schema: evidenceWordsSchema, files: 'evidence.yaml' },
  facts: { title: 'Facts of the topics', schema: factsSchema, files: 'facts.yaml' },
  changes: { title: 'What a change means', schema: changesSchema, files: 'changes.yaml' },
  'told-facts': {
    title: 'Facts that are told and by which nothing is decided',
    schema: toldFactsSchema,
    files: 'told-facts.yaml',
  },
  models: { title: 'Models', schema: modelsSchema, files: 'models.yaml' },
  limits: { title: 'What takes a use out of a license', schema: limitsSchema, files: 'limits.yaml' },
  'open-points': { title: 'What the texts leave open', schema: openPointsSchema, files: 'open-points.yaml' },
  'policy-items': {
    title: 'Items of the use policy that a use has to mind',
    schema: policyItemsSchema,
    files: 'policy-items.yaml',
  },
  statements: {
    title: 'What the licensor says outside the texts',
    schema: statementsSchema,
    files: 'statements.yaml',
  },
  contradictions: {
    title: 'Facts that an addendum would contradict',
    schema: contradictionsSchema,
    files: 'contradictions.yaml',
  },
  'paper-contradictions': {
    title: 'What a paper of a vendor says against a license or the facts',
    schema: paperContradictionsSchema,
    files: 'paper-contradictions.yaml',
  },
  'paper-duties': {
    title: 'Duties of a license that another’s paper may move, take on or deny',
    schema: paperDutiesSchema,
    files: 'paper-duties.yaml',
  },
  'position-pairs': {
    title: 'How positions stand to each other',
    schema: positionPairsSchema,
    files: 'position-pairs.yaml',
  },
  silences: {
    title: 'What a license is silent on',
    schema: silencesSchema,
    files: 'silences.yaml',
  },
  advisory: { title: 'Claims of the advisory, judged', schema: advisorySchema, files: 'advisory.yaml' },
  tables: { title: 'Tables of the advisory, rebuilt', schema: tablesSchema, files: 'tables.yaml' },
  license: { title: 'A license', schema: licenseFile, files: 'licenses/*/license.yaml' },
  absent: {
    title: 'Topics on which a license is silent',
    schema: absentSchema,
    files: 'licenses/*/absent.yaml',
  },
  citations: {
    title: 'How clauses are cited whose place does not say it',
    schema: citationsSchema,
    files: 'licenses/*/citations.yaml',
  },
  renumbered: {
    title: 'Clauses under another number than in the license that is extended',
    schema: renumberedSchema,
    files: 'licenses/*/renumbered.yaml',
  },
  term: { title: 'Front matter of a term', schema: termSchema, files: 'licenses/*/*.md' },
  position: { title: 'Front matter of a position', schema: positionSchema, files: 'positions/*.md' },
  'flow-down': { title: 'Front matter of a flow-down', schema: flowDownSchema, files: 'flow-downs/*.md' },
  risk: { title: 'Front matter of a risk', schema: riskSchema, files: 'risks/*.md' },
  duty: { title: 'Front matter of a duty', schema: dutySchema, files: 'duties/*.md' },
  incident: { title: 'Front matter of an incident', schema: incidentSchema, files: 'incidents/*.md' },
  'vendor-kinds': { title: 'Kinds of vendor', schema: vendorKindsSchema, files: 'vendor-kinds.yaml' },
}

/** A part of a JSON Schema (draft 7), as far as an editor's helps are made from it. */
export interface JsonSchema {
  type?: string
  description?: string
  enum?: unknown[]
  const?: unknown
  default?: unknown
  properties?: Record<string, JsonSchema>
  required?: string[]
  items?: JsonSchema | JsonSchema[]
  anyOf?: JsonSchema[]
  [key: string]: unknown
}

/**
 * The JSON Schema (draft 7, which editors know best) of what a lawyer writes in a kind of file.
 *
 * @param name a key of {@link fileKinds}
 */
export function jsonSchemaOf(name: string): JsonSchema {
  const { title, schema } = fileKinds[name]!
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', reused: 'inline' })
  return { $schema: String($schema), title, ...(rest as JsonSchema) }
}
