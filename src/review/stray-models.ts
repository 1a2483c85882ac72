import { citedSays } from '../draft/index.ts'
import { type Library, resolveModel } from '../library/index.ts'
import { evaluate, type Matter, modelsOf, situationOf } from '../matter/index.ts'
import { escaped } from '../pattern.ts'
import type { Contradiction, Paper } from './types.ts'

type Known = Extract<ReturnType<typeof resolveModel>, { known: true }>

const named =
  /\b(?:Meta )?Llama[ -]\d(?:\.\d)?(?:[ -](?:Vision|Instruct|Chat|Scout|Maverick|Guard))?(?: \d+B(?:[ -](?:Vision|Instruct))*)?\b/g
/** A rule of one license names the models of that license, whatever runs. */
const ofLaw = /\b(?:licen[cs]e|improv|train|display|built with|begins?|starts?)\b/i

/**
 * Models that a paper names and the matter does not know, and those of other houses: a license may come with them that nobody
 * has looked at.
 */
export function strayModels({ passages }: Paper, matter: Matter, library: Library): Contradiction[] {
  const known = new Set(modelsOf(matter, library).flatMap(({ license }) => license ?? []))
  if (known.size === 0) return []
  const told = (matter.models ?? []).flatMap(({ model, size }) => {
    const one = model === undefined ? undefined : resolveModel(model, library, size)
    return one?.known ? [one] : []
  })
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
      else if (known.has(model.license) && told.length > 0 && !told.some((one) => mayBe(one, model)))
        tell(
          name,
          section,
          `It names ${name}, which was not told, under a license of which another model was.${withIt(model, matter, library)}`,
        )
      else if (!known.has(model.license))
        tell(
          name,
          section,
          `It names ${name}, which is under ${library.licenses.get(model.license)?.title ?? model.license}, and no model of that license was told.${withIt(model, matter, library)}`,
        )
    }
    for (const [name] of others ? text.matchAll(others) : [])
      tell(name, section, `It names ${name}, which comes under a license of its own, and was not told.`)
  }
  return [...found.values()]
}

/** What the license of a model that is named says against the facts, were the model in the matter, each a sentence. */
function withIt({ license, models, size }: Known, matter: Matter, library: Library): string {
  const [model] = models
  const used = { ...(model && { model: model.name }), license, ...(size !== undefined && { size }) }
  const situation = situationOf({ ...matter, models: [used] }, license, library)
  return library.paperContradictions
    .filter((rule) => rule.model === 'named' && evaluate(rule.when, situation).holds === true)
    .map(({ says, cites }) => ` ${citedSays(says, [license], cites, library)}.`)
    .join('')
}

/** Whether two names may be of one model: of one family, and not of two sizes that have names, as Scout and Maverick. */
function mayBe(one: Known, other: Known): boolean {
  const [first, second] = [one, other].map(({ size }) => /^[a-z]+/i.exec(size ?? '')?.[0])
  return (
    other.models.some((model) => one.models.includes(model)) &&
    (first === undefined || second === undefined || first === second)
  )
}

/** Names of models of other houses, as `evidence.yaml` lists them. */
function otherModels({ evidence }: Library): RegExp | undefined {
  const names = evidence.lists['other-models']?.words ?? []
  if (names.length === 0) return undefined
  const any = names.map(escaped).join('|')
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${any})(?:[ -](?:\\d[\\w.]*|Large|Medium|Small|Nemo|Pro|Flash|Opus|Sonnet|Haiku))*(?![\\p{L}\\p{N}])`,
    'gu',
  )
}
