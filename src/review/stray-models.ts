import type { Library } from '../library/index.ts'
import { resolveModel } from '../library/index.ts'
import type { MatterModel } from '../matter/index.ts'
import type { Contradiction, Paper } from './types.ts'

const named =
  /\b(?:Meta )?Llama[ -]\d(?:\.\d)?(?:[ -](?:Vision|Instruct|Chat|Scout|Maverick|Guard))?(?: \d+B)?\b/g
/** A rule of one license names the models of that license, whatever runs. */
const ofLaw = /\b(?:licen[cs]e|improv|train|display|built with|begins?|starts?)\b/i

/**
 * Models that a paper names and the matter does not know, and those of other houses: a license may come with them that nobody
 * has looked at.
 */
export function strayModels(
  { passages }: Paper,
  models: readonly MatterModel[],
  library: Library,
): Contradiction[] {
  const known = new Set(models.flatMap(({ license }) => license ?? []))
  if (known.size === 0) return []
  const told = new Set(models.flatMap(({ of = [] }) => of))
  const others = otherModels(library)
  const found = new Map<string, Contradiction>()
  const tell = (name: string, section: string, because: string) => {
    if (!found.has(name)) found.set(name, { section, says: name, because })
  }
  for (const { text, section } of passages.flatMap(({ sentences }) => sentences)) {
    if (ofLaw.test(text)) continue
    for (const [name] of text.matchAll(named)) {
      const model = resolveModel(name.replace(/^Meta /, ''), library)
      if (!model.known)
        tell(name, section, `It names ${name}, which is no model that the library knows, and was not told.`)
      else if (known.has(model.license) && told.size > 0 && !model.models.some((one) => told.has(one)))
        tell(
          name,
          section,
          `It names ${name}, which was not told: ${[...told].map((one) => one.name).join(', ')} was.`,
        )
      else if (!known.has(model.license))
        tell(
          name,
          section,
          `It names ${name}, which is under ${library.licenses.get(model.license)?.title ?? model.license}, and no model of that license was told.`,
        )
    }
    for (const [name] of others ? text.matchAll(others) : [])
      tell(name, section, `It names ${name}, which comes under a license of its own, and was not told.`)
  }
  return [...found.values()]
}

/** Names of models of other houses, as `evidence.yaml` lists them. */
function otherModels({ evidence }: Library): RegExp | undefined {
  const names = evidence.lists['other-models']?.words ?? []
  if (names.length === 0) return undefined
  const any = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${any})(?:[ -](?:\\d[\\w.]*|Large|Medium|Small|Nemo|Pro|Flash|Opus|Sonnet|Haiku))*(?![\\p{L}\\p{N}])`,
    'gu',
  )
}
