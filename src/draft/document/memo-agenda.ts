import type { Library } from '../../library/index.ts'
import { type Assessment, licenseNames, sectionPhrase } from '../../matter/index.ts'

/** A point to negotiate. */
export interface MemoAgendaItem {
  title: string
  ask: string
  negotiability: string
  where: string
}

/** The positions toward Meta that the findings call for, the weightiest topic first. */
export function memoAgenda(
  { positions }: Assessment,
  library: Library,
  licenses: readonly string[],
): MemoAgendaItem[] {
  return positions
    .flatMap(({ position: id, level }) => {
      const position = library.positions.get(id)
      if (position?.counterparty !== 'meta') return []
      const weight = library.topics.get(position.topic)?.weight ?? 1
      return [
        {
          weight,
          title: position.title,
          ask: position.positions[level]?.ask ?? '',
          negotiability: position.negotiability,
          where: placesOf(position.topic, position.appliesTo, library, licenses),
        },
      ]
    })
    .filter(({ where }) => where !== '')
    .sort((a, b) => b.weight - a.weight)
    .map(({ weight: _, ...item }) => item)
}

function placesOf(topic: string, appliesTo: string[], library: Library, licenses: readonly string[]): string {
  const places = new Map<string, string[]>()
  for (const license of licenses.filter((id) => appliesTo.includes(id))) {
    const term = library.terms.get(`${license}/${topic}`)
    const where = term && !term.absent ? sectionPhrase(term.sections) : 'which is silent'
    places.set(where, [...(places.get(where) ?? []), license])
  }
  return [...places].map(([where, of]) => `${licenseNames(of, library.licenses)}, ${where}`).join('; ')
}
