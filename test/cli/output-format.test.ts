import { expect, test } from 'vitest'
import { outputFormat } from '../../src/cli/output-format.ts'

test.each([
  ['-', 'terminal'],
  ['report', 'terminal'],
  ['report.TXT', 'terminal'],
  ['out/report.htm', 'html'],
])('a report named %s is for %s', (output, format) => {
  expect(outputFormat(output, ['terminal', 'html'], 'terminal')).toBe(format)
})

test.each(['a.pdf', 'a.docx', 'a.'])(
  'a report named %s is refused where no such report is made',
  (output) => {
    expect(() => outputFormat(output, ['terminal', 'html'], 'terminal')).toThrow(
      'end it in .txt or .html, or give --format',
    )
  },
)
