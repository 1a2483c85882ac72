import { isCancel, log, multiselect, select, text } from '@clack/prompts'
import type { Field } from '../../matter/index.ts'
import { visible } from '../../visible.ts'
import type { Answer, Asker } from './interview.ts'

const instead = [
  { value: 'skip', label: 'Skip' },
  { value: 'back', label: 'Back' },
  { value: 'why', label: 'Why do you ask?' },
] as const

/** Asks in a terminal. Ctrl-C ends the interview, and what was answered is kept. */
export const terminalAsker: Asker = {
  // What was typed or pasted stands in what is told of it.
  tell: (words) => log.info(visible(words)),
  ask: async (field, last) => {
    const unit = field.unit && `(${field.unit})`
    const message = visible([field.question, field.help, unit].filter(Boolean).join(' '))
    const answer = await prompt(field, message, last)
    if (isCancel(answer)) return 'stop'
    return answerOf(answer as string | string[])
  },
}

function prompt({ kind, options = [] }: Field, message: string, last: string | undefined) {
  if (kind === 'yes-no' || kind === 'choice') {
    const words = kind === 'yes-no' ? ['yes', 'no', 'unknown'] : [...options, 'unknown']
    const choices: { value: string; label: string }[] = [
      ...words.map((word) => ({ value: `=${word}`, label: visible(word) })),
      ...instead,
    ]
    return select({ message, options: choices, ...(last === undefined ? {} : { initialValue: `=${last}` }) })
  }
  if (kind === 'choices') {
    const choices: { value: string; label: string }[] = [
      ...options.map((word) => ({ value: `=${word}`, label: visible(word) })),
      { value: '=', label: 'None of these' },
      ...instead,
    ]
    return multiselect({ message, options: choices, required: true })
  }
  return text({
    message,
    placeholder: 'Enter skips, < goes back, ? says why we ask',
    ...(last === undefined ? {} : { defaultValue: last }),
  })
}

/** What was chosen or typed, as an answer. */
export function answerOf(given: string | string[] | undefined): Answer {
  if (Array.isArray(given)) {
    const other = instead.find(({ value }) => given.includes(value))
    return other?.value ?? { value: given.map((word) => word.slice(1)).filter((word) => word !== '') }
  }
  const typed = (given ?? '').trim()
  if (typed === '' || typed === 'skip') return 'skip'
  if (typed === '<' || typed === 'back') return 'back'
  if (typed === '?' || typed === 'why') return 'why'
  return { value: typed.startsWith('=') ? typed.slice(1) : typed }
}
