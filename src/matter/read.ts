import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { parseYaml } from '../yaml.ts'
import { fieldOf, matterFields } from './fields.ts'
import { type Matter, matterSchema } from './schema/index.ts'
import { alike, unknown } from './schema/leaf.ts'
import { wrongSpans } from './spans.ts'

/** A matter file larger than this is a mistake, and takes long to read. */
const largest = 2_000_000

/**
 * Reads a matter.
 *
 * @param source YAML (or JSON, which is YAML)
 * @param file its name for messages
 * @throws Problem for the first thing that is wrong, with file, line and column:
 *   `acme.yaml:12:18 matter.reach.monthly_active_users["ACME Search"]: expected a whole number, got "120M"`
 * @example
 * const matter = readMatter(await readFile('acme.yaml', 'utf8'), 'acme.yaml')
 */
export function readMatter(source: string, file: string): Matter {
  const result = checkMatter(source, file)
  if (result.matter) return result.matter
  throw result.problems[0]!
}

/** Reads a matter as far as it can be, with everything that is wrong in it. */
export function checkMatter(
  source: string,
  file: string,
): { matter: Matter; problems: [] } | { matter?: never; problems: Problem[] } {
  if (source.length > largest) {
    return { problems: [new Problem('too-large', 'is too large for a matter: 2 MB are the most', { file })] }
  }
  try {
    const yaml = parseYaml(source, file)
    const { matter, wrong } = checkFacts(yaml.data)
    if (matter) return { matter, problems: [] }
    const problems = wrong.map(({ path, reason, at }) => {
      const fact = namedPath(path)
      return new Problem('matter', `${fact}: ${reason}`, {
        ...yaml.at(at ?? path),
        ...(path.length > 0 && { fact: fact.slice('matter.'.length) }),
      })
    })
    return { problems: problems.sort(byPlace) }
  } catch (error) {
    if (error instanceof Problem) return { problems: [error] }
    // Aliases that multiply and nesting without end are the two ways in which the YAML itself defeats its reader.
    const reason =
      error instanceof ReferenceError
        ? 'uses its aliases (*name) too often: write the values out'
        : 'is nested too deep, or within itself, to be read: a matter has lists and groups four deep at most'
    return { problems: [new Problem('yaml', reason, { file })] }
  }
}

/** Facts that were not read from one file, such as a row of a table over a common matter. */
export function checkFacts(
  facts: unknown,
): { matter: Matter; wrong: [] } | { matter?: never; wrong: WrongFact[] } {
  // Compiling the schema takes longer than reading many matters with it as it is.
  const parsed = matterSchema.safeParse(given(facts), { jitless: true })
  if (parsed.success) {
    const wrong = wrongSpans(parsed.data)
    return wrong.length > 0 ? { wrong } : { matter: parsed.data, wrong: [] }
  }
  return { wrong: parsed.error.issues.flatMap((issue) => told(issue, [])) }
}

/**
 * The facts given: a key left blank is a fact that is not given, and so is one said to be unknown. The word stays where
 * a condition may ask for it (a choice, yes or no) and where the key itself says something (a product of a map).
 */
function given(value: unknown, path = ''): unknown {
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== null)
    // Of a use the models may be names alone.
    if (path === 'uses.models')
      return items.map((item) => (typeof item === 'string' ? { model: item } : given(item, path)))
    return items.map((item) => given(item, path))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => {
      const at = path === '' ? key : `${path}.${key}`
      if (item === null || (item === unknown && droppedWhenUnknown(at))) return []
      return [[key, given(item, at)]]
    }),
  )
}

function droppedWhenUnknown(path: string): boolean {
  const kind = fieldOf(path)?.kind
  return kind !== undefined && kind !== 'choice' && kind !== 'yes-no'
}

/** What is wrong with one fact. */
export interface WrongFact {
  path: PropertyKey[]
  reason: string
  /** Path whose place is shown, where it is another. */
  at?: PropertyKey[]
}

/** An issue in the words of one who can mend it. A union tells of the branch that the value was meant for. */
function told(issue: z.core.$ZodIssue, above: PropertyKey[]): WrongFact[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.find((branch) =>
      branch.some((one) => one.path.length > 0 || ['unrecognized_keys', 'custom'].includes(one.code)),
    )
    if (meant) return meant.flatMap((one) => told(one, path))
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path, reason: unknownKey(key, path), at: [...path, key] }))
  }
  if (issue.code === 'invalid_key') {
    return issue.issues.map((one) => ({ path, reason: one.message }))
  }
  return [{ path, reason: issue.message }]
}

/** What an unknown key was meant to be: the nearest of its group, or the same key elsewhere. */
function unknownKey(key: string, path: PropertyKey[]): string {
  const within = path.filter((part) => typeof part === 'string').join('.')
  const fields = matterFields()
  const plain = (of: string) => of.replaceAll(/\[\]|\.\{\}/g, '')
  const siblings = fields.filter((field) => {
    const parent = plain(field.path).split('.').slice(0, -1).join('.')
    return parent === within || (within.startsWith(`${parent}.`) && field.path.includes('{}'))
  })
  const elsewhere = fields.find((field) => field.key === key)
  if (elsewhere) return `there is no fact ${key} here: it belongs at ${elsewhere.path}`
  const near =
    siblings.length > 0
      ? closest(
          key,
          siblings.map((field) => field.key),
        )
      : undefined
  if (near !== undefined && alike(key, near)) {
    return `there is no fact ${key}: did you mean ${near}?`
  }
  return `there is no fact ${key}: clausebook matter schema lists those that there are`
}

function byPlace({ place: a }: Problem, { place: b }: Problem): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)
}

/** `matter.reach.monthly_active_users["ACME Search"]`. */
export function namedPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    return /^[A-Za-z_]\w*$/.test(String(part))
      ? `${name}.${String(part)}`
      : `${name}[${JSON.stringify(part)}]`
  }, 'matter')
}
