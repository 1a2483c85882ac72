import type { RootContent } from 'mdast'
import { figureWords } from '../figures.ts'
import type { Figure, Level } from '../types.ts'
import { bullets, code, heading } from './blocks.ts'

const levels: [Level, string][] = [
  ['preferred', 'preferred'],
  ['fallback', 'fallback'],
  ['walk_away', 'walk-away'],
]

/**
 * The numbers of a clause by the names under which a house or a matter sets them; nothing where it has none.
 *
 * @param clause id of the flow-down or position
 */
export function figureBlocks(clause: string, figures: Readonly<Record<string, Figure>>): RootContent[] {
  const all = Object.entries(figures)
  if (all.length === 0) return []
  return [
    heading(2, 'Figures that a house or a matter sets'),
    ...bullets(
      all.map(([key, figure]) => {
        const values = levels.flatMap(([level, name]) =>
          figure[level] === undefined ? [] : [`${name} ${figureWords(figure, figure[level], 'US$')}`],
        )
        return [code(`${clause}.${key}`), ` ${figure.means}: ${values.join(', ')}.`]
      }),
    ),
  ]
}
