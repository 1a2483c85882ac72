import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** Drafts each document in each form, and prints the digest of each: in a process of its own, with its own clock. */
const script = `
const { default: draft } = await import('./dist/draft-worker.js')
const { documents, facts } = JSON.parse(process.env.GIVEN)
for (const document of documents)
  for (const format of ['docx', 'html', 'markdown']) {
    const { outcome, problem } = await draft({ document, format, draft: { allowBlanks: true }, facts: facts[document] })
    console.log(document, format, outcome?.sha256 ?? problem)
  }`

const documents = [
  'side-letter',
  'issues-list',
  'notice',
  'use-policy',
  'incident-plan',
  'vendor-addendum',
  'vendor-questionnaire',
]
const facts = Object.fromEntries(
  documents.map((document) => {
    const example = document.startsWith('vendor-') ? 'vendor-saas' : 'acme'
    return [document, parse(readFileSync(`examples/${example}.yaml`, 'utf8'))]
  }),
)

function digests(env: Record<string, string>): string[] {
  const GIVEN = JSON.stringify({ documents, facts })
  const options = { env: { ...process.env, ...env, GIVEN }, encoding: 'utf8' } as const
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], options).trim().split('\n')
}

test('each kind of document has the same bytes in two processes, whatever their day, place and language', () => {
  const here = digests({ TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8' })
  const there = digests({ TZ: 'America/Los_Angeles', LANG: 'C' })
  expect(here).toEqual(there)
  expect(here).toHaveLength(documents.length * 3)
  for (const line of here) expect(line).toMatch(/ [0-9a-f]{64}$/)
})

/** What a command writes, in a process of its own in some place of the world. */
const bytes = (args: string, TZ: string, LANG: string) =>
  execFileSync(process.execPath, ['dist/clausebook.js', ...args.split(' '), '--output', '-'], {
    env: { ...process.env, TZ, LANG, CLAUSEBOOK_OFFLINE: '1' },
  }).toString('base64')

test.each([
  'compare examples/agreements/lantern-1.md examples/agreements/lantern-2.md --format docx',
  'compare llama-3 llama-3.1 --text restated --format html',
  'draft risk-memo examples/acme.yaml --allow-blanks --format docx',
  'draft risk-memo examples/acme.yaml --allow-blanks --format html',
  'assess examples/acme.yaml --format json',
])('so has %s', (args) => {
  expect(bytes(args, 'Pacific/Auckland', 'de_DE.UTF-8') === bytes(args, 'America/Los_Angeles', 'C')).toBe(
    true,
  )
})

// A redline is made in the official words.
test.skipIf(!process.env.CLAUSEBOOK_TEXTS)('so has a redline of a license', () => {
  const args = 'redline llama-3.1 --matter examples/acme.yaml'
  expect(bytes(args, 'Pacific/Auckland', 'de_DE.UTF-8') === bytes(args, 'America/Los_Angeles', 'C')).toBe(
    true,
  )
})
