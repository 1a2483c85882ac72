import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../src/home.ts'
import { parseFrontMatter } from '../../src/library/front-matter.ts'
import { editorFiles } from '../../src/library/schema/editor-files.ts'
import { fileKinds, jsonSchemaOf } from '../../src/library/schema/json-schemas.ts'
import { snippetOf } from '../../src/library/schema/snippet.ts'

const root = packageRoot()
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false })
const names = Object.keys(fileKinds)

test('what is committed for editors is what the schemas give: else npm run schemas', () => {
  for (const [path, content] of editorFiles()) {
    expect(existsSync(join(root, path)), path).toBe(true)
    expect(read(path), path).toBe(content)
  }
  const committed = readdirSync(join(root, 'docs/schemas')).filter((name) => name.endsWith('.json'))
  expect(committed.sort()).toEqual(names.map((name) => `${name}.schema.json`).sort())
})

/** Files of a kind in our library, as data. */
function filesOf(name: string): [path: string, data: unknown][] {
  const pattern = new RegExp(`^${fileKinds[name]!.files.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}$`)
  return readdirSync(join(root, 'clauses'), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => {
      const content = read(join('clauses', path))
      return [path, path.endsWith('.md') ? parseFrontMatter(content, path).data : parse(content)]
    })
}

describe('the JSON Schemas', () => {
  test.each(names)('%s takes every file of our library, and none with a key too many or too few', (name) => {
    const valid = ajv.compile(jsonSchemaOf(name))
    for (const [path, data] of filesOf(name)) {
      expect(valid(data), `${path}: ${ajv.errorsText(valid.errors)}`).toBe(true)
    }
    const { properties, required = [] } = jsonSchemaOf(name)
    const [, data] = filesOf(name)[0] ?? []
    if (!properties || typeof data !== 'object') return
    expect(valid({ ...data, unheard: 1 })).toBe(false)
    for (const key of required) expect(valid({ ...data, [key]: undefined }), key).toBe(false)
  })
})

describe('the snippets', () => {
  test.each(names.filter((name) => fileKinds[name]!.files.endsWith('.md')))(
    '%s has every key that is required, in a form that the schema takes once it is filled',
    (name) => {
      const filled = snippetOf(jsonSchemaOf(name))
        .join('\n')
        .replace(/\$\{\d+\|([^,|]+)[^}]*\}/g, '$1')
        .replace(/\$\{\d+:([^}]*)\}/g, (_, words: string) => (/^\d+$/.test(words) ? words : 'some-words'))
        .replace('$0', 'Body.')
      const { data, body } = parseFrontMatter(filled, `${name}.md`)
      const valid = ajv.compile(jsonSchemaOf(name))
      expect(valid(data), ajv.errorsText(valid.errors)).toBe(true)
      expect(body).toBe('Body.')
    },
  )
})

test('the editor’s task finds file, line, column, rule and reason in a line of the check', () => {
  const { tasks } = JSON.parse(read('.vscode/tasks.json')) as {
    tasks: { problemMatcher: { pattern: { regexp: string } } }[]
  }
  const found = new RegExp(tasks[0]!.problemMatcher.pattern.regexp).exec(
    'clauses/licenses/llama-2/grant.md:11:6 schema who: Invalid option',
  )
  expect(found?.slice(1)).toEqual([
    'clauses/licenses/llama-2/grant.md',
    '11',
    '6',
    'schema',
    'who: Invalid option',
  ])
})
