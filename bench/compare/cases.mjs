import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { agreement, clauses, edited } from './agreements.mjs'

const agreements = ['llama-1', 'llama-2', 'llama-3', 'llama-3.1', 'llama-3.2', 'llama-3.3', 'llama-4']

/** What is compared, by name: functions that give pairs of sources. The official texts only where they are. */
export function cases() {
  const texts = process.env.CLAUSEBOOK_TEXTS
  return {
    ...(texts && {
      'official texts, neighbours (11 pairs)': () => official(texts, (at, to) => to === at + 1),
      'official texts, all (36 pairs)': () => official(texts, (at, to) => to > at),
    }),
    ...Object.fromEntries(
      [100, 1000, 10_000].flatMap((count) => [
        [`${count} clauses, 5 % edited`, () => [pair(clauses(count, 1), edited(clauses(count, 1), 2))]],
        [`${count} clauses, all rewritten`, () => [pair(clauses(count, 1), clauses(count, 3))]],
      ]),
    ),
  }
}

function pair(left, right) {
  return [agreement(left), agreement(right)]
}

function official(folder, wanted) {
  const kinds = [
    agreements.map((id) => join(folder, id, 'license.txt')),
    agreements.map((id) => join(folder, id, 'use-policy.md')).filter((file) => existsSync(file)),
  ]
  return kinds.flatMap((files) =>
    files.flatMap((left, at) =>
      files.flatMap((right, to) =>
        wanted(at, to) ? [[readFileSync(left, 'utf8'), readFileSync(right, 'utf8')]] : [],
      ),
    ),
  )
}
