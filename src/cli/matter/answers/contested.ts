import { fieldOf } from '../../../matter/index.ts'
import { answerOf, isSameName, type WrittenForm } from '../../../matter/written.ts'
import { oneLine } from './one-line.ts'

/** What other forms of the same vendor answer otherwise: of two answers that differ neither is known to be the one. */
export function contestedIn(
  form: WrittenForm,
  others: readonly { name: string; form: WrittenForm }[],
): Map<string, string> {
  const named = ({ answers }: WrittenForm) => answers.find(({ fact }) => fact === 'vendor.name')?.words ?? ''
  const contested = new Map<string, string>()
  for (const { name, form: other } of others) {
    if (named(form).trim() === '' || !isSameName(named(form), named(other))) continue
    for (const { fact, words } of form.answers) {
      const theirs = other.answers.find((one) => one.fact === fact && one.words.trim() !== '')
      const field = fieldOf(fact)
      if (!theirs || words.trim() === '' || !field || fact === 'vendor.name') continue
      const isSame = JSON.stringify(answerOf(field, theirs.words)) === JSON.stringify(answerOf(field, words))
      if (isSame && theirs.beside === undefined) continue
      const said = oneLine([theirs.words, theirs.beside ?? ''].join(' '))
      contested.set(fact, `${name} answers it “${said}”: leave one form of this vendor`)
    }
  }
  return contested
}
