import { type DealRecord, dealSchema } from '../../deal/index.ts'
import { readMatter, vendorChosen } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { DatabaseOptions } from '../database.ts'
import { keptDeal } from './kept.ts'
import { dealYaml } from './open.ts'
import { withDeal } from './place.ts'

/** What `clausebook round set` can be told. */
export interface SetOptions extends DatabaseOptions {
  matter?: string
  vendor?: string
  playbook?: string[]
}

/**
 * Names the matter of a deal, or its playbook: what `round open` was not told, or what changed since.
 *
 * @throws Problem where there is no such matter, vendor, point or level
 */
export async function setDeal(deal: string, options: SetOptions): Promise<void> {
  const { matter, vendor, playbook } = options
  if (matter === undefined && vendor === undefined && playbook === undefined)
    throw new Problem('usage', 'says nothing: give --matter, --vendor or --playbook')
  await withDeal(deal, options, (place) =>
    place.hold(async (held) => {
      const { record, points } = await keptDeal(held, place.shown)
      const named = matter === undefined ? undefined : await place.matterNamed(matter)
      const next: DealRecord = {
        ...record,
        ...(named && { matter: named.path }),
        ...(vendor !== undefined && { vendor }),
        ...(playbook && { playbook: playbookOf(playbook, points) }),
      }
      const about = named?.yaml ?? (next.matter && (await held.matter(next.matter)).yaml)
      if (about) vendorChosen(readMatter(about, named?.shown ?? next.matter!), next.vendor)
      const did = [matter && 'matter', vendor && 'vendor', playbook && 'playbook'].filter(Boolean).join(', ')
      await held.save({
        yaml: dealYaml(next),
        matter: named?.id,
        ...(named?.kept && { files: new Map([named.kept]), gone: [named.kept[0]] }),
        did: `${did} set`,
      })
    }),
  )
}

/** @param given `preferred,fallback`, and `liability=preferred` of a point */
function playbookOf(
  given: readonly string[],
  points: readonly { id: string }[],
): NonNullable<DealRecord['playbook']> {
  const playbook: { levels?: string[]; points?: Record<string, string[]> } = {}
  for (const one of given) {
    const [, point, levels = ''] = /^(?:([^=]*)=)?(.*)$/s.exec(one) ?? []
    const steps = levels.split(',').map((level) => level.trim())
    if (point === undefined) playbook.levels = steps
    else if (points.some(({ id }) => id === point.trim()))
      playbook.points = { ...playbook.points, [point.trim()]: steps }
    else
      throw new Problem(
        'point',
        `there is no point ${point} in this deal: it has ${points.map(({ id }) => id).join(', ')}`,
      )
  }
  const read = dealSchema.shape.playbook.safeParse(playbook)
  if (read.success && read.data) return read.data
  throw new Problem(
    'usage',
    `--playbook ${given.join(' ')}: a level is preferred, fallback or walk-away, such as preferred,fallback`,
  )
}
