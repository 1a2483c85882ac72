import { expect, test } from 'vitest'
import { draft, draftToMarkdown } from '../../src/draft/index.ts'
import { library, templates } from './loaded.ts'
import { matterOf, parties } from './vendor-matters.ts'

test.each([
  ['no date', {}, {}, 'within 14 days after you have received it'],
  ['a date asked for', {}, { date: '2026-01-05' }, 'by January 19, 2026'],
  ['the matter’s date', { date: '2026-01-05' }, { today: '2026-01-06' }, 'by January 19, 2026'],
  ['the matter’s date, long ago', { date: '2025-01-05' }, { today: '2026-01-06' }, 'within 14 days'],
  ['a day named', { return_by: '2026-02-01' }, { today: '2026-01-06' }, 'by February 1, 2026'],
  ['a day named that is over', { return_by: '2026-01-05' }, { today: '2026-01-06' }, 'within 14 days'],
  ['the same day', { return_by: '2026-01-06' }, { today: '2026-01-06' }, 'by January 6, 2026'],
])('a questionnaire comes back by a day to come: %s', (_, document, options, words) => {
  const made = draft('vendor-questionnaire', {
    templates,
    library,
    matter: matterOf({ ...parties, document }),
    options: { allowBlanks: true, ...options },
  })
  expect(draftToMarkdown(made).replaceAll('\u00a0', ' ')).toContain(`**Please return it** ${words}`)
  const over = 'return_by' in document && words.startsWith('within')
  expect(made.notices?.join(' ') ?? '').toMatch(over ? /is over/ : /^$/)
})
