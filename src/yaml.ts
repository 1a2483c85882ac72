import { type Document, LineCounter, parseDocument } from 'yaml'
import type { ZodType } from 'zod'
import { type Place, Problem } from './problem.ts'

/** YAML that was read: its data, and where in the file each value stands. */
export interface YamlSource {
  data: unknown
  /** Place of the value at a path, or of the nearest one above it. */
  at(path?: PropertyKey[]): Place & { file: string }
}

const TOO_DEEP = 'is nested deeper than can be read: lists and groups go four deep at most'
/** So many brackets open one in the other. */
const DEEP = /(?:[[{][ \t\n\r]{0,20}){200}/

/**
 * Reads YAML and keeps where everything stands.
 *
 * @param source the YAML
 * @param file the file's name for messages
 * @param firstLine line of the file at which the YAML starts, where it is front matter
 * @throws Problem `yaml` with the line of the first mistake
 */
export function parseYaml(source: string, file: string, firstLine = 1): YamlSource {
  // Where brackets alone open one in the other, the parser takes the square of their number to say so.
  if (DEEP.test(source)) throw new Problem('yaml', TOO_DEEP, { file })
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(line, 1) + firstLine - 1, column: Math.max(col, 1) }
  }
  const broken = document.errors[0]
  if (broken) throw new Problem('yaml', reasonOf(broken.message), placeOf(broken.pos[0]))
  return { data: dataOf(document, file), at: (path = []) => placeOf(startOf(document, path)) }
}

/** Aliases are looked up only here: they may be of nothing, or multiply. */
function dataOf(document: Document, file: string): unknown {
  try {
    return document.toJS()
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    const of = /^Unresolved alias .*: (.+)$/.exec(error.message)?.[1]
    const reason =
      of === undefined
        ? 'uses its aliases (*name) too often: write the values out'
        : `the alias *${of} has no &${of} before it`
    throw new Problem('yaml', reason, { file })
  }
}

/** The parser's sentence, without the place that stands before it already and the excerpt that follows. */
function reasonOf(message: string): string {
  if (message.startsWith('Maximum call stack')) return TOO_DEEP
  if (message.startsWith('Source contains multiple documents'))
    return 'holds multiple documents, parted by ---: keep one'
  return message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')
}

/**
 * Holds data against a schema.
 *
 * @returns the data, or every way in which it is not what the schema asks for, each with its place
 */
export function validate<T>(source: YamlSource, schema: ZodType<T>): { data: T } | { problems: Problem[] } {
  // Compiling a schema takes longer than many readings with it, and a file is read once.
  const parsed = schema.safeParse(source.data, { jitless: true })
  if (parsed.success) return { data: parsed.data }
  return {
    problems: parsed.error.issues.map((issue) => {
      // A missing key has no place of its own, and an unknown one has, but zod names it beside the path.
      const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
      return new Problem('schema', `${issue.path.join('.') || 'the file'}: ${issue.message}`, source.at(path))
    }),
  }
}

/**
 * Reads YAML against a schema.
 *
 * @throws Problem where it is not YAML, or not what the schema asks for
 */
export function readYaml<T>(source: string, file: string, schema: ZodType<T>, firstLine = 1): T {
  const result = validate(parseYaml(source, file, firstLine), schema)
  if ('data' in result) return result.data
  throw result.problems[0]!
}

/** Offset of the key or item at a path, or of the nearest one above it. */
function startOf(document: Document, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0])
    }
  }
  return 0
}
