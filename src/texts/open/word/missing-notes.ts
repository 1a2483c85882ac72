import type { Omission } from '../../../agreement/index.ts'
import type { ViewedStory } from '../../../ooxml/index.ts'
import { noteNumbers } from './note-numbers.ts'

/** Notes that something refers to and that are not in the file: what they say is not known. */
export function missingNotes(stories: readonly ViewedStory[]): Omission[] {
  const here = new Set(stories.map(({ story: { kind, id } }) => `${kind} ${id}`))
  return [...noteNumbers(stories)]
    .filter(([note]) => !here.has(note))
    .map(([note, number]) => ({ kind: 'missing-part', place: note.replace(/ .*/, ` ${number}`) }))
}
