import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseStory } from '../../src/agreement/index.ts'
import { packageRoot } from '../../src/home.ts'
import { openFile } from '../../src/texts/open/open-file.ts'
import { compared, standingApart } from './texts.ts'

const folder = join(packageRoot(), '..', 'shared', 'word-corpus', 'agreements')
const missing = existsSync(folder) ? undefined : 'the Word agreements are not here: ../shared/word-corpus'
if (missing) console.info(missing)

/** Clauses that a reader leaves apart though most of their words are the same, by their words. */
const apart: Record<string, string> = {}

const body = async (name: string) => {
  const { stories } = await openFile(name, readFileSync(join(folder, name)), {})
  return parseStory(stories.find(({ kind }) => kind === 'body')!)
}
const pairOf = async (name: string) =>
  compared(await body(`${name}-1.docx`), await body(`${name}-2.docx`)).pairs.map(({ left, right }) => [
    left?.text.split('\n')[0] ?? '',
    right?.text.split('\n')[0] ?? '',
  ])

describe.skipIf(missing)('two forms of an agreement in Word', () => {
  test.each(['covenant', 'csa-ai', 'csa-sla', 'nda', 'order-form', 'series-seed'])(
    'leave no two clauses of %s apart that have most of their words in common',
    async (name) => {
      const comparison = compared(await body(`${name}-1.docx`), await body(`${name}-2.docx`))
      expect(standingApart(comparison, apart)).toEqual([])
    },
  )

  test('answer a row with the row of the same label, whatever stands in it', async () => {
    const pairs = await pairOf('csa-ai')
    expect(pairs).toContainEqual(['{IF has_covered_claims}Covered Claims', 'Covered Claims'])
    expect(pairs).toContainEqual(['{general_cap_display}', expect.stringMatching(/^\[Drafting note/)])
    expect(pairs).toContainEqual([
      'Attachments, Supplements & Modifications',
      'Attachments, Supplements & Modifications',
    ])
  })

  test('answer what a form asks with what was filled in', async () => {
    const pairs = await pairOf('series-seed')
    expect(pairs).toContainEqual(['[COMPANY NAME]', 'Stark Industries, Inc.'])
    expect(pairs).toContainEqual(['Title: [Title]', 'Title: Chief Executive Officer'])
    expect(pairs.filter(([left, right]) => left === '' || right === '')).toEqual([])
  })

  test('answer a definition with that of the same term', async () => {
    const pairs = await pairOf('covenant')
    const trade = pairs.filter((pair) => pair.some((text) => text.startsWith('“Trade Secrets”')))
    expect(trade).toHaveLength(1)
    expect(trade[0]![1]).toContain('has the meaning given')
  })

  test('answer the name of the one with the name of the other', async () => {
    expect(await pairOf('nda')).toContainEqual(['Mutual Non-Disclosure Agreement', 'One-Way NDA'])
  })
})
