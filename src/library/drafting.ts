import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { unknownFigures } from './fill-figures.ts'
import type { MarkdownSource } from './front-matter.ts'
import { levelNamed, levelWords } from './levels.ts'
import { idOfFile, type Reader, type ReadMarkdown } from './reading.ts'
import { dutySchema } from './schema/duty.ts'
import { flowDownSchema } from './schema/flow-down.ts'
import { incidentSchema } from './schema/incident.ts'
import { positionSchema } from './schema/position.ts'
import { riskSchema } from './schema/risk.ts'
import { withTraits } from './traits.ts'
import type {
  Due,
  Duty,
  FlowDown,
  Incident,
  Level,
  Position,
  PositionLevel,
  PositionRelation,
  Risk,
  RiskShift,
  TopicCite,
} from './types.ts'
import type { VendorKinds } from './vendor-kinds.ts'

/** Reads `positions/`. */
export function readPositions(reader: Reader, kinds: VendorKinds): Position[] {
  return named(reader, reader.markdown('positions', positionSchema)).map(({ data, source, file }) => ({
    id: data.id,
    title: data.title,
    topic: data.topic,
    counterparty: data.counterparty,
    negotiability: data.negotiability,
    negotiabilityReason: data.negotiability_reason,
    appliesTo: data.applies_to,
    moot: data.moot,
    when: conditionOf(data.when, ['when'], reader, source, kinds),
    ...(data.answers_past ? { answersPast: true as const } : {}),
    ...(data.gives_right ? { givesRight: true as const } : {}),
    needs: relationsOf(data.needs),
    excludes: relationsOf(data.excludes),
    prefer: data.prefer,
    ...(data.undertaking === undefined ? {} : { undertaking: data.undertaking }),
    figures: figuresOf(reader, data, source),
    hurts: data.hurts,
    positions: levelsOf(data.positions, (when, level) =>
      conditionOf(when, ['positions', level, 'when'], reader, source, kinds),
    ),
    giveInReturn: data.give_in_return,
    leverage: data.leverage,
    counterArguments: data.counter_arguments,
    approval: data.approval,
    ...(data.evidence === undefined ? {} : { evidence: data.evidence }),
    rationale: source.body,
    file,
  }))
}

/** The figures of a position; one that its words name and that it does not have is told. */
function figuresOf(
  reader: Reader,
  { figures, ...data }: z.infer<typeof positionSchema>,
  source: MarkdownSource,
): Position['figures'] {
  const look = (value: unknown, path: PropertyKey[]): void => {
    if (typeof value === 'string')
      for (const key of unknownFigures(value, figures))
        reader.problems.push(new Problem('figures', `there is no figure ${key}`, source.at(path)))
    if (typeof value === 'object' && value !== null)
      for (const [key, item] of Object.entries(value))
        look(item, [...path, Array.isArray(value) ? Number(key) : key])
  }
  look(data, [])
  look(source.body, [])
  return figures
}

function relationsOf(relations: z.infer<typeof positionSchema>['needs']): PositionRelation[] {
  return relations.map(({ levels, at, ...rest }) => ({
    ...rest,
    ...(levels && { levels }),
    ...(at && { at }),
  }))
}

function levelsOf(
  levels: z.infer<typeof positionSchema>['positions'],
  conditionAt: (when: Condition, level: string) => Condition,
): Partial<Record<Level, PositionLevel>> {
  return Object.fromEntries(
    Object.entries(levels).map(
      ([level, { ask, edits, edits_for: editsFor, if_refused: ifRefused, when }]) => [
        level,
        {
          ask,
          edits,
          editsFor,
          ...(ifRefused === undefined ? {} : { ifRefused }),
          ...(when === undefined ? {} : { when: conditionAt(when, level) }),
        },
      ],
    ),
  )
}

/**
 * Reads `flow-downs/`: the clause text stands under `## preferred`, `## fallback` and `## walk-away`.
 *
 * @param others those that are known already, where a house's alone are read
 */
