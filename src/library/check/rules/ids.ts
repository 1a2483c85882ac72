import { join } from 'node:path'
import type { Place } from '../../../problem.ts'
import { placeOfWords } from '../places.ts'
import type { CheckContext, CheckRule } from '../types.ts'

export const ids: CheckRule = {
  id: 'ids',
  proves: 'every topic, license, position, flow-down and risk that a file names is there; topics have cues',
  needsTexts: false,
  run(context) {
    const { library, files, reader } = context
    const topic = expecting(context, 'topic', library.topics, 'topics.yaml')
    const license = expecting(context, 'license', library.licenses, 'licenses/')
    // Looked for only where something is wrong: it is a search through the file.
    const at = (file: string, id: string) => () => placeOfWords(reader, file, id)
    const inFolder = (path: string) => join(reader.folder.folder, path)

    for (const { terms, absent } of files.values()) {
      for (const [name, { data, source }] of terms) {
        topic(name, source.at(['topic']))
        const takenIn = library.topics.get(name)?.document
        if (takenIn && takenIn !== data.document) {
          context.report(
            'ids',
            `document is ${data.document}, but ${name} is a topic of the ${takenIn}`,
            source.at(['document']),
          )
        }
      }
      for (const name of Object.keys(absent?.data ?? {})) topic(name, absent!.source.at([name]))
    }
    for (const { license: id } of library.models) license(id, at(inFolder('models.yaml'), id))
    for (const name of library.facts.keys()) topic(name, at(inFolder('facts.yaml'), name))
    for (const name of Object.keys(library.cues)) topic(name, at(inFolder('cues.yaml'), name))

    // A library without cues recognises no paper of others, and says so by having none.
    if (Object.keys(library.cues).length > 0)
      for (const name of library.topics.keys())
        if (!Object.hasOwn(library.cues, name))
          context.report(
            'ids',
            `cues.yaml has no cues for the topic ${name}: a clause on it in others’ papers is not known`,
            at(inFolder('topics.yaml'), name)(),
          )

    const position = expecting(context, 'position', library.positions, 'positions/')
    const flowDown = expecting(context, 'flow-down', library.flowDowns, 'flow-downs/')
    for (const { file, ...one } of library.positions.values()) {
      topic(one.topic, at(file, one.topic))
      const own = Object.values(one.positions).flatMap(({ editsFor }) => Object.keys(editsFor))
      for (const id of [...one.appliesTo, ...one.moot.map((moot) => moot.license), ...own])
        license(id, at(file, id))
      for (const id of own.filter((id) => !one.appliesTo.includes(id))) {
        context.report(
          'ids',
          `edits_for has ${id}, to which the position does not apply`,
          at(file, `${id}:`)(),
        )
      }
    }
    for (const { file, topic: id } of library.flowDowns.values()) topic(id, at(file, id))
    for (const { clauses, cites } of library.contradictions) {
      for (const id of clauses) flowDown(id, at(inFolder('contradictions.yaml'), id))
      for (const { topic: id } of cites) topic(id, at(inFolder('contradictions.yaml'), id))
    }
    for (const { cites } of library.paperContradictions)
      for (const { topic: id } of cites) topic(id, at(inFolder('paper-contradictions.yaml'), id))
    for (const { cites } of library.paperDuties)
      for (const { topic: id } of cites) topic(id, at(inFolder('paper-duties.yaml'), id))
    for (const { file, ...one } of library.risks.values()) {
      for (const id of [...one.topics, ...one.cites.map((cite) => cite.topic)]) topic(id, at(file, id))
      for (const id of one.positions) position(id, at(file, id))
      for (const id of one.flowDowns) flowDown(id, at(file, id))
    }
    for (const { file, cites } of library.incidents.values())
      for (const { topic: id } of cites) topic(id, at(file, id))
    for (const { file, cites, ...duty } of library.duties.values()) {
      for (const id of [duty.topic, ...cites.map((cite) => cite.topic)]) topic(id, at(file, id))
      const fact = duty.exact?.fact
      if (fact !== undefined && !Object.hasOwn(library.facts.get(duty.topic) ?? {}, fact))
        context.report('ids', `there is no fact ${fact} of ${duty.topic} in facts.yaml`, at(file, fact)())
    }
  },
}

function expecting(
  { report }: CheckContext,
  what: string,
  known: ReadonlyMap<string, unknown>,
  where: string,
) {
  return (id: string, place: Place | (() => Place)) => {
    if (known.has(id)) return
    report('ids', `there is no ${what} ${id} in ${where}`, typeof place === 'function' ? place() : place)
  }
}
