import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { idOfFile, type Reader, type ReadMarkdown } from './reading.ts'
import { flowDownSchema } from './schema/flow-down.ts'
import { positionSchema } from './schema/position.ts'
import { riskSchema } from './schema/risk.ts'
import type { FlowDown, Level, Position, PositionLevel, Risk } from './types.ts'

/** Reads `positions/`. */
export function readPositions(reader: Reader): Position[] {
  return named(reader, reader.markdown('positions', positionSchema)).map(({ data, source, file }) => ({
    id: data.id,
    title: data.title,
    topic: data.topic,
    counterparty: data.counterparty,
    negotiability: data.negotiability,
    negotiabilityReason: data.negotiability_reason,
    appliesTo: data.applies_to,
    moot: data.moot,
    when: data.when,
    hurts: data.hurts,
    positions: levelsOf(data.positions),
    giveInReturn: data.give_in_return,
    leverage: data.leverage,
    counterArguments: data.counter_arguments,
    approval: data.approval,
    rationale: source.body,
    file,
  }))
}

function levelsOf(
  levels: z.infer<typeof positionSchema>['positions'],
): Partial<Record<Level, PositionLevel>> {
  return Object.fromEntries(
    Object.entries(levels).map(([level, { ask, edits, edits_for: editsFor, if_refused: ifRefused }]) => [
      level,
      { ask, edits, editsFor, ...(ifRefused === undefined ? {} : { ifRefused }) },
    ]),
  )
}

/** Reads `flow-downs/`: the clause text stands under `## preferred`, `## fallback` and `## walk-away`. */
export function readFlowDowns(reader: Reader): FlowDown[] {
  return named(reader, reader.markdown('flow-downs', flowDownSchema)).map((read) => {
    const { counter_arguments: counterArguments, ...data } = read.data
    return { ...data, counterArguments, levels: clauseTexts(reader, read), file: read.file }
  })
}

function clauseTexts(
  reader: Reader,
  { source, file }: ReadMarkdown<unknown>,
): Partial<Record<Level, string>> {
  const levels: Partial<Record<Level, string>> = {}
  const [before = '', ...parts] = source.body.split(/^## +/m)
  let line = source.bodyLine + before.split('\n').length - 1
  const wrong = (reason: string) =>
    reader.problems.push(new Problem('levels', reason, { file, line, column: 1 }))
  if (before.trim() !== '') wrong('clause text stands before the first level: put it under ## preferred')
  for (const part of parts) {
    const [heading = '', ...rest] = part.split('\n')
    const level = ({ preferred: 'preferred', fallback: 'fallback', 'walk-away': 'walk_away' } as const)[
      heading.trim().toLowerCase()
    ]
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
export function readRisks(reader: Reader): Risk[] {
  return named(reader, reader.markdown('risks', riskSchema)).map(({ data, source, file }) => {
    const { flow_downs: flowDowns, cites, ...risk } = data
    return {
      ...risk,
      cites: cites.map(({ topic, section }) => (section === undefined ? { topic } : { topic, section })),
      flowDowns,
      reason: source.body,
      file,
    }
  })
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
