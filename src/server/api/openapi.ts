import { z } from 'zod'
import comparison from '../../../docs/comparison.schema.json' with { type: 'json' }
import { statuses, vendorOrders } from '../../register/index.ts'
import { dealAnswer, dealsAnswer, pointAnswer } from './deal-schemas.ts'
import {
  assessAnswer,
  assessRequest,
  compareRequest,
  documentAnswer,
  draftAnswer,
  draftRequest,
  libraryAnswer,
  problem,
  redlineAnswer,
  redlineRequest,
  reviewAnswer,
  reviewRequest,
  topicAnswer,
} from './schemas.ts'
import { obligationsAnswer, vendorAnswer, vendorsAnswer } from './vendor-schemas.ts'

/** Which vendors, as on the page. */
const vendorFilters = [
  ...['find', 'owner', 'category', 'model'].map((name) => ({
    name,
    in: 'query',
    schema: { type: 'string' },
  })),
  { name: 'status', in: 'query', schema: { enum: statuses } },
  { name: 'sort', in: 'query', schema: { enum: vendorOrders } },
]

/** The description of the API (OpenAPI 3.1), made of the schemas by which it reads and that its tests hold it to. */
export function openApi(version: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clausebook',
      version,
      description:
        'Compare, review, assess, draft and read, as the pages and the command line do. Legal information, never legal advice.',
    },
    paths: {
      '/api/library': { get: gives('The licenses, topics and documents that there are.', 'library') },
      '/api/library/topics/{id}': {
        get: {
          ...gives('What every license says on a topic.', 'topic', 404),
          parameters: [inPath('id')],
        },
      },
      '/api/documents/{id}': {
        get: {
          ...gives('Which facts of a matter a document reads, and why each is asked for.', 'document', 404),
          parameters: [inPath('id')],
        },
      },
      '/api/compare': {
        get: {
          ...gives('Compares two texts of the library.', 'comparison', 400, 404),
          parameters: [
            ...['left', 'right'].map((name) => ({
              name,
              in: 'query',
              required: true,
              schema: { type: 'string' },
            })),
            { name: 'text', in: 'query', schema: { enum: ['official', 'restated'] } },
            ...['topic', 'group'].map((name) => ({ name, in: 'query', schema: { type: 'string' } })),
            { name: 'changed', in: 'query', schema: { enum: ['true', 'false'] } },
          ],
        },
        post: {
          ...gives('Compares texts of the library or files.', 'comparison', 400, 404, 413, 503),
          ...takes(compareRequest),
        },
      },
      '/api/redline': {
        post: {
          ...gives(
            'Compares two Word files in the right one’s look, and tells what it changed without tracking.',
            'redline',
            400,
            413,
            503,
          ),
          ...takes(redlineRequest),
        },
      },
      '/api/review': {
        post: {
          ...gives(
            'Holds a vendor’s paper against the clauses that a matter calls for, or a licensor’s (a license, a letter that came back) against the positions that it takes; persons’ decisions stand above what is judged.',
            'review',
            400,
            413,
            503,
          ),
          ...takes(reviewRequest),
        },
      },
      '/api/deals': { get: gives('The deals that the server keeps.', 'deals', 404) },
      '/api/deals/{name}': {
        get: {
          ...gives('Where each point of a deal stands after its last round.', 'deal', 400, 404, 503),
          parameters: [inPath('name')],
        },
      },
      '/api/deals/{name}/points/{point}': {
        get: {
          ...gives('One point of a deal, from the first round to the last.', 'point', 400, 404, 503),
          parameters: [inPath('name'), inPath('point')],
        },
      },
      '/api/vendors': {
        get: {
          ...gives('The vendors of the register that the server keeps.', 'vendors', 400, 404),
          parameters: vendorFilters,
        },
      },
      '/api/vendors/{id}': {
        get: {
          ...gives('What the register keeps of a vendor, and who changed what.', 'vendor', 404),
          parameters: [inPath('id')],
        },
      },
      '/api/obligations': {
        get: {
          ...gives(
            'What is due under the contracts of the register, from today on, and what the licenses ask for.',
            'obligations',
            400,
            404,
          ),
          parameters: [
            ...vendorFilters,
            {
              name: 'due',
              in: 'query',
              description: 'How far ahead: `30d`, `6m`, `1y`; else 90 days.',
              schema: { type: 'string', pattern: '^\\d{1,4}[dmy]$' },
            },
            {
              name: 'matter',
              in: 'query',
              description: 'A kept matter of our own, whose duties under the licenses are told too.',
              schema: { type: 'string' },
            },
          ],
        },
      },
      '/api/assess': {
        post: { ...gives('Assesses a matter.', 'assessment', 400, 503), ...takes(assessRequest) },
      },
      '/api/draft': {
        post: { ...gives('Drafts a document for a matter.', 'draft', 400, 404, 503), ...takes(draftRequest) },
      },
    },
    components: {
      schemas: {
        comparison: { ...comparison, $id: 'urn:clausebook:comparison' },
        redline: schemaOf(redlineAnswer, 'output'),
        review: schemaOf(reviewAnswer, 'output'),
        deals: schemaOf(dealsAnswer, 'output'),
        deal: schemaOf(dealAnswer, 'output'),
        point: schemaOf(pointAnswer, 'output'),
        vendors: schemaOf(vendorsAnswer, 'output'),
        vendor: schemaOf(vendorAnswer, 'output'),
        obligations: schemaOf(obligationsAnswer, 'output'),
        assessment: schemaOf(assessAnswer, 'output'),
        draft: schemaOf(draftAnswer, 'output'),
        library: schemaOf(libraryAnswer, 'output'),
        document: schemaOf(documentAnswer, 'output'),
        topic: schemaOf(topicAnswer, 'output'),
        problem: schemaOf(problem, 'output'),
      },
    },
  }
}

function inPath(name: string) {
  return { name, in: 'path', required: true, schema: { type: 'string' } }
}

function gives(summary: string, schema: string, ...failures: number[]) {
  const problems = failures.map((status) => [
    String(status),
    {
      description: 'What is wrong (RFC 9457).',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/problem' } } },
    },
  ])
  return {
    summary,
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: { $ref: `#/components/schemas/${schema}` } } },
      },
      ...Object.fromEntries(problems),
    },
  }
}

function takes(schema: z.ZodType) {
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(schema, 'input') } } },
  }
}

/** Answers may have more than is described; requests may not. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' })
  return io === 'output' ? open(plain) : plain
}

function open(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(open)
  if (typeof schema !== 'object' || schema === null) return schema
  const entries = Object.entries(schema).filter(
    ([key, value]) => key !== 'additionalProperties' || value !== false,
  )
  return Object.fromEntries(entries.map(([key, value]) => [key, open(value)]))
}
