import { stringify } from 'yaml'
import type { Library } from '../../library/index.ts'
import { checkMatter, type Field, lawBehind, matterFields } from '../../matter/index.ts'

/** An answer as typed or chosen; or what the person wants instead of answering. */
export type Answer = { value: string | string[] } | 'skip' | 'back' | 'why' | 'stop'

/** Who is asked: a terminal, or a test. */
export interface Asker {
  ask(field: Field, last: string | undefined): Promise<Answer>
  tell(text: string): void
}

/** Facts that an interview asks for; lists and maps are filled in by hand in the file that it writes. */
export function interviewFields(wanted?: ReadonlySet<string>): Field[] {
  return matterFields().filter(
    ({ path, kind }) =>
      !/\[\]|\{\}/.test(path) && !['group', 'list', 'map'].includes(kind) && (wanted?.has(path) ?? true),
  )
}

/**
 * Asks for the facts of a matter one by one. An answer that is not what the fact may be is told and asked again.
 *
 * @param library says the law behind a question to whoever asks why
 * @param wanted paths of the facts to ask for; by default all
 * @returns the facts given, as they go into a file
 */
export async function interview(
  title: string,
  asker: Asker,
  library: Library,
  wanted?: ReadonlySet<string>,
): Promise<Record<string, unknown>> {
  const fields = interviewFields(wanted)
  const answers = new Map<string, unknown>()
  for (let at = 0; at < fields.length; ) {
    const field = fields[at]!
    const last = answers.get(field.path)
    const answer = await asker.ask(field, last === undefined ? undefined : String(last))
    if (answer === 'stop') break
    if (answer === 'why') asker.tell(reasonsFor(field, library))
    else if (answer === 'back') at = Math.max(0, at - 1)
    else if (answer === 'skip') at += 1
    else {
      const wrong = problemWith(title, field, answer.value)
      if (wrong === undefined) {
        answers.set(field.path, factOf(field, answer.value))
        at += 1
      } else asker.tell(wrong)
    }
  }
  return nested(title, answers)
}

/** Why a fact is asked for: the reason, and the law with its sections. */
function reasonsFor(field: Field, library: Library): string {
  const law = lawBehind(field, library).flatMap(({ title, says }) =>
    says.map(({ words, cite }) => `${title} (${cite}): ${words.replaceAll(/\s+/g, ' ').trim()}`),
  )
  return [...(field.why === undefined ? [] : [field.why]), ...law].join('\n')
}

function problemWith(title: string, field: Field, value: string | string[]): string | undefined {
  const data = nested(title, new Map([[field.path, factOf(field, value)]]))
  return checkMatter(stringify(data), '').problems[0]?.message
}

function factOf({ kind }: Field, value: string | string[]): unknown {
  if (Array.isArray(value)) return value
  if (kind === 'texts') return value.split(',').map((part) => part.trim())
  if (kind === 'number' && /^\d[\d,]*$/.test(value)) return Number(value.replaceAll(',', ''))
  return value.trim()
}

function nested(title: string, answers: Map<string, unknown>): Record<string, unknown> {
  const data: Record<string, unknown> = { matter: title }
  for (const [path, value] of answers) {
    const keys = path.split('.')
    let at = data
    for (const key of keys.slice(0, -1)) {
      at[key] ??= {}
      at = at[key] as Record<string, unknown>
    }
    at[keys.at(-1)!] = value
  }
  return data
}
