import { LineCounter, parseDocument } from 'yaml'
import type { ZodType } from 'zod'
import { Problem } from '../problem.ts'

/**
 * Reads YAML against a schema; what is wrong is said with its line.
 *
 * @param source the YAML
 * @param file the file's name for messages
 * @param schema what it must be
 * @param firstLine line of the file at which the YAML starts, where it is front matter
 * @throws Problem where it is not YAML, or not what the schema asks for
 */
export function readYaml<T>(source: string, file: string, schema: ZodType<T>, firstLine = 1): T {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines })
  const placeOf = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { file, line: line + firstLine - 1, column: col }
  }
  const broken = document.errors[0]
  if (broken) throw new Problem('yaml', broken.message.split('\n')[0]!, placeOf(broken.pos[0]))

  const parsed = schema.safeParse(document.toJS())
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  throw new Problem(
    'schema',
    `${issue.path.join('.') || 'the file'}: ${issue.message}`,
    placeOf(startOf(document, issue.path)),
  )
}

/** Offset of the value at a path, or of the nearest one above it. */
function startOf(document: ReturnType<typeof parseDocument>, path: PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true)
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0])
    }
  }
  return 0
}
