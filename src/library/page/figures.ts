import type { RootContent } from 'mdast'
import { figureWords } from '../figures.ts'
import { levelsDown, levelWords } from '../levels.ts'
import type { Figure } from '../types.ts'
import { bullets, code, heading } from './blocks.ts'

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
        const values = levelsDown.flatMap((level) =>
          figure[level] === undefined
            ? []
            : [`${levelWords[level]} ${figureWords(figure, figure[level], 'US$')}`],
        )
        return [code(`${clause}.${key}`), ` ${figure.means}: ${values.join(', ')}.`]
      }),
    ),
  ]
}
