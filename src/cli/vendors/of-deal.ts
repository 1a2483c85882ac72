import { figuresOf } from '../../draft/index.ts'
import { levelNamed, levelWords } from '../../library/index.ts'
import { agreedLevels } from '../../register/index.ts'
import type { DatabaseOptions } from '../database.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { withDeal } from '../round/place.ts'
import { statusOf } from '../round/report.ts'
import { say } from '../say.ts'

/**
 * What was agreed on each flow-down of a deal: the level whose words stand, or other words; and the numbers that the matter has in
 * place of the library's. A point that is open is told, and says nothing.
 *
 * @param deal its folder, or its name in the database
 * @returns values by the path of their column: `levels.incidents`, `figures.incidents.notice`
 */
export async function agreedInDeal(
  deal: string,
  options: HouseOptions & DatabaseOptions,
): Promise<Record<string, unknown>> {
  const { status, beside } = await withDeal(deal, options, (place) => statusOf(place, options))
  const library = beside.library ?? (await libraryFor(options))
  const values: Record<string, unknown> = {}
  const open: string[] = []
  for (const { point, state, agreed } of status.points) {
    if (point.kind !== 'flow-down') continue
    if (state !== 'agreed' || !agreed) {
      open.push(point.title)
      continue
    }
    const words = agreed.at === 'their words' ? 'other' : levelWords[agreed.at]
    const level = agreedLevels.find((one) => one === words) ?? 'other'
    values[`levels.${point.id}`] = level
    const named = levelNamed(level)
    const flowDown = library.flowDowns.get(point.id)
    if (!flowDown || named === undefined || !beside.matter) continue
    for (const [key, figure] of Object.entries(figuresOf(flowDown, beside.matter))) {
      const own = figure[named]
      if (own !== undefined && own !== flowDown.figures[key]?.[named])
        values[`figures.${point.id}.${key}`] = own
    }
  }
  if (open.length > 0) say(`clausebook: ${deal}: still open, and not taken over: ${open.join(', ')}`)
  return values
}
