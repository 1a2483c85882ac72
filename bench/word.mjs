// Reading a Word file against those that one would take instead: docxodus, which Clausebook read by before, and mammoth.
// Comparing two of them, against docxodus, from the command to the redline.
// Each has a process of its own, one after the other, in one run; the file is the model services contract of
// ../shared/word-corpus, its body once and four times.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { bodyTimes } from './word/body-times.mjs'
import { withEdits, withReferences } from './word/edited.mjs'

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
    return report(rows) + redlines(folder)
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

/** Pairs of files that are compared, and how many changes each may have. */
function pairs() {
  const corpus = join(import.meta.dirname, '../../shared/word-corpus')
  const read = (name) => readFileSync(join(corpus, name))
  const long = bodyTimes(read('vendor-paper/model-services-contract.docx'), 4)
  const [one, other] = ['agreements/csa-sla-1.docx', 'agreements/csa-sla-2.docx'].map(read)
  return [
    ['336 pages, 20 words replaced', long, withEdits(long, 20, 7)],
    ['csa-sla as it is', one, other],
    ['csa-sla, with some 400 cross-references', withReferences(one), withReferences(other)],
    [
      'covenant, a few pages: start-up',
      read('agreements/covenant-1.docx'),
      read('agreements/covenant-2.docx'),
    ],
  ]
}

function redlines(folder) {
  const rows = pairs().map(([title, left, right]) => {
    const files = ['left', 'right'].map((side) => join(folder, `${side}.docx`))
    writeFileSync(files[0], left)
    writeFileSync(files[1], right)
    const [ours, theirs] = ['clausebook', 'docxodus'].map((contender) => redline(contender, files, folder))
    const ratio = (key) => (ours[key] / theirs[key]).toFixed(2)
    return `| ${title} | ${ms(ours.cpu)} | ${ms(theirs.cpu)} | ${ratio('cpu')} | ${ratio('megabytes')} | ${ours.marks} | ${theirs.marks} |`
  })
  return [
    '### Comparing Word files',
    '',
    'Processor time from the command to the redline, proof included; the ratios are to docxodus; marks of words, in the body.',
    '',
    '| | Clausebook | docxodus | time | memory | marks | of docxodus |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n')
}

function redline(contender, [left, right], folder) {
  const output = join(folder, `${contender}.docx`)
  const script = join(import.meta.dirname, 'word', 'redline.mjs')
  const { status, stderr } = spawnSync(process.execPath, [script, contender, left, right, output], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${contender}: ${stderr}`)
  const text = strFromU8(unzipSync(readFileSync(output))['word/document.xml'])
  const marks = text.match(/<w:(?:ins|del|moveFrom|moveTo) [^>]*[^/]>/g)?.length ?? 0
  return { ...JSON.parse(stderr.trim().split('\n').at(-1)), marks }
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
