// Reading a Word file against those that one would take instead: docxodus, which Clausebook read by before, and mammoth.
// Each has a process of its own, one after the other, in one run; the file is the model services contract of
// ../shared/word-corpus, its body once and four times.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bodyTimes } from './word/body-times.mjs'

const contenders = ['clausebook', 'docxodus', 'mammoth']
const source = join(import.meta.dirname, '../../shared/word-corpus/vendor-paper/model-services-contract.docx')

export function run() {
  if (!existsSync(source)) return `### Reading Word files\n\nNot measured: ${source} is not here.\n`
  const folder = mkdtempSync(join(tmpdir(), 'clausebook-bench-'))
  try {
    const rows = [1, 4].map((times) => {
      const file = join(folder, `${times}.docx`)
      writeFileSync(file, bodyTimes(readFileSync(source), times))
      return { pages: 84 * times, measured: contenders.map((contender) => measure(contender, file)) }
    })
    return report(rows)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measure(contender, file) {
  const script = join(import.meta.dirname, 'word', 'contender.mjs')
  const { stdout, status, stderr } = spawnSync(process.execPath, [script, contender, file], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${contender}: ${stderr}`)
  return JSON.parse(stdout.trim().split('\n').at(-1))
}

function report(rows) {
  const lines = [
    ['', ...contenders],
    ['---', ...contenders.map(() => '---')],
  ]
  for (const { pages, measured } of rows) {
    for (const [what, key] of [
      ['first', 'first'],
      ['again', 'again'],
    ]) {
      lines.push([
        `${pages} pages, ${what}`,
        ...measured.map((one) => `${ms(one[key])}${times(one[key], measured[0][key])}`),
      ])
    }
    lines.push([`${pages} pages, memory`, ...measured.map(({ megabytes }) => `${Math.round(megabytes)} MB`)])
  }
  const growth = rows[1].measured[0].again / rows[0].measured[0].again
  return [
    '### Reading Word files',
    '',
    'Processor time of a process that reads the file once, its own loading included (first), and best of five more times (again); peak memory; × is the ratio to Clausebook.',
    '',
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    `Four times the body takes Clausebook ${growth.toFixed(1)} times as long.`,
    '',
  ].join('\n')
}

function ms(value) {
  return `${Math.round(value).toLocaleString('en-US')} ms`
}

function times(value, ours) {
  return value === ours ? '' : ` (${(value / ours).toFixed(1)}×)`
}
