import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { watchToMail, watchToRss, watchToText, watchVerdict } from '../../src/impact/index.ts'
import { clausebook } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-watch-'))
afterAll(() => rmSync(folder, { recursive: true }))
const texts = process.env.CLAUSEBOOK_TEXTS
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: a watch over texts that changed is not tried')

describe.runIf(texts)('clausebook watch', () => {
  test('tells without a network what an earlier check kept, whom it touches and what is due', () => {
    const here = join(folder, 'texts')
    cpSync(texts!, here, { recursive: true })
    const pinned = readFileSync(join(here, 'llama-3.1', 'license.txt'), 'utf8')
    writeFileSync(join(here, 'llama-3.1', 'license@newer.txt'), pinned.replace('700 million', '500 million'))
    const register = join(folder, 'register')
    const env = { CLAUSEBOOK_TEXTS: here, CLAUSEBOOK_OFFLINE: '1' }
    const run = (...args: string[]) => clausebook(args, { env })
    run('vendors', 'import', 'examples/vendors.csv', '--register', register)
    const signed = [
      'status=signed',
      'dates.signed=2026-02-01',
      'term.renews=2027-03-31',
      'term.notice_days=60',
    ]
    run('vendors', 'set', 'tidewater', ...signed, '--register', register)
    const watch = [
      'watch',
      '--register',
      register,
      '--matters',
      'examples',
      '--due',
      '1y',
      '--date',
      '2026-11-30',
    ]
    const { status, stdout } = run(...watch, '--format', 'json')
    const found = JSON.parse(stdout)
    expect([status, found.asked, found.texts.length]).toEqual([1, false, 13])
    const [changed, ...others] = found.texts.filter(
      ({ outcome }: { outcome: string }) => outcome === 'changed',
    )
    expect(others).toEqual([])
    expect(changed).toMatchObject({
      id: 'llama-3.1',
      title: 'Llama 3.1',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(changed.impact.topics.map(({ id }: { id: string }) => id)).toEqual(['user-threshold'])
    expect([changed.impact.vendors.length > 0, changed.impact.matters.length > 0]).toEqual([true, true])
    expect(found.due.dated.map(({ on }: { on: string }) => on)).toContain('2027-01-30')

    expect(watchVerdict(found)).toMatch(
      /^1 text changed: Llama 3\.1\. \d+ vendors and \d+ matters touched\. \d+ duties are due/,
    )
    expect(watchToText(found)).toContain('What rests on it, section by section: clausebook impact llama-3.1')
    const mail = watchToMail(found)
    expect(mail).not.toMatch(/<script|<style|<link|<img|\bsrc=|https?:/)
    const feed = watchToRss(found)
    expect(feed.match(/<item>/g)).toHaveLength(1 + found.due.dated.length)
    // The same change has the same name tomorrow.
    const guid = /<guid[^>]*>(clausebook:changed[^<]*)</
    expect(guid.exec(feed)![1]).toBe(guid.exec(watchToRss({ ...found, on: '2026-12-01' }))![1])

    expect(run('watch', 'llama-9').stderr).toMatch(/^clausebook: llama-9 is no license of the library: .*\n$/)
  })
})

test('a watch that could read nothing does not say that nothing changed, and hostile words stay words', () => {
  const text = (id: string, outcome: 'unread' | 'same') => ({
    id,
    title: id,
    outcome,
    reasons: ['<b>no</b> & host'],
  })
  const on = '2026-11-30'
  const none = { on, asked: true, texts: [text('a', 'unread'), text('b', 'unread')] }
  expect(watchVerdict(none)).toBe('No text could be checked.')
  expect(watchVerdict({ ...none, texts: [text('a', 'unread'), text('b', 'same')] })).toBe(
    'The one text that could be checked has not changed. 1 text could not be checked.',
  )
  expect(watchVerdict({ ...none, asked: false, texts: [] })).toMatch(/no address was asked/)
  for (const written of [watchToMail(none), watchToRss(none)]) {
    expect(written).toContain('&lt;b&gt;no&lt;/b&gt; &amp; host')
    expect(written).not.toContain('<b>')
  }
  const due = { dated: [], standing: [], undated: [], until: '2026-12-30' }
  expect(watchVerdict({ ...none, due })).toContain('Nothing is due from 2026-11-30 to 2026-12-30.')
})
