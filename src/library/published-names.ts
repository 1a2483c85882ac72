import { join } from 'node:path'
import type { CheckRule } from './check/types.ts'
import { namesOf } from './names/names.ts'
import published from './names/published.json' with { type: 'json' }
import type { Library } from './types.ts'

export { type Names, namesOf } from './names/names.ts'

const files: Record<string, string> = {
  topic: 'topics.yaml',
  group: 'topics.yaml',
  fact: 'facts.yaml',
  license: 'licenses',
  position: 'positions',
  'flow-down': 'flow-downs',
  risk: 'risks',
  duty: 'duties',
  incident: 'incidents',
  'kind of vendor': 'vendor-kinds.yaml',
  'trait of vendors': 'vendor-kinds.yaml',
  limit: 'limits.yaml',
  'way to be enough': 'limits.yaml',
  breach: 'limits.yaml',
  'open point': 'open-points.yaml',
  silence: 'silences.yaml',
  model: 'models.yaml',
  table: 'tables.yaml',
  claim: 'advisory.yaml',
}

/** Whether a library is the program's own, or a copy of it that somebody works on, and not one of another house. */
export function isOwnLibrary({ licenses }: Library): boolean {
  return published.license.some((id) => licenses.has(id))
}

/**
 * Names that were published stay: a matter that chooses a position, a link to a topic, a house's own risk and a report that
 * somebody keeps go by them. A new name is free, and is published with the next release (`npm run names`).
 */
export const nameRule: CheckRule = {
  id: 'names',
  proves: 'every name that has been published is still there: matters, links, houses and reports go by it',
  needsTexts: false,
  run({ library, reader, report }) {
    if (!isOwnLibrary(library)) return
    const names = namesOf(library)
    for (const [kind, ids] of Object.entries(published as Record<string, string[]>)) {
      const known = new Set(names[kind])
      for (const id of ids) {
        if (known.has(id)) continue
        const reason = `there is no ${kind} ${id} any more, though it was published: keep the name, or see docs/library.md on renaming`
        report('names', reason, { file: join(reader.folder.folder, files[kind] ?? '.') })
      }
    }
  },
}
