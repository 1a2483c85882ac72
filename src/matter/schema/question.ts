import { z } from 'zod'

/** How a fact is asked for: the one source of the form, the interview, the JSON Schema and an open question. */
export interface Question {
  /** One sentence that ends with a question mark. */
  question: string
  /** How to find or write the answer. */
  help?: string
  /** Unit of the value: `users`, `ISO 3166 country code`. */
  unit?: string
  /** Why it is asked, one sentence; no law, which stands in `clauses/` with its section. */
  why?: string
  /** Topics of the library whose law makes it matter: who asks fills in what they say. */
  law?: readonly string[]
  /** What its answer in words is made of, where a questionnaire asks for it. */
  said?: Said
  /** The fact that it answers as well, and better or with less: a form asks it first. */
  insteadOf?: string
  /** What of the library its answer names, so that a form can offer it. */
  picks?: 'models' | 'licenses' | 'topics'
}

/** What an answer in words is made of: whoever reads a questionnaire accounts for each of its words by it. */
export type Said =
  | 'name'
  | 'legal-form'
  | 'address'
  | 'places'
  | 'display'
  | 'source'
  | 'insurance'
  | 'reports'
  | 'contractors'
  | 'contact'
  | 'models'

/** What kind of value a fact has; a form makes its field from it. */
export type Kind =
  | 'text'
  | 'long-text'
  | 'yes-no'
  | 'number'
  | 'date'
  | 'country'
  | 'choice'
  | 'choices'
  | 'texts'
  | 'list'
  | 'map'
  | 'group'

/** A kind of value with its schema. */
export interface Leaf<T extends z.ZodType> {
  schema: T
  kind: Kind
  options?: readonly string[]
}

export interface FactMeta extends Question {
  kind: Kind
  options?: readonly string[]
}

/** The questions, by schema. */
export const questions = z.registry<FactMeta>()

/** A fact that need not be given: its schema with its question. */
export function ask<T extends z.ZodType>(leaf: Leaf<T>, question: Question): z.ZodExactOptional<T> {
  const { question: asked, help } = question
  const schema = leaf.schema.exactOptional().describe(help ? `${asked} ${help}` : asked)
  const { kind, options } = leaf
  questions.add(schema as z.ZodType, { ...question, kind, ...(options ? { options } : {}) })
  return schema
}

/** Facts that belong together, under one key. */
export function group<S extends z.ZodRawShape>(shape: S, question: Question) {
  return ask({ schema: z.strictObject(shape, { error: expectedKeys(shape) }), kind: 'group' }, question)
}

/** A list of things that each have facts. */
export function listOf<S extends z.ZodRawShape>(shape: S, question: Question) {
  const schema = z.array(z.strictObject(shape), {
    error: 'expected a list, each item on a line with a hyphen',
  })
  return ask({ schema, kind: 'list' }, question)
}

const expectedKeys = (shape: z.ZodRawShape) => () =>
  `expected keys with values: ${Object.keys(shape).slice(0, 3).join(', ')} and so on`
