import { listsOfCue } from '../../cue.ts'
import type { Evidence } from '../../evidence.ts'
import { levelsDown } from '../../levels.ts'
import type { FlowDown, Level } from '../../types.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/**
 * The evidence of a clause is law by which a person's paper is judged: a point that no level takes, a level without
 * words, or a list that is not there would judge it by less than a reader of the file believes.
 */
export const evidence: CheckRule = {
  id: 'evidence',
  proves: 'what a review reads a clause by: every point counts for a level, every list and figure is there',
  needsTexts: false,
  run({ library, reader, report }) {
    const lists = library.evidence.lists
    for (const flowDown of library.flowDowns.values()) {
      if (!flowDown.evidence) continue
      const say = (reason: string, about: string) =>
        report('evidence', reason, placeOfWords(reader, flowDown.file, about))
      for (const cue of cuesOf(flowDown.evidence))
        for (const name of listsOfCue(cue))
          if (!Object.hasOwn(lists, name)) say(`evidence.yaml has no list ${name}`, `@${name}`)
      for (const { reason, about } of wrongLevels(flowDown, flowDown.evidence)) say(reason, about)
    }
    for (const { positions, figures, evidence, file } of library.positions.values()) {
      if (!evidence) continue
      const say = (reason: string, about: string) =>
        report('evidence', reason, placeOfWords(reader, file, about))
      for (const cue of cuesOf(evidence))
        for (const name of listsOfCue(cue))
          if (!Object.hasOwn(lists, name)) say(`evidence.yaml has no list ${name}`, `@${name}`)
      for (const { reason, about } of wrongLevels({ levels: positions, figures }, evidence))
        say(reason, about)
    }
    for (const { words, not } of library.paperContradictions)
      for (const cue of [...words, ...not])
        for (const name of listsOfCue(cue))
          if (!Object.hasOwn(lists, name))
            report('evidence', `evidence.yaml has no list ${name}`, {
              file: 'paper-contradictions.yaml',
            })
    for (const { words, not, denied } of library.paperDuties)
      for (const cue of [...words, ...not, ...denied])
        for (const name of listsOfCue(cue))
          if (!Object.hasOwn(lists, name))
            report('evidence', `evidence.yaml has no list ${name}`, { file: 'paper-duties.yaml' })
    for (const [name, { words }] of Object.entries(lists))
      for (const other of words.flatMap(listsOfCue))
        if (!Object.hasOwn(lists, other) || other === name)
          report('evidence', `the list ${name} takes words from ${other}, which is no other list`, {
            file: 'evidence.yaml',
          })
  },
}

function cuesOf({ about, points, contrary, limits }: Evidence): string[] {
  return [
    ...about.says,
    ...about.headings,
    ...about.not,
    ...about.near,
    ...Object.values(points).flatMap(({ says, not, from }) => [...says, ...not, ...from]),
    ...limits,
    ...contrary.flatMap(({ says, not, saved }) => [says, ...not, ...saved]),
  ]
}

function wrongLevels(
  { levels: texts, figures }: { levels: Partial<Record<Level, unknown>>; figures: FlowDown['figures'] },
  { points, levels, resale = {}, capped }: Evidence,
): { reason: string; about: string }[] {
  const taken = new Set<string>()
  const wrong: { reason: string; about: string }[] = []
  for (const form of [levels, resale])
    for (const level of levelsDown) {
      const items = form[level] ?? []
      if (items.length > 0 && texts[level] === undefined)
        wrong.push({ reason: `the evidence has ${level}, of which the clause has no words`, about: level })
      for (const id of items.flatMap((item) => item.split('|'))) {
        taken.add(id)
        const point = points[id]
        if (!point)
          wrong.push({ reason: `${level} takes ${id}, which is no point of the evidence`, about: id })
        else if (point.figure !== undefined && !figures[point.figure])
          wrong.push({
            reason: `the point ${id} reads ${point.figure}, which is no figure`,
            about: point.figure,
          })
      }
    }
  if (capped && !figures[capped.figure])
    wrong.push({ reason: `the limit reads ${capped.figure}, which is no figure`, about: capped.figure })
  for (const id of Object.keys(points))
    if (!taken.has(id)) wrong.push({ reason: `no level takes the point ${id}`, about: `${id}:` })
  return wrong
}
