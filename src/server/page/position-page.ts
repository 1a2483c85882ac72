import { type Library, type License, levelsDown, levelWords, type Position } from '../../library/index.ts'
import { amendmentsOf, editsFor } from '../../redline/index.ts'
import { addressOfPosition } from './positions.ts'

/** Everything that `web/views/position.hbs` names: what a position asks at each level, in whose words, beside which others. */
export function positionPageView(library: Library, position: Position, license: License, house?: string) {
  const { id, title, hurts, topic, positions, appliesTo } = position
  return {
    title,
    sentence: hurts,
    topicsPage: true,
    script: 'site.js',
    hurts,
    topic: library.topics.get(topic),
    license: license.name,
    others: [...library.licenses.values()]
      .filter((one) => one !== license && appliesTo.includes(one.id))
      .map((one) => ({ name: one.name, address: addressOfPosition(id, one.id, house) })),
    relations: relationsOf(position, library),
    levels: levelsDown.flatMap((level) => {
      const asked = positions[level]
      if (!asked) return []
      const edits = editsFor([{ position, level, because: '' }], license)
      const words = amendmentsOf(edits, license, library).map(({ instruction }) => instruction)
      return [{ level: levelWords[level], ask: asked.ask, words }]
    }),
  }
}

/** What a position brings, and what it cannot stand beside, also where the other one says so. */
function relationsOf(position: Position, { positions }: Library): string[] {
  const title = (id: string) => positions.get(id)?.title ?? id
  const others = [...positions.values()].flatMap(({ id, excludes = [] }) =>
    excludes.filter((one) => one.position === position.id).map((one) => ({ ...one, position: id })),
  )
  return [
    ...(position.needs ?? []).map((one) => `Brings “${title(one.position)}”: ${one.reason}`),
    ...[...(position.excludes ?? []), ...others].map(
      (one) => `Not together with “${title(one.position)}”: ${one.reason}`,
    ),
  ]
}