export function readFlowDowns(
  reader: Reader,
  kinds: VendorKinds,
  others: ReadonlyMap<string, unknown> = new Map(),
): FlowDown[] {
  const all = named(reader, reader.markdown('flow-downs', flowDownSchema))
  const known = (id: string) => others.has(id) || all.some(({ data }) => data.id === id)
  return all.map((read) => {
    const {
      counter_arguments: counterArguments,
      covered_by: coveredBy,
      due,
      to_them: toThem,
      until_known_with: untilKnownWith,
      ...data
    } = read.data
    const when = conditionOf(data.when, ['when'], reader, read.source, kinds)
    if (untilKnownWith !== undefined && !known(untilKnownWith))
      reader.problems.push(
        new Problem(
          'flow-downs',
          `there is no flow-down ${untilKnownWith}`,
          read.source.at(['until_known_with']),
        ),
      )
    const levels = {
      ...(read.source.covered && clauseTexts(reader, read.source.covered)),
      ...clauseTexts(reader, read.source),
    }
    return {
      ...data,
      due: duesOf(reader, read, levels, due),
      ...(toThem === undefined ? {} : { toThem }),
      when,
      counterArguments,
      ...(coveredBy === undefined ? {} : { coveredBy }),
      ...(untilKnownWith === undefined ? {} : { untilKnownWith }),
      levels,
      file: read.file,
    }
  })
}

/** What is due under a flow-down; a figure or a level that it does not have, or that has no number there, is told. */
function duesOf(
  reader: Reader,
  { data: { figures }, source }: ReadMarkdown<z.infer<typeof flowDownSchema>>,
  texts: Partial<Record<Level, string>>,
  due: z.infer<typeof flowDownSchema>['due'],
): Due[] {
  return due.map(({ on_request: onRequest, ...one }, at): Due => {
    const wrong = (reason: string, key: string) =>
      reader.problems.push(new Problem('due', reason, source.at(['due', at, key])))
    const figure = one.figure === undefined ? undefined : figures[one.figure]
    if (one.figure !== undefined && figure === undefined)
      wrong(`there is no figure ${one.figure} in this clause`, 'figure')
    for (const level of one.levels ?? []) {
      if (texts[level] === undefined) wrong(`there are no words at ${levelWords[level]}`, 'levels')
      else if (figure && figure[level] === undefined)
        wrong(`the figure ${one.figure} has no number at ${levelWords[level]}`, 'levels')
    }
    return { ...one, ...(onRequest && { onRequest }) }
  })
}

