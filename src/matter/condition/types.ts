import type { Matter } from '../schema/index.ts'

/** A condition in sift's query language (that of MongoDB), as it stands in the front matter of the library. */
export type Condition = Record<string, unknown>

/** A fact that follows from the others, or is not known because they are not. */
export interface DerivedFact {
  value: DerivedValue | 'unknown'
  /** Facts of the matter to ask for, where it is not known. */
  asks: string[]
}

export type DerivedValue = boolean | number | string | string[]

/** What conditions are matched against: one matter under one license. */
export interface Situation {
  matter: Matter
  /** The license as conditions see it. */
  license: {
    id: string
    name: string
    version: string
    released?: string
    /** License of the use policy that comes with a model, where that is another’s than its license file. */
    policyBeside?: string
  }
  /** Facts of the license's terms by topic, with `absent: true` where it is silent. */
  terms: Record<string, Record<string, unknown>>
  derived: Record<string, DerivedFact>
  /** Day or month of the breach that ended the license by itself, where a use of the same company broke it. */
  brokenOn?: string
  /** Names of the uses that broke it, or may have. */
  brokenBy?: string[]
}

/** A question that an unknown fact raises. */
export interface OpenQuestion {
  /** `matter.vendors[1].licensed` without the first word. */
  fact: string
  question: string
}

export interface Outcome {
  /** `open` where some completion of the unknown facts makes it true and another false. */
  holds: true | false | 'open'
  /** The facts that can decide it, where it is open. */
  questions: OpenQuestion[]
}
