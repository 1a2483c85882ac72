import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { Problem } from '../../problem.ts'
import { parseYaml, validate, type YamlSource } from '../../yaml.ts'
import { houseSchema } from '../schema/house.ts'
import type { Level, Library, Risk, Topic } from '../types.ts'
import { withParts } from '../with-parts.ts'
import type { House, HouseFiles } from './types.ts'

/** A house as its files say, and where its settings stand. */
export interface ReadHouse {
  house: House
  settings: z.infer<typeof houseSchema>
  source: YamlSource
}

/** Reads `house.yaml` and what it names; what is wrong is told in `problems`. */
export function readHouse(files: HouseFiles, problems: Problem[]): ReadHouse | undefined {
  const file = join(files.folder, 'house.yaml')
  const content = files.files.get('house.yaml')
  if (content === undefined) return undefined
  try {
    const source = parseYaml(content, file)
    const result = validate(source, houseSchema)
    if ('problems' in result) {
      problems.push(...result.problems)
      return undefined
    }
    return { house: houseOf(result.data, source, files, problems), settings: result.data, source }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    problems.push(error)
    return undefined
  }
}

function houseOf(
  {
    name,
    language,
    date_style: dateStyle,
    words,
    reference_doc: wanted,
    paper,
    currency,
  }: ReadHouse['settings'],
  source: YamlSource,
  { folder, files, documents, digest }: HouseFiles,
  problems: Problem[],
): House {
  const bytes = wanted === undefined ? undefined : documents.get(wanted)
  if (wanted !== undefined && !bytes)
    problems.push(
      new Problem(
        'house',
        `there is no ${wanted} beside house.yaml that can be read`,
        source.at(['reference_doc']),
      ),
    )
  return {
    name,
    words,
    digest,
    ...(language && { language }),
    ...(dateStyle && { dateStyle }),
    ...(bytes && { referenceDoc: { file: join(folder, wanted!), bytes } }),
    ...(paper && { paper }),
    ...(currency !== undefined && { currency }),
    templates: new Map(
      [...files]
        .filter(([path]) => path.startsWith('templates/'))
        .map(([path, content]) => [
          path.slice('templates/'.length, -'.md.hbs'.length),
          { file: join(folder, path), source: content },
        ]),
    ),
  }
}

/** A library with the levels, weights and numbers of a house in place of its own. */
export function withSettings(
  library: Library,
  { house, settings, source }: ReadHouse,
  problems: Problem[],
): Library {
  const wrong = (reason: string, path: PropertyKey[]) =>
    problems.push(new Problem('house', reason, source.at(path)))
  const known = (what: string, id: string, all: ReadonlyMap<string, unknown>, path: PropertyKey[]) => {
    if (all.has(id)) return true
    wrong(`there is no ${what} ${id}: did you mean ${closest(id, [...all.keys()])}?`, path)
    return false
  }
  const topics = Object.entries(settings.topics).filter(([id]) =>
    known('topic', id, library.topics, ['topics', id]),
  )
  const risks = Object.entries(settings.risks).filter(([id]) =>
    known('risk', id, library.risks, ['risks', id]),
  )
  return withParts(library, {
    ...(topics.length > 0 && withWeights(library, new Map(topics), house.name)),
    ...(risks.length > 0 && {
      risks: new Map(
        [...library.risks].map(([id, risk]) => [id, withLevels(risk, settings.risks[id] ?? {})]),
      ),
    }),
    ...withFigures(library, settings.figures, wrong),
    house,
    digest: createHash('sha256').update(`${library.digest}\0${house.digest}`).digest('hex'),
  })
}

type Weight = ReadHouse['settings']['topics'][string]

function withWeights(
  { groups }: Library,
  weights: ReadonlyMap<string, Weight>,
  house: string,
): Pick<Library, 'groups' | 'topics'> {
  const own = groups.map((group) => ({
    ...group,
    topics: group.topics.map((topic): Topic => {
      const weight = weights.get(topic.id)
      if (!weight) return topic
      return {
        ...topic,
        weight: weight.weight,
        weightReason: weight.reason ?? `${house} weighs it so.`,
      }
    }),
  }))
  return {
    groups: own,
    topics: new Map(own.flatMap((group) => group.topics.map((topic) => [topic.id, topic]))),
  }
}

function withLevels(risk: Risk, { likelihood, impact }: ReadHouse['settings']['risks'][string]): Risk {
  return {
    ...risk,
    likelihood: { ...risk.likelihood, ...(likelihood !== undefined && { base: likelihood }) },
    impact: { ...risk.impact, ...(impact !== undefined && { base: impact }) },
  }
}

const levels: Level[] = ['preferred', 'fallback', 'walk_away']

/** Flow-downs with the house's figures, each in place of that of a level that has it. */
function withFigures(
  library: Library,
  figures: ReadHouse['settings']['figures'],
  wrong: (reason: string, path: PropertyKey[]) => void,
): Partial<Library> {
  const names = Object.keys(figures)
  if (names.length === 0) return {}
  const flowDowns = new Map(library.flowDowns)
  const all = [...flowDowns.values()].flatMap(({ id, figures: own }) =>
    Object.keys(own).map((key) => `${id}.${key}`),
  )
  for (const name of names) {
    const path = ['figures', name]
    if (!all.includes(name)) {
      wrong(
        `no clause has the figure ${name}${all.length > 0 ? `: did you mean ${closest(name, all)}?` : ''}`,
        path,
      )
      continue
    }
    const at = name.lastIndexOf('.')
    const [id, key] = [name.slice(0, at), name.slice(at + 1)]
    const clause = flowDowns.get(id)!
    const figure = { ...clause.figures[key]! }
    const given = figures[name]!
    for (const level of levels) {
      const value = typeof given === 'number' ? given : given[level]
      if (value === undefined) continue
      if (figure[level] !== undefined) figure[level] = value
      else if (typeof given !== 'number')
        wrong(`${id} has no figure ${key} at the level ${level.replace('_', '-')}`, [...path, level])
    }
    flowDowns.set(id, { ...clause, figures: { ...clause.figures, [key]: figure } })
  }
  return { flowDowns }
}
