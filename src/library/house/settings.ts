import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { closest } from 'fastest-levenshtein'
import type { z } from 'zod'
import { Problem } from '../../problem.ts'
import { parseYaml, validate, type YamlSource } from '../../yaml.ts'
import { asksForMoreBelow } from '../check/figures.ts'
import { type FigureValue, figureNames, withPositionFigures, withValue } from '../fill-figures.ts'
import { levelsDown, levelWords } from '../levels.ts'
import { houseSchema } from '../schema/house.ts'
import type { Figure, Library, Risk, Topic } from '../types.ts'
import { withParts } from '../with-parts.ts'
import type { House, HouseFiles } from './types.ts'
import { wrongWords } from './word-list.ts'

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
    figures,
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
    figures: Object.keys(figures),
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
  for (const [ours, reason] of wrongWords(settings.words, library)) wrong(reason, ['words', ours])
  const topics = Object.entries(settings.topics).filter(([id]) =>
    known('topic', id, library.topics, ['topics', id]),
  )
  const risks = Object.entries(settings.risks).filter(([id]) =>
    known('risk', id, library.risks, ['risks', id]),
  )
  const settled = Object.keys(settings.figures).length > 0 ? withFigures(library, settings, wrong) : library
  return withParts(settled, {
    ...(topics.length > 0 && withWeights(library, new Map(topics), house.name)),
    ...(risks.length > 0 && {
      risks: new Map(
        [...library.risks].map(([id, risk]) => [id, withLevels(risk, settings.risks[id] ?? {})]),
      ),
    }),
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

/** Clauses with the house's figures, each in place of that of a level that has it. */
function withFigures(
  library: Library,
  { figures }: ReadHouse['settings'],
  wrong: (reason: string, path: PropertyKey[]) => void,
): Library {
  const values = Object.entries(figures).flatMap(([name, given]) => {
    const path = ['figures', name]
    const { clause, key, figure } = figureNamed(library, name)
    if (!figure) {
      const all = figureNames(library)
      wrong(
        `no clause has the figure ${name}${all.length > 0 ? `: did you mean ${closest(name, all)}?` : ''}`,
        path,
      )
      return []
    }
    if (typeof given === 'number') return [{ clause, key, value: given }]
    return levelsDown.flatMap((level): FigureValue[] => {
      const value = given[level]
      if (value === undefined) return []
      if (figure[level] === undefined) {
        wrong(`${clause} has no figure ${key} at the level ${levelWords[level]}`, [...path, level])
        return []
      }
      return [{ clause, key, level, value }]
    })
  })
  const settled = withPositionFigures(library, values)
  const flowDowns = new Map(library.flowDowns)
  for (const { clause, key, ...value } of values) {
    const flowDown = flowDowns.get(clause)
    const figure = flowDown?.figures[key]
    if (flowDown && figure)
      flowDowns.set(clause, {
        ...flowDown,
        figures: { ...flowDown.figures, [key]: withValue(figure, value) },
      })
  }
  const whole = withParts(settled, { flowDowns })
  for (const name of Object.keys(figures)) {
    const { figure } = figureNamed(whole, name)
    if (figure && asksForMoreBelow(figure))
      wrong(
        `a lower level asks for more of the figure ${name}: with the library's where the house has none, it is ${levelsOf(figure)}`,
        ['figures', name],
      )
  }
  return whole
}

/** `100 (preferred), 48 (fallback)` */
function levelsOf(figure: Figure): string {
  return levelsDown
    .flatMap((level) => (figure[level] === undefined ? [] : `${figure[level]} (${levelWords[level]})`))
    .join(', ')
}

/** The figure of a name, among those of flow-downs and positions. */
function figureNamed(
  { flowDowns, unfilled }: Library,
  name: string,
): { clause: string; key: string; figure: Figure | undefined } {
  const at = name.lastIndexOf('.')
  const [clause, key] = [name.slice(0, at), name.slice(at + 1)]
  const figures = [unfilled.get(clause)?.figures, flowDowns.get(clause)?.figures]
  return {
    clause,
    key,
    figure: figures
      .map((own) => (own && Object.hasOwn(own, key) ? own[key] : undefined))
      .find((one) => one !== undefined),
  }
}
