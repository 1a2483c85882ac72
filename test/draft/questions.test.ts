import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { draft, draftToMarkdown } from '../../src/draft/index.ts'
import { type Assessment, assess, fieldOf, type Matter, readMatter, usesOf } from '../../src/matter/index.ts'
import { example, library, templates } from './staff-documents.ts'

const names = [
  'acme',
  'hospital-two-uses',
  'car-maker',
  'game-company',
  'start-up',
  'public-body',
  'whitelabel',
]

/** Answers of every kind that a question may have. */
function answersTo(fact: string): unknown[] {
  const { kind, options = [] } = fieldOf(fact) ?? { kind: 'text' }
  switch (kind) {
    case 'yes-no':
      return [true, false]
    case 'choice':
      return [...options]
    case 'choices':
      return [[], ...options.map((one) => [one])]
    case 'number':
      return [0, 1e6, 1e9]
    case 'date':
      return ['2023-01-01', '2026-01-01']
    default:
      return [[]]
  }
}

function withAnswer(matter: Matter, fact: string, value: unknown): Matter {
  const copy = structuredClone(matter) as Record<string, unknown>
  const keys = fact.replaceAll(/\["?([^"\]]*)"?\]/g, '.$1').split('.')
  const last = keys.pop()!
  const at = keys.reduce<Record<string, unknown>>((group, key, place) => {
    if (typeof group[key] !== 'object') group[key] = /^\d+$/.test(keys[place + 1] ?? last) ? [] : {}
    return group[key] as Record<string, unknown>
  }, copy)
  at[last] = value
  return copy as Matter
}

function askedIn({ answers, findings }: Assessment): Set<string> {
  return new Set(
    [
      ...answers.flatMap(({ questions, unless, duties }) => [
        ...questions,
        ...[...unless, ...duties].flatMap((one) => one.questions),
      ]),
      ...findings.filter(({ status }) => status === 'open').flatMap(({ questions }) => questions),
    ].map(({ fact }) => fact),
  )
}

/** What a reader is told: paths, duties, counts, and each risk with its level. */
function outcome({ answers, findings }: Assessment): string {
  return JSON.stringify([
    answers.map(({ path, duties, threshold, pastBreach, pastUnlicensedUse }) => [
      path,
      duties.map(({ is }) => is),
      threshold?.status,
      pastBreach.is,
      pastUnlicensedUse.is,
    ]),
    findings.map(({ risk, license, status, inherent, residual }) =>
      [risk, license, status, inherent?.level, residual?.level].join(),
    ),
  ])
}

test.each(names)(
  'no question of %s is asked whose answers all come to the same',
  (name) => {
    for (const { matter } of usesOf(example(name))) {
      const before = assess(matter, library)
      for (const fact of askedIn(before)) {
        const turned = answersTo(fact).some(
          (value) => outcome(assess(withAnswer(matter, fact, value), library)) !== outcome(before),
        )
        expect(turned, fact).toBe(true)
      }
    }
  },
  60_000,
)

describe('the answers tried in the memo', () => {
  const memo = (matter: Matter) =>
    draftToMarkdown(
      draft('risk-memo', {
        templates,
        matter,
        library,
        assessment: assess(matter, library),
        options: { allowBlanks: true },
      }),
    ).replaceAll(/ +/g, ' ')

  test('lead to the path that the assessment has with them', () => {
    const source = readFileSync('examples/whitelabel.yaml', 'utf8')
    const matter = readMatter(source, 'whitelabel.yaml')
    const told = /with yes: ([^;]+); with no: ([^;|]+);/.exec(memo(matter))
    expect(told).not.toBeNull()
    const words: Record<string, string> = {
      go: 'go',
      'go-with-duties': 'go, with duties',
      'not-usable': 'not usable for this',
    }
    const [use] = usesOf(matter)
    for (const [at, value] of [true, false].entries()) {
      const { answers } = assess(withAnswer(use!.matter, 'litigation.over_llama_ip', value), library)
      const own = answers.find(({ license }) => license === 'llama-3.1')!
      expect(told![at + 1]).toBe(words[own.path])
    }
  })

  test('say with which of them there is a risk', () => {
    const words = memo(example('acme'))
    expect(words).toContain('with yes, there is the risk: Planned claim (critical)')
    expect(words).toContain('with partly or no, there is the risk: Breach by a vendor (critical)')
  })
})
