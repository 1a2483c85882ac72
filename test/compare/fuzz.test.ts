import { test } from 'vitest'
import { parseAgreement } from '../../src/agreement/index.ts'
import { compared, expectNothingLost } from './texts.ts'

/** Numbers from 0 to one less than `below`, the same each time. */
function seeded(seed: number): (below: number) => number {
  let state = seed * 2654435761 + 1
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return Math.floor((state / 0x80000000) * below)
  }
}

const words =
  'licensee licensor model weights shall may not grant right notice party claim loss warranty user record audit consent term renewal “Output” 30 days $5 (a) Section 2.1, e.g. re-sign US us; — Oslo müller 許諾'.split(
    ' ',
  )
const labels = ['1.', '2.', '(a)', '(b)', 'i.', '•', '', 'Section 3:', '4.2', '§ 5']

type Clauses = string[]

function clause(next: (below: number) => number): string {
  const length = 1 + next(24)
  const text = Array.from({ length }, () => words[next(words.length)]).join(' ')
  return `${labels[next(labels.length)]} ${text}${next(3) === 0 ? '' : '.'}`.trim()
}

function agreement(next: (below: number) => number, clauses: number): Clauses {
  return Array.from({ length: clauses }, () => clause(next))
}

/** What happens to a contract between two drafts: clauses go, come, move, split and change. */
function mutated(clauses: Clauses, next: (below: number) => number): Clauses {
  const after = [...clauses]
  for (let times = 1 + next(6); times > 0; times -= 1) {
    const at = next(after.length)
    const own = after[at] ?? ''
    const parts = own.split(' ')
    const changes: (() => void)[] = [
      () => after.splice(at, 1),
      () => after.splice(at, 0, clause(next)),
      () => after.splice(next(after.length), 0, ...after.splice(at, 1)),
      () => after.splice(at, 1, own, own),
      () => after.splice(at, 1, parts.slice(0, 3).join(' '), parts.slice(3).join(' ')),
      () => after.splice(at, 2, `${own} ${after[at + 1] ?? ''}`),
      () => after.splice(at, 1, own.toUpperCase()),
      () => after.splice(at, 1, own.replaceAll('“', '"').replaceAll('-', '‑')),
      () =>
        after.splice(
          at,
          1,
          parts.map((word) => (next(4) === 0 ? words[next(words.length)]! : word)).join(' '),
        ),
      () => after.splice(at, 1, own.split('').reverse().join('')),
    ]
    changes[next(changes.length)]!()
  }
  return after
}

const read = (clauses: Clauses) => parseAgreement(clauses.join('\n\n'))

test('of two thousand changed agreements no word is lost on either side', () => {
  for (let seed = 1; seed <= 2000; seed += 1) {
    const next = seeded(seed)
    const before = agreement(next, 3 + next(10))
    const [left, right] = [read(before), read(mutated(before, next))]
    expectNothingLost(left, right, compared(left, right))
  }
})
