import type { Library } from '../library/index.ts'
import { type Field, matterFields } from './fields.ts'
import { lawLine } from './law/law-behind.ts'

/**
 * A matter file with every fact left blank, its question and options beside it as a comment.
 *
 * @param library says the law because of which a fact is asked for, with its sections
 * @param wanted paths of the facts that are to be in it, with the groups and lists above them; by default all
 */
export function matterSkeleton(library: Library, wanted?: ReadonlySet<string>): string {
  const fields = matterFields().filter(({ path }) => !path.includes('{}') && (wanted?.has(path) ?? true))
  const lines = fields.flatMap((field) => linesOf(field, library))
  return `${['# A fact that is left blank, or said to be unknown, is an open question in the documents.', 'matter: Untitled matter', ...lines].join('\n')}\n`
}

function linesOf(field: Field, library: Library): string[] {
  const { path, key, depth, kind, question, help, options, unit } = field
  // Items of lists are shown as comments: an item without facts would be a thing that is there.
  const inList = path.includes('[].')
  const margin = '  '.repeat(depth)
  const mark = inList ? `${margin}#   ` : margin
  const hints = [
    help,
    options ? `One of: ${options.join(', ')}.` : undefined,
    unit ? `Unit: ${unit}.` : undefined,
    lawLine(field, library),
  ]
  const comment = [question, ...hints].filter((part) => part !== undefined).join(' ')
  return [
    ...(depth === 0 ? [''] : []),
    `${margin}# ${comment}`,
    kind === 'group' && !inList ? `${margin}${key}:` : `${mark}${key}:`,
  ]
}
