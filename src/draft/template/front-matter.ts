import { parse } from 'yaml'
import { z } from 'zod'
import { Problem } from '../../problem.ts'
import type { TemplateSource } from './templates.ts'

const schema = z.strictObject({
  /** What a reference calls a clause: `Section`, `paragraph`. */
  clause: z.string().default('Section'),
  /** What a schedule calls the rest of the document in a reference: `this letter`. */
  document: z.string().default('this document'),
  /** Terms with capital letters that are defined in another document, such as the license. */
  defined_elsewhere: z.array(z.string()).default([]),
  /** What a capital letter inside a sentence marks: a term that has to be defined, or as in a memo only a name. */
  capitals: z.enum(['terms', 'names']).default('terms'),
  /** Names with capital letters that are no defined terms. */
  names: z.array(z.string()).default([]),
})

/** What a template says of itself. */
export type FrontMatter = z.output<typeof schema>

/**
 * Takes the front matter from a template. Its lines stay as empty ones, so that the lines of everything else are the
 * file's.
 */
export function splitFrontMatter({ file, source }: TemplateSource): { front: FrontMatter; body: string } {
  const found = /^---\n([\s\S]*?\n)---\n/.exec(source)
  const result = schema.safeParse(found ? parse(found[1]!) : {})
  if (!result.success) {
    const [issue] = result.error.issues
    throw new Problem('front-matter', `${issue?.path.join('.')}: ${issue?.message}`, { file, line: 1 })
  }
  if (!found) return { front: result.data, body: source }
  return {
    front: result.data,
    body: '\n'.repeat(found[0].split('\n').length - 1) + source.slice(found[0].length),
  }
}
