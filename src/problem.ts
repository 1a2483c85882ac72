/** Where a problem is, as far as it is known. */
export interface Place {
  /** Path of the file, as the user named it. */
  file?: string
  /** 1-based line. */
  line?: number
  /** 1-based column. */
  column?: number
  /** The layer over the library that the file is of, where it is one: `house Example LLP`. */
  layer?: string
  /** The fact of a matter that it is about, as a form names its field: `models[0].license`. */
  fact?: string
}

const isInstance = Function.prototype[Symbol.hasInstance]
const brand = Symbol.for('clausebook.problem')

/**
 * What a person can mend: one sentence that says what is wrong, where, and what to do. The command line prints it on
 * one line and ends with status 2; the server answers it as a problem document (RFC 9457).
 */
export class Problem extends Error {
  /** Names the rule that was broken, for example `unknown-license`. */
  readonly rule: string
  readonly place: Place

  /** A problem is one also where a program has loaded this class twice, by two doors. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // A class below this one asks for itself.
    // biome-ignore lint/complexity/noThisInStatic: `this` is the class that was asked, which inherits this method.
    if (this !== Problem) return isInstance.call(this, value)
    return typeof value === 'object' && value !== null && brand in value
  }

  constructor(rule: string, reason: string, place: Place = {}) {
    super(reason.replace(/\s*\n\s*/g, ' '))
    this.name = 'Problem'
    this.rule = rule
    Object.defineProperty(this, brand, { value: true })
    this.place = place
  }

  /** `file:line:column (layer) reason`, leaving out what is not known. */
  override toString(): string {
    const { file, line, column, layer } = this.place
    const where = [file, line, line === undefined ? undefined : column]
      .filter((part) => part !== undefined)
      .join(':')
      .concat(layer === undefined ? '' : ` (${layer})`)
      .trim()
    return where === '' ? this.message : `${where} ${this.message}`
  }
}

/** Does something with a file, at once or in a while, and says which it is where that goes wrong. */
export function aboutFile<T>(file: string, work: () => T): T {
  const fail = (error: unknown): never => {
    if (!(error instanceof Problem) || error.place.file !== undefined) throw error
    throw new Problem(error.rule, error.message, { ...error.place, file })
  }
  try {
    const done = work()
    return done instanceof Promise ? (done.catch(fail) as T) : done
  } catch (error) {
    return fail(error)
  }
}
