import { join } from 'node:path'
import { commonTo, relationOf } from '../../position-pairs.ts'
import type { Position, PositionRelation } from '../../types.ts'
import { placeOfWords } from '../places.ts'
import type { CheckContext, CheckRule } from '../types.ts'

export const relations: CheckRule = {
  id: 'relations',
  proves:
    'positions that need or exclude each other are there, of two that exclude each other one is preferred, and all that share a section, term or topic were read together',
  needsTexts: false,
  run(context) {
    const { library, reader, report } = context
    const positions = [...library.positions.values()].filter(({ counterparty }) => counterparty === 'meta')
    for (const one of positions) {
      for (const list of ['needs', 'excludes'] as const)
        for (const relation of one[list] ?? []) named(context, one, list, relation)
      for (const id of one.prefer ?? []) {
        const other = library.positions.get(id)
        if (other && excludes(one, other)) continue
        report(
          'relations',
          `${one.id} is preferred to ${id}, and neither excludes the other: name it under excludes`,
          placeOfWords(reader, one.file, 'prefer'),
        )
      }
    }
    const file = join(reader.folder.folder, 'position-pairs.yaml')
    const { terms, pairs } = library.positionPairs
    for (const id of new Set(pairs.flatMap(({ between, and = [] }) => [...between, ...and])))
      if (!library.positions.has(id))
        report('relations', `there is no position ${id} in positions/`, placeOfWords(reader, file, id))
    const telling = new Set<unknown>()
    const house = reader.folder.house
    // A house says what its own positions exclude, and cannot write into our list of what goes together.
    const added = ({ id }: Position) =>
      house?.paths.has(`positions/${id}.md`) && !house.covered.has(`positions/${id}.md`)
    const beside = new Map<string, string[]>()
    positions.forEach((one, at) => {
      for (const other of positions.slice(at + 1)) {
        const common = commonTo(one, other, terms)
        const told = relationOf(one, other, library.positionPairs)
        if (told?.row) telling.add(told.row)
        if (told || common.length === 0) continue
        const own = [one, other].find(added)
        if (own) {
          beside.set(own.id, [...(beside.get(own.id) ?? []), own === one ? other.id : one.id])
          continue
        }
        report(
          'relations',
          `${one.id} and ${other.id} have ${common[0]} in common: read them together, and say in position-pairs.yaml how they stand, or in one of them that it needs or excludes the other`,
          placeOfWords(reader, file, 'pairs'),
        )
      }
    })
    for (const [id, others] of beside)
      context.note(
        `${id} is on the same section, term or topic as ${others.join(', ')}: read them together, and say in it what it needs or excludes.`,
      )
    for (const row of pairs)
      if (!telling.has(row))
        report(
          'relations',
          'a row of position-pairs.yaml tells no pair that one before it, or a position itself, does not tell: take it out',
          placeOfWords(reader, file, row.because),
        )
  },
}

function named(
  { library, reader, report }: CheckContext,
  one: Position,
  list: 'needs' | 'excludes',
  { position: id, levels, at, reason }: PositionRelation,
): void {
  const place = placeOfWords(reader, one.file, reason)
  const other = library.positions.get(id)
  if (!other || id === one.id) {
    report('relations', `${list} has ${id}, and there is no other position of that name`, place)
    return
  }
  if (other.counterparty === 'vendor') report('relations', `${list} has ${id}, which is for vendors`, place)
  for (const level of levels ?? [])
    if (!one.positions[level])
      report('relations', `${list} speaks of ${level}, which ${one.id} has not`, place)
  for (const level of at ?? []) {
    const own = other.positions[level]
    if (!own) report('relations', `${list} speaks of ${level}, which ${id} has not`, place)
    else if (own.edits.length === 0 && Object.keys(own.editsFor).length === 0)
      report('relations', `${list} speaks of ${level} of ${id}, which changes no words`, place)
  }
  if (list === 'needs') {
    if (excludes(one, other)) report('relations', `${one.id} needs and excludes ${id}`, place)
    return
  }
  const preferred = [one.prefer?.includes(id), other.prefer?.includes(one.id)].filter(Boolean).length
  if (preferred !== 1)
    report(
      'relations',
      `${one.id} and ${id} exclude each other, and ${preferred === 0 ? 'neither is' : 'each is'} preferred: name the other under prefer of the one that is taken first`,
      place,
    )
}

function excludes(one: Position, other: Position): boolean {
  const has = (a: Position, b: Position) => a.excludes?.some(({ position }) => position === b.id) === true
  return has(one, other) || has(other, one)
}
