import type { Library } from '../../library/index.ts'
import { none, wordOf } from './questions.ts'
import type { Answers } from './types.ts'
import { reachOf } from './users.ts'

/** The answers as facts of a matter of one use. What is not answered is not given, and never guessed. */
export function factsOf(answers: Answers, library: Library): Record<string, unknown> {
  const first = (name: string) => answers.get(name)?.[0]
  const all = (name: string) => answers.get(name)?.filter((one) => one !== none)
  const models = [...(all('model') ?? []), ...(all('with') ?? [])]
  return {
    matter: 'Untitled matter',
    ...given({ client: filled({ kind: first('who'), principal_place_of_business: first('where') }) }),
    ...given({
      models: library.models
        .filter(({ name }) => models.includes(wordOf(name)))
        .map(({ name, inputs }) => ({ model: name, inputs })),
      audience: all('audience'),
      inside: first('inside'),
      research: first('research'),
      recipients_research: first('theirs'),
      finished_product: first('finished'),
      sensitive_uses: linesOf(answers),
      deployment: all('runs'),
      access: first('access'),
      weights_recipients: recipientsOf(all('weights')),
      fine_tuning: filled({ done: first('tuned') }),
      output_training: trainingOf(answers),
      reach: first('users') === undefined ? undefined : reachOf(first('users')!, library),
      domains: all('field'),
      litigation: filled({ over_llama_ip: first('suit') }),
    }),
  }
}

/** Nobody is nobody beside others. */
function recipientsOf(given: string[] | undefined): string[] | undefined {
  return given !== undefined && given.length > 1 ? given.filter((one) => one !== 'nobody') : given
}

function linesOf(answers: Answers): object[] | undefined {
  const how = answers.get('how')?.[0]
  return answers
    .get('near')
    ?.filter((what) => what !== none)
    .map((what) => ({ what, ...(how === undefined ? {} : { how }) }))
}

function trainingOf(answers: Answers): object | undefined {
  const kind = answers.get('trains')?.[0]
  if (kind === undefined) return undefined
  if (kind === none) return { done: 'no' }
  return {
    done: 'yes',
    models: [
      {
        kind,
        ...given({ base: answers.get('base')?.[0], distributed: answers.get('offered')?.[0] }),
      },
    ],
  }
}

function given(facts: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(
      // That no line comes near and no field is regulated is said by an empty list; that there is no model is not.
      ([key, value]) => value !== undefined && !(key === 'models' && [value].flat().length === 0),
    ),
  )
}

function filled(facts: Record<string, unknown>): object | undefined {
  const own = given(facts)
  return Object.keys(own).length === 0 ? undefined : own
}
