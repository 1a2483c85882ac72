// The whole comparison (parse, align, diff) against the two that one would take instead: jsdiff's diffWordsWithSpace
// on the whole text, and docxodus' compareDocuments on Word files with the same words. Each contender runs in a
// process of its own, so that its peak of memory is its own; all run one after the other.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { cases } from './compare/cases.mjs'

const contenders = ['clausebook', 'diffWordsWithSpace', 'docxodus']
/** Seconds of processor time; whoever is not done by then is not waited for. */
const limit = 20

export function run() {
  const rows = Object.keys(cases()).map((name) => {
    const measured = contenders.map((contender) => measure(contender, name))
    return [name, ...contenders.map((_, at) => shown(measured[at], measured[0]))]
  })
  const head = ['', ...contenders]
  const table = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [
    '### Comparing',
    '',
    `Processor time (best of up to five rounds) and peak memory of the process; × is the ratio to Clausebook. Nobody is waited for longer than ${limit} s.`,
    '',
    ...table,
    '',
  ].join('\n')
}

function measure(contender, name) {
  const script = join(import.meta.dirname, 'compare', 'contender.mjs')
  // The shell's limit counts the time on the processor, which a busy machine does not lengthen.
  const { stdout, status } = spawnSync(
    'sh',
    ['-c', `ulimit -t ${limit}; exec "$@"`, 'sh', process.execPath, script, contender, name],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  )
  return status === 0 ? JSON.parse(stdout.trim().split('\n').at(-1)) : undefined
}

function shown(own, ours) {
  if (!own) return ours ? `over ${limit} s (over ${round((1000 * limit) / ours.ms)}×)` : `over ${limit} s`
  const words = [`${round(own.ms)} ms`, `${round(own.megabytes)} MB`]
  if (own === ours || !ours) return words.join(', ')
  return `${words[0]} (${round(own.ms / ours.ms)}×), ${words[1]} (${round(own.megabytes / ours.megabytes)}×)`
}

function round(number) {
  return number >= 10 ? Math.round(number).toLocaleString('en-US') : number.toFixed(1)
}
