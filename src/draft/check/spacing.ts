import { remembered } from '../../reading/remembered.ts'
import type { DraftMessage } from '../types.ts'
import type { Passage } from './passages.ts'

const faults: [RegExp, string][] = [
  [/\S {2,}\S/, 'two spaces'],
  [/\s[,;.](?!\d)(?:\s|$)/, 'a space before a mark'],
  [/,,|;;|\.\.(?!\.)|,\./, 'two marks together'],
  [/\(\s|\s\)/, 'a space inside a bracket'],
]

/** Spaces and marks that conditions leave behind. */
export function spacing({ words }: Passage): readonly DraftMessage[] {
  return leftBehind(words)
}

const leftBehind = remembered((words: string) =>
  faults.flatMap(([pattern, what]) => {
    const at = pattern.exec(words)?.index
    if (at === undefined) return []
    const excerpt = words.slice(Math.max(0, at - 20), at + 20).replaceAll('\uFFFC', '…')
    return [{ rule: 'spacing', reason: `${what} in “${excerpt}”`, about: excerpt }]
  }),
)
