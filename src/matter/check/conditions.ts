import type { CheckRule, Duty, Risk } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { comparisonsOf } from '../condition/comparisons.ts'
import type { Condition } from '../condition/types.ts'
import { fieldOf } from '../fields.ts'
import { factAt } from './fact.ts'
import { wrongSlots } from './reason.ts'
import { wrongValue } from './value.ts'

/** A condition of a file, with the keys that lead to it. */
type Placed = [PropertyKey[], Condition]

/**
 * Every condition of the library asks for facts that there are, and for values that they can have; a slip would make
 * it silently never hold. The same goes for the slots, controls and needs of risks and duties. It stands here and not with the
 * other rules of the check, since the library does not know what the facts of a matter are.
 */
export const conditionRule: CheckRule = {
  id: 'conditions',
  proves: 'every fact that a condition, a reason or a control names is there, and can have the value',
  needsTexts: false,
  run({ library, reader, files, report }) {
    const risks = [...library.risks.values()]
    const duties = [...library.duties.values()]
    const incidents = [...library.incidents.values()]
    const read = [
      ...duties.map((duty) => ({ folder: 'duties', id: duty.id, conditions: groundsOf(duty) })),
      ...incidents.map(({ id, when }) => one('incidents', id, when)),
      ...risks.map((risk) => ({ folder: 'risks', id: risk.id, conditions: conditionsOf(risk) })),
      ...[...library.positions.values()].map(({ id, when }) => one('positions', id, when)),
      ...[...library.flowDowns.values()].map(({ id, when }) => one('flow-downs', id, when)),
    ]
    for (const { folder, id, conditions } of read) {
      const source = reader.sources.get(`${folder}/${id}.md`)
      for (const [keys, condition] of conditions) {
        for (const { at, reason } of wrongIn(condition)) {
          report('conditions', reason, source?.at([...keys, ...at]) ?? {})
        }
      }
    }
    for (const { terms } of files.values())
      for (const { data, source } of terms.values())
        for (const [index, { when }] of data.quotes.entries())
          for (const { at, reason } of wrongIn(when ?? {}))
            report('conditions', reason, source.at(['quotes', index, 'when', ...at]))
    const limits = reader.sources.get('limits.yaml')
    const inLists = [
      ...library.limits
        .filter(({ line }) => line === undefined)
        .map(({ when, cites }, at) => ({ file: 'limits.yaml', at: ['limits', at], when, cites })),
      ...library.enough.map(({ when, cites }, at) => ({
        file: 'limits.yaml',
        at: ['enough', at],
        when,
        cites,
      })),
      ...library.breaches.map(({ when, cites }, at) => ({
        file: 'limits.yaml',
        at: ['breaches', at],
        when,
        cites,
      })),
      ...library.openPoints.map(({ when, cites }, at) => ({
        file: 'open-points.yaml',
        at: [at],
        when,
        cites,
      })),
      ...library.silences.map(({ topic, fact, is }, at) => ({
        file: 'silences.yaml',
        at: [at],
        when: { [`terms.${topic}.${fact}`]: is },
        cites: [{ topic }],
      })),
      ...library.contradictions.map(({ when, cites }, at) => ({
        file: 'contradictions.yaml',
        at: [at],
        when,
        cites,
      })),
      ...library.paperContradictions.map(({ when, cites, lacks }, at) => ({
        file: 'paper-contradictions.yaml',
        at: [at],
        when: { ...when, ...(lacks && { [`terms.${lacks.topic}.${lacks.fact}`]: { $exists: true } }) },
        cites,
      })),
      ...library.paperDuties.map(({ when, cites }, at) => ({
        file: 'paper-duties.yaml',
        at: [at],
        when,
        cites,
      })),
      ...library.policyItems.map(({ when, topic }, at) => ({
        file: 'policy-items.yaml',
        at: [at],
        when,
        cites: [{ topic }],
      })),
      ...library.limits
        .filter(({ line }, at) => line !== undefined && library.limits[at - 1]?.line !== line)
        .map(({ when, cites, line }) => ({ file: 'limits.yaml', at: ['lines', line!], when, cites })),
    ]
    for (const { file, at: place, when, cites } of inLists) {
      const source = reader.sources.get(file)
      for (const { at, reason } of wrongIn(when))
        report(
          'conditions',
          reason,
          source?.at(place[0] === 'lines' ? place : [...place, 'when', ...at]) ?? {},
        )
      for (const { topic } of cites)
        if (!library.topics.has(topic))
          report('conditions', `there is no topic ${topic}`, source?.at(place) ?? {})
    }
    for (const [at, topic] of library.basis.entries())
      if (!library.topics.has(topic))
        report('conditions', `there is no topic ${topic}`, limits?.at(['basis', at]) ?? {})
    for (const [at, { statement }] of library.openPoints.entries()) {
      if (statement === undefined || library.statements.some(({ topic }) => topic === statement)) continue
      const place = reader.sources.get('open-points.yaml')?.at([at, 'statement']) ?? {}
      report('conditions', `there is no statement ${statement} in statements.yaml`, place)
    }
    for (const [at, { topic }] of library.statements.entries()) {
      if (library.openPoints.some(({ statement }) => statement === topic)) continue
      const place = reader.sources.get('statements.yaml')?.at([at, 'topic']) ?? {}
      report(
        'conditions',
        `no open point tells the statement ${topic}: name it there, or leave it out`,
        place,
      )
    }
    for (const [at, { fact }] of library.contradictions.entries()) {
      if (fieldOf(fact)) continue
      const place = reader.sources.get('contradictions.yaml')?.at([at, 'fact']) ?? {}
      report('conditions', `there is no fact of a matter ${fact}`, place)
    }
    for (const risk of risks) {
      const source = reader.sources.get(`risks/${risk.id}.md`)
      for (const [at, need] of risk.needs.entries()) {
        if (!fieldOf(need))
          report('conditions', `there is no fact of a matter ${need}`, source?.at(['needs', at]) ?? {})
      }
      for (const [at, { control }] of risk.residual.entries()) {
        if (fieldOf(control) && control.startsWith('controls.')) continue
        report('conditions', `there is no control ${control}`, source?.at(['residual', at, 'control']) ?? {})
      }
    }
    for (const { folder, id, file, body } of [
      ...risks.map((one) => ({ ...one, folder: 'risks', body: one.reason })),
      ...duties.map((one) => ({ ...one, folder: 'duties', body: one.what })),
      ...incidents.map((one) => ({ ...one, folder: 'incidents', body: one.reason })),
    ]) {
      const first = reader.sources.get(`${folder}/${id}.md`)?.bodyLine ?? 1
      for (const { line, reason } of wrongSlots(body, library))
        report('conditions', reason, { file, line: first + line, column: 1 })
    }
    for (const { id, control, grounds, notDue, exact, otherwise, due } of duties) {
      const source = reader.sources.get(`duties/${id}.md`)
      const place = (at: PropertyKey[]) => source?.at(at) ?? {}
      if (control !== undefined && (!fieldOf(control) || !control.startsWith('controls.')))
        report('conditions', `there is no control ${control}`, place(['control']))
      const sentences: [PropertyKey[], string][] = [
        ...grounds.map(({ because }, at): [PropertyKey[], string] => [['grounds', at, 'because'], because]),
        ...notDue.map(({ because }, at): [PropertyKey[], string] => [['not_due', at, 'because'], because]),
        [['otherwise'], otherwise],
        ...due.map(({ what }, at): [PropertyKey[], string] => [['due', at, 'what'], what]),
        ...(exact ? ([[['exact', 'words'], exact.words]] as [PropertyKey[], string][]) : []),
      ]
      for (const [at, words] of sentences)
        for (const { reason } of wrongSlots(words, library)) report('conditions', reason, place(at))
    }

    function wrongIn(condition: Condition): { at: PropertyKey[]; reason: string }[] {
      try {
        return comparisonsOf(condition).flatMap((comparison) => {
          const fact = factAt(comparison.path, library)
          const wrong = typeof fact === 'string' ? fact : wrongValue(comparison, fact)
          if (wrong === undefined) return []
          const reason = typeof fact === 'string' ? wrong : `${comparison.path} ${wrong}`
          return [{ at: comparison.at, reason }]
        })
      } catch (error) {
        if (error instanceof Problem) return [{ at: [], reason: error.message }]
        throw error
      }
    }
  },
}

function one(folder: string, id: string, when: Condition) {
  const conditions: Placed[] = [[['when'], when]]
  return { folder, id, conditions }
}

function groundsOf({ grounds, notDue, due }: Duty): Placed[] {
  return [
    ...due.flatMap(({ grounds: own = [] }, at) =>
      own.map(({ when }, index): Placed => [['due', at, 'grounds', index, 'when'], when]),
    ),
    ...grounds.map(({ when }, at): Placed => [['grounds', at, 'when'], when]),
    ...notDue.map(({ when }, at): Placed => [['not_due', at, 'when'], when]),
  ]
}

function conditionsOf(risk: Risk): Placed[] {
  const shifts = (['likelihood', 'impact'] as const).flatMap((axis) =>
    (['raise', 'lower'] as const).flatMap((way) =>
      risk[axis][way].map(({ when }, at): Placed => [[axis, way, at, 'when'], when]),
    ),
  )
  return [[['when'], risk.when], ...shifts]
}
