import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { pageToTerminal } from '../../../src/cli/terminal/page.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import { assess, changesBetween, readMatter, withFacts } from '../../../src/matter/index.ts'
import { assessmentToMarkdown, markdownToPage } from '../../../src/matter/report.ts'
import { anyMarkdownToPage } from '../../../src/matter/report-markdown.ts'
import fc from '../../setup/fast-check.ts'

const library = await loadLibrary()
const examples = readdirSync('examples').filter((name) => name.endsWith('.yaml'))
const terminal = { width: 90, colour: true }

function reportOf(name: string, title?: string): string {
  const given = readMatter(readFileSync(join('examples', name), 'utf8'), name)
  const matter = title === undefined ? given : { ...given, matter: title }
  const before = assess(matter, library, {})
  const changed = assess(withFacts(matter, ['exposure=public']), library, {})
  return assessmentToMarkdown({
    title: matter.matter,
    assessment: before,
    changes: changesBetween(before, changed),
    library,
  })
}

describe('the report on the terminal', () => {
  test.each(examples)('is what a reader of all of Markdown makes of it: %s', (name) => {
    const report = reportOf(name)
    const page = markdownToPage(report)
    expect(page).toBeDefined()
    expect(pageToTerminal(page!, terminal)).toBe(pageToTerminal(anyMarkdownToPage(report), terminal))
  })

  test('is so whatever words a matter has', () => {
    const words = fc
      .array(
        fc.constantFrom(
          '*',
          '_',
          '`',
          '|',
          '[',
          ']',
          '<b>',
          '\\',
          '#',
          '~',
          '&amp;',
          '!',
          'Ash',
          ' ',
          '- ',
          '1. ',
        ),
      )
      .map((parts) => parts.join(''))
      .filter((title) => title.trim() !== '')
    fc.assert(
      fc.property(words, (title) => {
        const head = reportOf('internal-pilot.yaml', title).split('\n\n').slice(0, 6).join('\n\n')
        const page = markdownToPage(head)
        if (page)
          expect(pageToTerminal(page, terminal)).toBe(pageToTerminal(anyMarkdownToPage(head), terminal))
      }),
      { numRuns: 30 },
    )
  })

  test.each(['[a](b)', '<b>x</b>', '```\ncode\n```', '1) one', '* item', 'a\n===', '- a\n\n  b'])(
    'is left to that reader where it has other forms: %j',
    (markdown) => expect(markdownToPage(markdown)).toBeUndefined(),
  )
})
