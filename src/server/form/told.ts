import { fieldOf } from '../../matter/index.ts'
import { onPage } from '../page/on-page.ts'

/** How a message of a file is put on a form, whose fields take what people write. */
const onForm: [RegExp, string][] = [
  [
    /expected a country as two capital letters, such as US or DE/,
    'expected a country, such as United States or Germany',
  ],
  [
    /expected a date such as 2024-07-23, or a month such as 2024-07/,
    'expected a day or a month, such as March 1, 2024',
  ],
  [/expected a date such as 2024-07-23/, 'expected a day, such as March 1, 2024'],
  [/expected a whole number/, 'expected a whole number, such as 1.2 million'],
]

/** What is wrong, for who fills the form: with the question in place of the name that the fact has in a file. */
export function toldOnForm(reason: string, fact: string | undefined): { whole: string; atField: string } {
  const name = fact === undefined ? undefined : `matter.${fact}: `
  const own = name !== undefined && reason.startsWith(name) ? reason.slice(name.length) : reason
  const atField = onPage(onForm.reduce((words, [from, to]) => words.replace(from, to), own))
  const question = own === reason ? undefined : fieldOf(fact!)?.question
  return { whole: question === undefined ? atField : `${question} ${atField}`, atField }
}
