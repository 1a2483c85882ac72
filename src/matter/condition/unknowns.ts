import { derivedFacts } from '../derived/definitions.ts'
import { type Field, fieldOf } from '../fields.ts'
import { domainOf } from './domain.ts'
import type { Touched } from './read.ts'
import type { OpenQuestion, Situation } from './types.ts'

/** A fact that is not known: the values that it may have, and how to try one. */
export interface Unknown {
  values: unknown[]
  questions: OpenQuestion[]
  /** Paths with the same name but for their place in lists may have to be tried together. */
  family: string
  try(value: unknown): void
}

/** What conditions see, to be completed value by value. */
export interface Completion {
  target: Record<string, unknown>
  unknowns: Unknown[]
}

/** Finds the facts that a condition looks at and nobody knows. */
export function unknownsOf(touched: Touched[], situation: Situation): Completion {
  const matter: Record<string, unknown> = { ...situation.matter }
  const copied = new Set<string>()
  const given = valuesOf(situation)
  let derived = given
  const unknowns: Unknown[] = []
  const missingLists = new Map<string, { parent: Record<string, unknown>; key: string; below: Touched[] }>()

  for (const one of touched) {
    const [root, ...keys] = one.path.split('.')
    if (root === 'derived') {
      const name = keys.join('.')
      const fact = situation.derived[name]
      if (fact?.value !== 'unknown' || one.asksIfKnown) continue
      if (derived === given) derived = { ...given }
      unknowns.push({
        values: domainOf(derivedFacts[name] ?? { kind: 'text' }, one.literals),
        questions: fact.asks.map(questionOf),
        family: one.path,
        try: (value) => {
          derived[name] = value
        },
      })
    } else if (root === 'matter') {
      // Only what may be tried is copied: conditions are many, and each looks at little.
      const [first] = keys
      if (first !== undefined && !copied.has(first) && matter[first] !== undefined) {
        matter[first] = copyOf(matter[first])
        copied.add(first)
      }
      descend(matter, keys, [], one)
    }
  }
  for (const [path, { parent, key, below }] of missingLists)
    unknowns.push(missingList(path, parent, key, below))
  return {
    target: { matter, license: situation.license, terms: situation.terms, derived },
    unknowns,
  }

  function descend(at: Record<string, unknown>, keys: string[], above: string[], one: Touched): void {
    const [key, ...rest] = keys
    if (key === undefined) return
    const path = [...above, key]
    const field = fieldOf(path.join('.'))
    const value = at[key]
    if (field?.kind === 'list') {
      if (value === undefined) {
        if (rest.length === 0 && one.asksIfKnown) return
        const missing = missingLists.get(path.join('.')) ?? { parent: at, key, below: [] }
        missing.below.push({ ...one, path: rest.join('.') })
        missingLists.set(path.join('.'), missing)
        return
      }
      const items = value as Record<string, unknown>[]
      items.forEach((item, index) => {
        descend(item, rest, [...above, `${key}[${index}]`], one)
      })
    } else if (rest.length > 0) {
      if (typeof value !== 'object' || value === null) at[key] = {}
      descend(at[key] as Record<string, unknown>, rest, path, one)
    } else if (field && (value === undefined || value === 'unknown'))
      leaf(at, key, path.join('.'), field, one)
  }

  function leaf(at: Record<string, unknown>, key: string, path: string, field: Field, one: Touched): void {
    if (one.asksIfKnown) {
      if (one.literals.includes('unknown')) at[key] = 'unknown'
      return
    }
    unknowns.push({
      values: domainOf(field, one.literals),
      questions: [{ fact: path, question: questionAbout(path, field, situation) }],
      family: `matter.${field.path}`,
      try: (value) => {
        at[key] = value
      },
    })
  }
}

const derivedValues = new WeakMap<Situation['derived'], Record<string, unknown>>()

/** The derived facts alone, gathered once for the conditions that look at them; not to be changed. */
function valuesOf({ derived }: Situation): Record<string, unknown> {
  const known =
    derivedValues.get(derived) ??
    Object.fromEntries(Object.entries(derived).map(([name, { value }]) => [name, value]))
  derivedValues.set(derived, known)
  return known
}

/** A copy whose facts may be tried; structuredClone takes many times as long for plain facts. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(copyOf)
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Record<string, unknown>)[key])
  return copy
}

/**
 * A list that is not given may be empty, hold one thing of any kind, or hold all kinds: that tells apart what
 * conditions on its items can ask.
 */
function missingList(path: string, parent: Record<string, unknown>, key: string, below: Touched[]): Unknown {
  const items = below
    .filter((one) => one.path !== '')
    .reduce<Record<string, unknown>[]>(
      (partial, one) => {
        const field = fieldOf(`${path}.${one.path}`)
        return domainOf(field ?? { kind: 'text' }, one.literals).flatMap((value) =>
          partial.map((item) => set(structuredClone(item), one.path.split('.'), value)),
        )
      },
      [{}],
    )
  return {
    values: [[], ...items.map((item) => [item]), ...(items.length > 1 ? [items] : [])],
    questions: [questionOf(path)],
    family: `matter.${path}`,
    try: (value) => {
      parent[key] = value
    },
  }
}

function set(item: Record<string, unknown>, keys: string[], value: unknown): Record<string, unknown> {
  const [key, ...rest] = keys
  if (key === undefined) return item
  item[key] = rest.length === 0 ? value : set((item[key] ?? {}) as Record<string, unknown>, rest, value)
  return item
}

/** The question for a fact of the matter. */
export function questionOf(fact: string): OpenQuestion {
  const question = fieldOf(fact)?.question ?? `What is ${fact}?`
  const product = /\["(.+)"\]/.exec(fact)?.[1]
  return { fact, question: product === undefined ? question : `${question} (${product})` }
}

/** In a list the question says which item it is about. */
function questionAbout(path: string, field: Field, { matter }: Situation): string {
  const item = /^(\w+(?:\.\w+)?)\[(\d+)\]/.exec(path)
  if (!item) return field.question
  const list = item[1]!
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], matter)
  const { name, model, product } = (list as Record<string, string>[])[Number(item[2])] ?? {}
  const label = name ?? model ?? product
  return label === undefined ? field.question : `${field.question} (${label})`
}
