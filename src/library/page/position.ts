import type { BlockContent, RootContent } from 'mdast'
import { citedAs } from '../cited-as.ts'
import { citationPhrase } from '../section-words.ts'
import type { Reference } from '../show/types.ts'
import type { Edit, Level, Library, Position, PositionLevel } from '../types.ts'
import { bullets, code, heading, inline, markdown, paragraph, strong } from './blocks.ts'
import { figureBlocks } from './figures.ts'

const levels: Record<Level, string> = {
  preferred: 'Preferred',
  fallback: 'Fallback',
  walk_away: 'Walk-away',
}

/** A position as a page: what is asked for at each level, why, and what the other side will say. */
export function positionPage(library: Library, position: Position, risks: Reference[]): RootContent[] {
  const { id, title, topic, counterparty, negotiability, negotiabilityReason, appliesTo, moot } = position
  return [
    heading(1, title),
    paragraph(
      code(`position:${id}`),
      ` · to ${counterparty === 'meta' ? 'Meta' : 'a vendor'} · on `,
      code(topic),
    ),
    paragraph(strong(`Negotiability: ${negotiability}.`), ' ', negotiabilityReason),
    paragraph(strong('Whom the words hurt.'), ' ', position.hurts),
    ...(appliesTo.length > 0 ? [paragraph(strong('Changes:'), ' ', appliesTo.join(', '), '.')] : []),
    ...bullets(
      moot.map(({ license, reason, section }) => [
        strong(`Moot under ${license}.`),
        ' ',
        `${reason} (${placeOf(library, license, section)})`,
      ]),
    ),
    ...(Object.keys(levels) as Level[]).flatMap((level) => {
      const at = position.positions[level]
      return at ? levelBlocks(library, position, levels[level], at) : []
    }),
    ...figureBlocks(id, position.figures),
    ...relationsOf(library, position),
    heading(2, 'Why'),
    ...markdown(position.rationale),
    paragraph(strong('Leverage.'), ' ', position.leverage),
    paragraph(strong('To give in return.'), ' ', position.giveInReturn),
    ...(position.undertaking === undefined
      ? []
      : [paragraph(strong('As an undertaking.'), ' ', position.undertaking)]),
    paragraph(strong('Approval of a departure.'), ' ', position.approval),
    ...counterArguments(position.counterArguments),
    ...(risks.length > 0 ? [heading(2, 'Risks that it answers')] : []),
    ...bullets(risks.map((one) => inline([one.title, ' ', code(one.show)]))),
  ]
}

/** What taking it brings, and what it cannot stand beside. */
function relationsOf({ positions }: Library, { id, needs = [], excludes = [] }: Position): BlockContent[] {
  const title = (other: string) => positions.get(other)?.title ?? other
  const others = [...positions.values()].flatMap((other) =>
    (other.excludes ?? [])
      .filter((one) => one.position === id)
      .map((one) => ({ ...one, position: other.id })),
  )
  return [
    ...needs.map((one) => paragraph(strong('Brings'), ` “${title(one.position)}”: ${one.reason}`)),
    ...[...excludes, ...others].map((one) =>
      paragraph(strong('Not together with'), ` “${title(one.position)}”: ${one.reason}`),
    ),
  ]
}

/** Where an edit is made: `section 2`, `the definition of “Meta”`. */
function placeOf(library: Library, license: string, path: string): string {
  const words = citationPhrase([citedAs(library, license, 'agreement', path)])
  return words.startsWith('section') ? words : `the ${words}`
}

function levelBlocks(
  library: Library,
  { appliesTo }: Position,
  title: string,
  { ask, edits, editsFor, ifRefused }: PositionLevel,
): RootContent[] {
  const worded = (license: string) => (edit: Edit) => editWords(edit, placeOf(library, license, edit.section))
  const shared = worded(appliesTo.find((license) => editsFor[license] === undefined) ?? '')
  const own = Object.entries(editsFor).map(([license, list]): BlockContent[] => [
    paragraph(`Under ${license}:`),
    ...bullets(list.map(worded(license))),
  ])
  return [
    heading(2, title),
    paragraph(ask),
    ...bullets(edits.map(shared)),
    ...bullets(own),
    ...(ifRefused === undefined ? [] : [paragraph(strong('If refused.'), ' ', ifRefused)]),
  ]
}

/** An edit as a lawyer would dictate it. */
function editWords({ operation, anchor, text }: Edit, place: string): string {
  const words = text.trim()
  switch (operation) {
    case 'insert_after':
      return `In ${place}, after “${anchor}”, insert “${words}”.`
    case 'insert_before':
      return `In ${place}, before “${anchor}”, insert “${words}”.`
    case 'replace':
      return `In ${place}, replace “${anchor}” with “${words}”.`
    case 'delete':
      return `In ${place}, delete “${anchor}”.`
    case 'add_clause':
      return `After ${place}, add: “${words}”`
  }
}

/** What they will say, and our answer. */
export function counterArguments(list: { they: string; we: string }[]): RootContent[] {
  if (list.length === 0) return []
  return [
    heading(2, 'What they will say'),
    ...bullets(list.map(({ they, we }) => [strong(`${they}`), ' ', we])),
  ]
}
