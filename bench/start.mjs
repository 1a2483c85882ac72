// The cold start of the command line: what a person waits for before `clausebook compare` says a word, against what
// Node itself takes for nothing. Both in turn, so that a busy machine slows both.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const program = join(import.meta.dirname, '..', 'dist', 'clausebook.js')
const commands = {
  'node -e 0': ['-e', '0'],
  'clausebook --help': [program, '--help'],
  'clausebook compare llama-2/agreement llama-3.1/agreement': [
    program,
    'compare',
    'llama-2/agreement',
    'llama-3.1/agreement',
  ],
  'clausebook compare llama-2 llama-3.1': [program, 'compare', 'llama-2', 'llama-3.1'],
  'clausebook library show user-threshold': [program, 'library', 'show', 'user-threshold'],
  'clausebook assess examples/acme.yaml': [program, 'assess', 'examples/acme.yaml'],
}
const rounds = 9

export function run() {
  const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
  for (let round = 0; round < rounds; round += 1)
    for (const [name, args] of Object.entries(commands)) times[name].push(processorTime(args))
  const median = (name) => times[name].sort((a, b) => a - b)[Math.floor(rounds / 2)]
  const floor = median('node -e 0')
  const rows = Object.keys(commands).map(
    (name) => `| \`${name}\` | ${Math.round(median(name))} ms | ${(median(name) / floor).toFixed(1)}× |`,
  )
  return [
    '### Starting',
    '',
    `Processor time of the whole process, median of ${rounds} rounds; × is the ratio to \`node -e 0\`.`,
    '',
    '| | time | |',
    '| --- | ---: | ---: |',
    ...rows,
    '',
  ].join('\n')
}

/** Milliseconds of processor time, as the shell counts those of its children. */
function processorTime(args) {
  const script = '"$@" >/dev/null || exit; times'
  const { status, stdout } = spawnSync('sh', ['-c', script, 'sh', process.execPath, ...args], {
    env: { ...process.env, CLAUSEBOOK_OFFLINE: '1' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with status ${status}`)
  const [, children = ''] = stdout.trim().split('\n')
  return children
    .split(' ')
    .map((time) => /^(\d+)m([\d.]+)s$/.exec(time))
    .reduce((sum, [, minutes, seconds]) => sum + 60_000 * minutes + 1000 * seconds, 0)
}
