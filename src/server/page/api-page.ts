import type { openApi } from '../api/openapi.ts'

type Description = ReturnType<typeof openApi>

interface Operation {
  summary: string
  parameters?: { name: string; in: string; required?: boolean; schema: { enum?: string[] } }[]
  requestBody?: { content: { 'application/json': { schema: object } } }
  responses: Record<string, { description: string }>
}

/** A matter that each call that needs one is shown with. */
const sampleMatter = {
  matter: 'Sample: a summary assistant for staff',
  client: { name: 'Birch & Vale Engineering GmbH', principal_place_of_business: 'DE' },
  models: [{ model: 'Llama 3.1' }],
  audience: ['staff'],
}

/** What a call is shown with, by its path: words that anybody may send. */
const samples: Record<string, object> = {
  '/api/compare': { left: 'llama-2', right: 'llama-3.1', changed: true },
  '/api/assess': { matter: sampleMatter, all_licenses: true },
  '/api/draft': { document: 'risk-memo', format: 'markdown', matter: sampleMatter },
}

/** Everything that `web/views/api.hbs` names, from the description that programs read. */
export function apiPageView({ info, paths }: Description) {
  return {
    title: 'API',
    sentence: 'Each call with its fields and an example that works.',
    apiPage: true,
    script: 'site.js',
    version: info.version,
    description: info.description,
    operations: Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
        id: `${method}-${path.replaceAll(/[^a-z]+/g, '-').replaceAll(/^-|-$/g, '')}`,
        method: method.toUpperCase(),
        path,
        summary: operation.summary,
        fields: fieldsOf(operation),
        failures: Object.keys(operation.responses).filter((status) => status !== '200'),
        sample: sampleOf(method, path),
      })),
    ),
  }
}

function fieldsOf({ parameters = [], requestBody }: Operation) {
  const body = Object(requestBody?.content['application/json'].schema) as {
    properties?: Record<string, { description?: string; enum?: unknown[] }>
    required?: string[]
  }
  return [
    ...parameters.map(({ name, in: where, required = false, schema }) => ({
      name,
      where,
      required,
      says: schema.enum?.join(', ') ?? '',
    })),
    ...Object.entries(body.properties ?? {}).map(([name, { description, enum: words }]) => ({
      name,
      where: 'body',
      required: body.required?.includes(name) ?? false,
      says: description?.replaceAll('`', '') ?? words?.join(', ') ?? '',
    })),
  ]
}

function sampleOf(method: string, path: string): string | undefined {
  if (method === 'get' && path === '/api/compare')
    return "curl 'http://127.0.0.1:4180/api/compare?left=llama-2&right=llama-3.1&changed=true'"
  if (method === 'get')
    return `curl http://127.0.0.1:4180${path.replace('topics/{id}', 'topics/user-threshold').replace('{id}', 'risk-memo')}`
  const sample = samples[path]
  return sample === undefined
    ? undefined
    : `curl http://127.0.0.1:4180${path} -H 'Content-Type: application/json' \\\n  -d '${JSON.stringify(sample, null, 1).replaceAll('\n', '\n     ').replaceAll("'", '’')}'`
}
