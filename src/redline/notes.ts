import type { AmendedLicense, ChoiceNote } from './types.ts'

/** What was decided beside the positions of a deal, each thing once, in the order in which it was decided. */
export function notesOf(redline: readonly AmendedLicense[]): ChoiceNote[] {
  const notes = new Map(redline.flatMap(({ notes: own = [] }) => own.map((note) => [note.says, note])))
  return [...notes.values()]
}

/** The same in lines for whoever gives a command: what is left out is counted, and the issues list says the reasons. */
export function notesInBrief(redline: readonly AmendedLicense[]): string[] {
  const notes = notesOf(redline)
  const left = (kind: ChoiceNote['kind']) => notes.filter((note) => note.kind === kind)
  const notRaised = left('not-raised')
  const notHere = left('not-here')
  return [
    ...notes.filter(({ kind }) => kind !== 'not-raised' && kind !== 'not-here').map(({ says }) => says),
    ...(notRaised.length > 0
      ? [
          `not raised: ${notRaised.map(({ position }) => position).join(', ')} (the issues list says why; negotiation.breadth: full raises all)`,
        ]
      : []),
    ...(notHere.length > 0
      ? [
          `not on each license: ${[...new Set(notHere.map(({ position }) => position))].join(', ')} (the issues list says why)`,
        ]
      : []),
  ]
}

/** Where the licenses of a deal do not have the same, and why, for the record of what is drafted; nothing where they do. */
export function apartInWords(redline: readonly AmendedLicense[]): string | undefined {
  const apart = notesOf(redline).filter(({ kind }) => kind === 'not-here')
  if (apart.length === 0) return undefined
  return `Not the same on each license: ${apart.map(({ says }) => says).join('; ')}.`
}