function clauseTexts(reader: Reader, source: MarkdownSource): Partial<Record<Level, string>> {
  const { file } = source.at()
  const levels: Partial<Record<Level, string>> = {}
  const [before = '', ...parts] = source.body.split(/^## +/m)
  let line = source.bodyLine + before.split('\n').length - 1
  const wrong = (reason: string) =>
    reader.problems.push(new Problem('levels', reason, { file, line, column: 1 }))
  if (before.trim() !== '') wrong('clause text stands before the first level: put it under ## preferred')
  for (const part of parts) {
    const [heading = '', ...rest] = part.split('\n')
    const level = levelNamed(heading.trim().toLowerCase())
    const text = rest.join('\n').trim()
    if (!level) wrong(`## ${heading.trim()} is no level: write ## preferred, ## fallback or ## walk-away`)
    else if (levels[level] !== undefined) wrong(`## ${heading.trim()} is there twice`)
    else if (text === '') wrong(`## ${heading.trim()} has no clause text`)
    else levels[level] = text
    line += part.split('\n').length - 1
  }
  if (levels.preferred === undefined && parts.length === 0)
    wrong('there is no ## preferred with the clause text')
  return levels
}

/** Reads `risks/`. */
export function readRisks(reader: Reader, kinds: VendorKinds): Risk[] {
  return named(reader, reader.markdown('risks', riskSchema)).map(({ data, source, file }) => {
    const { flow_downs: flowDowns, cites, ...risk } = data
    const condition = (when: Condition, at: PropertyKey[]) => conditionOf(when, at, reader, source, kinds)
    const shifts = (list: RiskShift[], at: PropertyKey[]) =>
      list.map((one, index) => ({ ...one, when: condition(one.when, [...at, index, 'when']) }))
    const axis = (name: 'likelihood' | 'impact') => ({
      base: risk[name].base,
      raise: shifts(risk[name].raise, [name, 'raise']),
      lower: shifts(risk[name].lower, [name, 'lower']),
    })
    return {
      ...risk,
      short: risk.short ?? risk.title,
      when: condition(risk.when, ['when']),
      likelihood: axis('likelihood'),
      impact: axis('impact'),
      cites: citesOf(cites),
      flowDowns,
      reason: source.body,
      file,
    }
  })
}

/** Reads `duties/`. */
export function readDuties(reader: Reader, kinds: VendorKinds): Duty[] {
  return named(reader, reader.markdown('duties', dutySchema)).map(({ data, source, file }) => {
    const { not_due: notDue, ...duty } = data
    return {
      ...duty,
      grounds: duty.grounds.map(({ when, unclear = false, because }, at) => ({
        when: conditionOf(when, ['grounds', at, 'when'], reader, source, kinds),
        unclear,
        because,
      })),
      notDue: notDue.map(({ when, because }, at) => ({
        when: conditionOf(when, ['not_due', at, 'when'], reader, source, kinds),
        because,
      })),
      due: duty.due.map(({ grounds, ...due }, at) => ({
        ...due,
        ...(grounds && {
          grounds: grounds.map(({ when, unclear = false, because }, index) => ({
            when: conditionOf(when, ['due', at, 'grounds', index, 'when'], reader, source, kinds),
            unclear,
            because,
          })),
        }),
      })),
      cites: citesOf(duty.cites),
      what: source.body,
      file,
    }
  })
}

/** Reads `incidents/`. */
export function readIncidents(reader: Reader, kinds: VendorKinds): Incident[] {
  return named(reader, reader.markdown('incidents', incidentSchema)).map(({ data, source, file }) => ({
    ...data,
    when: conditionOf(data.when, ['when'], reader, source, kinds),
    cites: citesOf(data.cites),
    reason: source.body,
    file,
  }))
}

type Condition = Record<string, unknown>

/**
 * A condition with its traits put into kinds. A trait that there is none of would make it never hold, and a kind that it
 * names itself would be one that the next kind like it is not.
 */
function conditionOf(
  when: Condition,
  at: PropertyKey[],
  { problems }: Reader,
  source: ReadMarkdown<unknown>['source'],
  kinds: VendorKinds,
): Condition {
  const wrong = (reason: string, place: PropertyKey[]) =>
    problems.push(new Problem('vendor-kinds', reason, source.at([...at, ...place])))
  return withTraits(
    when,
    kinds,
    (trait, place) => {
      // Where the file of kinds cannot be read, that is told once, there.
      if (kinds.vendorTraits.size > 0) wrong(`there is no trait ${trait} in vendor-kinds.yaml`, place)
    },
    (kind, place) =>
      wrong(`a condition names the kind ${kind}: ask for a trait of it, such as { $trait: hosts }`, place),
  )
}

function citesOf(cites: { topic: string; section?: string | undefined }[]): TopicCite[] {
  return cites.map(({ topic, section }) => (section === undefined ? { topic } : { topic, section }))
}

/** Those whose id is their file's name. */
function named<T extends { id: string }>(reader: Reader, files: ReadMarkdown<T>[]): ReadMarkdown<T>[] {
  return files.filter(({ data, path, source }) => {
    if (data.id === idOfFile(path)) return true
    const reason = `id is ${data.id}, but the file is named ${idOfFile(path)}: give both one name`
    reader.problems.push(new Problem('id', reason, source.at(['id'])))
    return false
  })
}
