import type { Library } from '../../library/index.ts'
import type { Situation } from '../condition/types.ts'
import { dutyUnder } from '../duty/duty-under.ts'
import type { DutyAnswer } from '../types.ts'

const is = { due: 'applies', unclear: 'open', open: 'open', 'not-due': 'not' } as const
const performed = {
  'in-place': 'yes',
  partly: 'partly',
  'not-in-place': 'no',
  'not-known': 'not-known',
  'not-needed': 'not-needed',
} as const

/**
 * The four duties toward others under one license, from the records of `duties/`.
 *
 * @param taken nothing of the license is left, so that no duty is
 */
export function dutyAnswers(situation: Situation, library: Library, taken: boolean): DutyAnswer[] {
  const license = situation.license.id
  return [...library.duties.values()].flatMap((duty): DutyAnswer[] => {
    if (!duty.answers) return []
    const term = library.terms.get(`${license}/${duty.topic}`)
    const head = { id: duty.id, duty: duty.answers, title: duty.title }
    const not = (because: string): DutyAnswer => ({
      ...head,
      is: 'not',
      because: [because],
      questions: [],
      performed: 'not-needed',
      citations: [],
    })
    if (taken) return [not('No right to use, so no duty to perform.')]
    const found = dutyUnder(duty, situation, library)
    if (!found || !term || term.absent)
      return [not(term?.absent ? term.follows : 'The license does not ask for it.')]
    const words = duty.exact && term.facts[duty.exact.fact]
    const element = typeof words === 'string' && found.status !== 'not-due' ? words : undefined
    const names = duty.answers === 'prefix' && element !== undefined ? namesOf(situation) : []
    const example = names.length > 0 && element !== undefined ? nameWith(element, names[0]!) : undefined
    return [
      {
        ...head,
        is: is[found.status],
        ...(element === undefined ? {} : { words: element }),
        ...(example === undefined ? {} : { example }),
        because: found.because,
        questions: found.status === 'open' ? found.questions : [],
        performed:
          names.length > 0 && element !== undefined
            ? names.every((name) => startsWith(name, element))
              ? 'yes'
              : 'no'
            : performed[found.today],
        citations: found.citations,
      },
    ]
  })
}

/** Names of models that are fine-tuned, or trained on outputs and handed on. */
function namesOf({ matter }: Situation): string[] {
  return [
    ...(matter.fine_tuning?.model_names ?? []),
    ...(matter.output_training?.models ?? []).flatMap(({ name, distributed, named_llama: named }) =>
      name !== undefined && distributed === true && named === undefined ? [name] : [],
    ),
  ]
}

/** `Llama 3` begins `Llama 3 Quokka` and not `Llama 30`. */
function startsWith(name: string, element: string): boolean {
  return name.startsWith(element) && !/^[\p{L}\p{N}]/u.test(name.slice(element.length))
}

function nameWith(element: string, name: string): string {
  return startsWith(name, element) ? name : `${element} ${name}`
}
