import { none } from './questions.ts'
import type { Answers, AssessQuestion, Control } from './types.ts'

/** All controls in the order of the page. */
export function controlsOf(questions: AssessQuestion[]): Control[] {
  return questions.flatMap(({ controls }) => controls)
}

/**
 * The answers that an address holds. What is none of the words offered is passed over, so that no name and no free text
 * is taken from an address or goes into one.
 *
 * @param query as Express reads it
 */
export function readAnswers(query: Record<string, unknown>, questions: AssessQuestion[]): Answers {
  return new Map(
    controlsOf(questions).flatMap(({ name, set, options }): [string, string[]][] => {
      const given = [query[name]].flat()
      const chosen = options.map(({ value }) => value).filter((value) => given.includes(value))
      const alone = chosen.includes(none) && chosen.length > 1 ? chosen.filter((one) => one !== none) : chosen
      const kept = set === 'one' ? alone.slice(0, 1) : alone
      return kept.length > 0 ? [[name, kept]] : []
    }),
  )
}

/** The query that holds the answers, always the same for the same ones; empty where there is none. */
export function writeAnswers(answers: Answers): string {
  const pairs = [...answers].flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  )
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`
}
