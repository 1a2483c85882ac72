import type { Library, Model } from '../library/index.ts'
import { resolveModel } from '../library/index.ts'
import type { MatterModel } from '../matter/index.ts'
import type { Contradiction, Paper } from './types.ts'

const named =
  /\b(?:Meta )?Llama[ -]\d(?:\.\d)?(?:[ -](?:Vision|Instruct|Chat|Scout|Maverick|Guard))?(?: \d+B)?\b/g
/** A rule of one license names the models of that license, whatever runs. */
const ofLaw = /\b(?:licen[cs]e|improv|train|display|built with|begins?|starts?)\b/i

/** Models that a paper runs on and the matter does not know: a license may come with them that nobody has looked at. */
export function strayModels(
  { passages }: Paper,
  models: readonly MatterModel[],
  library: Library,
): Contradiction[] {
  const known = new Set(models.flatMap(({ license }) => license ?? []))
  if (known.size === 0) return []
  const found = new Map<string, Contradiction>()
  for (const { text, section } of passages.flatMap(({ sentences }) => sentences)) {
    if (ofLaw.test(text)) continue
    for (const [name] of text.matchAll(named)) {
      const license = licenseOf(name, library)
      if (license === undefined || known.has(license) || found.has(name)) continue
      found.set(name, {
        section,
        says: name,
        because: `It names ${name}, which is under ${library.licenses.get(license)?.title ?? license}, and no model of that license was told.`,
      })
    }
  }
  return [...found.values()]
}

function licenseOf(
  name: string,
  library: Pick<Library, 'models' | 'variants'> & { models: readonly Model[] },
) {
  const model = resolveModel(name.replace(/^Meta /, ''), library)
  return model.known ? model.license : undefined
}
