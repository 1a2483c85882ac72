import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** The program with one more document: two files, and a line in the list of documents. */
const root = mkdtempSync(join(tmpdir(), 'clausebook-document-'))
const program = join(root, 'dist', 'clausebook.js')

const view = `import type { DocumentKind } from './types.ts'

/** What a new colleague reads first. */
export const welcome: DocumentKind = {
  id: 'welcome-note',
  title: 'Welcome Note',
  summary: 'What a new colleague reads first',
  needs: ['client.name', 'contacts.models', 'fine_tuning.model_names', 'controls.exit_plan'],
  reads: { topics: ['deletion'] },
  view: () => ({}),
}
`
const ofEvery = /^(?:document|author|date|version|status|paper|language|date_style|house):/
const template = `# Welcome Note

{{> review}}
{{matter.client.name}} uses Llama. Questions go to {{matter.contacts.models}}.

{{#if (is matter.controls.exit_plan "yes")}}
There is a plan for its end.
{{/if}}

{{> record}}
`

function run(...words: string[]) {
  return execFileSync(process.execPath, [program, ...words], { cwd: root, encoding: 'utf8' })
}

beforeAll(() => {
  for (const name of [
    'src',
    'templates',
    'web',
    'clauses',
    'docs',
    'examples',
    'package.json',
    'build.mjs',
    'tsconfig.json',
  ])
    cpSync(name, join(root, name), { recursive: true })
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'))
  writeFileSync(join(root, 'src/draft/document/welcome-note.ts'), view)
  writeFileSync(join(root, 'templates/welcome-note.md.hbs'), template)
  const list = join(root, 'src/draft/document/index.ts')
  const source = readFileSync(list, 'utf8')
  const last = source.split('\n').findLast((line) => line.startsWith('import '))!
  writeFileSync(
    list,
    source
      // The line; its import is what the editor adds by itself.
      .replace('documents: DocumentKind[] = [', 'documents: DocumentKind[] = [\n  welcome,')
      .replace(last, `${last}\nimport { welcome } from './welcome-note.ts'`),
  )
  execFileSync(process.execPath, ['build.mjs', '--no-types'], { cwd: root, stdio: 'pipe' })
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a document is two files and a line', () => {
  test('the check holds what it reads', () => {
    expect(run('library', 'check')).toContain('No problems')
  })

  test('a matter is begun for it, and it is drafted with what is missing as blanks', () => {
    run('matter', 'new', 'm.yaml', '--for', 'welcome-note')
    const begun = readFileSync(join(root, 'm.yaml'), 'utf8')
    const asked = begun.split('\n').filter((line) => /^ *[a-z_]+:/.test(line))
    // What every document has is asked for with it.
    const own = asked.map((line) => line.trim()).filter((line) => !ofEvery.test(line))
    expect(own).toEqual([
      'matter: Untitled matter',
      'client:',
      'name:',
      'fine_tuning:',
      'model_names:',
      'controls:',
      'exit_plan:',
      'contacts:',
      'models:',
    ])
    expect(begun).toMatch(/Is there a plan to replace the model\? .*Law: .*section/)
    writeFileSync(join(root, 'm.yaml'), begun.replace(/^( +name:)$/m, '$1 Ostrava Foods a.s.'))
    run('draft', 'welcome-note', 'm.yaml', '--allow-blanks', '--output', 'd.md')
    const drafted = readFileSync(join(root, 'd.md'), 'utf8')
    expect(drafted).toContain('Ostrava Foods a.s. uses Llama')
    expect(drafted).toContain('Who answers questions about the use of the models')
  })

  test('page and API ask for just what it reads', async () => {
    const server = spawn(process.execPath, [program, 'serve', '--port', '0'], { cwd: root })
    try {
      const address = await new Promise<string>((found, failed) => {
        let said = ''
        const hear = (words: Buffer) => {
          said += words
          const url = /http:\/\/[\d.]+:\d+/.exec(said)
          if (url) found(url[0])
        }
        server.stdout.on('data', hear)
        server.stderr.on('data', hear)
        server.on('exit', () => failed(new Error(said)))
      })
      const list = await (await fetch(`${address}/draft`)).text()
      expect(list).toContain('Welcome Note')
      const page = await (await fetch(`${address}/draft/welcome-note`)).text()
      // What a document does not need is there for whoever asks for all questions, and else not shown.
      const asks = (path: string) => {
        const field = `f-${path.replaceAll(/[._]/g, '-')}`
        const [, classes] =
          new RegExp(`class="([^"]*)"(?: id="${field}" data-field| data-field><label for="${field}")`).exec(
            page,
          ) ?? []
        return classes !== undefined && !classes.split(' ').includes('idle')
      }
      expect(page).toMatch(/ id="f-exposure" data-field| data-field><label for="f-exposure"/)
      expect(['client.name', 'controls.exit_plan', 'exposure'].map(asks)).toEqual([true, true, false])
      const answer = await (await fetch(`${address}/api/documents/welcome-note`)).json()
      const facts = (answer as { facts: { path: string; law: { topic: string }[] }[] }).facts
      expect(
        facts.map(({ path }) => path).filter((path) => !path.startsWith('document') && path !== 'house'),
      ).toEqual([
        'client',
        'client.name',
        'fine_tuning',
        'fine_tuning.model_names',
        'controls',
        'controls.exit_plan',
        'contacts',
        'contacts.models',
      ])
      expect(facts.find(({ path }) => path === 'controls.exit_plan')?.law.map(({ topic }) => topic)).toEqual([
        'termination',
        'deletion',
      ])
    } finally {
      server.kill()
    }
  })
})
