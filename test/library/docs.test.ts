import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { packageRoot } from '../../src/home.ts'
import { rules } from '../../src/library/check/rules/index.ts'

const docs = readFileSync(join(packageRoot(), 'docs/library.md'), 'utf8')

test('docs/library.md lists every rule of the check, what it proves and whether it needs the texts', () => {
  const rows = [...docs.matchAll(/^\| `([a-z-]+)`\s*\| (.+?)\s*\|\s*(yes)?\s*\|$/gm)].map(
    ([, id, proves, yes]) => ({
      id,
      proves,
      needsTexts: yes === 'yes',
    }),
  )
  expect(rows).toEqual(rules.map(({ id, proves, needsTexts }) => ({ id, proves, needsTexts })))
})

test('docs/library.md names only commands and options that are there', async () => {
  const { clausebook } = await import('../../src/cli/program.ts')
  const library = clausebook().commands.find((command) => command.name() === 'library')!
  for (const [, name] of docs.matchAll(/clausebook library (\w+)/g)) {
    expect(library.commands.map((command) => command.name())).toContain(name)
  }
  const add = library.commands.find((command) => command.name() === 'add')!
  for (const option of ['--use-policy', '--extends', '--folder']) {
    expect(docs).toContain(option)
    expect(add.options.map(({ long }) => long)).toContain(option)
  }
})
