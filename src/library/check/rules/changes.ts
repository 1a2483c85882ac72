import { join } from 'node:path'
import type { Fact, FactDefinition, Library } from '../../types.ts'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/** What a fact may be, in words; none where it may be anything. */
function valuesOf(definition: FactDefinition): string[] {
  if ('one_of' in definition) return definition.one_of
  if ('some_of' in definition) return definition.some_of
  if (definition.is === 'yes_no') return ['yes', 'no']
  return definition.or ?? []
}

/** Facts of a topic that two licenses answer differently. */
function differing({ terms, licenses }: Library, topic: string): Set<string> {
  const found = new Set<string>()
  const seen = new Map<string, string>()
  for (const license of licenses.keys()) {
    const term = terms.get(`${license}/${topic}`)
    if (!term || term.absent) continue
    for (const [fact, value] of Object.entries(term.facts)) {
      const written = writtenAs(value)
      if ((seen.get(fact) ?? written) !== written) found.add(fact)
      seen.set(fact, written)
    }
  }
  return found
}

const writtenAs = (value: Fact) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)

/** Modalities that tell by themselves what it is to have the clause. */
const telling = ['duty', 'prohibition', 'condition', 'grant']

export const changes: CheckRule = {
  id: 'changes',
  proves: 'what differs between two licenses is told as a change, in words of the library',
  needsTexts: false,
  run({ library, reader, report }) {
    // A library of another house may do without.
    if (library.changes.size === 0) return
    const place = (words: string) =>
      placeOfWords(reader, join(reader.folder.folder, 'changes.yaml'), `${words}:`)
    for (const [topic, { facts, instead }] of library.changes) {
      const definitions = library.facts.get(topic)
      if (!library.topics.has(topic)) {
        report('changes', `there is no topic ${topic}`, place(topic))
        continue
      }
      if (instead !== undefined && !library.topics.has(instead))
        report('changes', `${topic} is answered instead by ${instead}, which is no topic`, place(topic))
      for (const [name, meaning] of Object.entries(facts)) {
        const definition = definitions?.[name]
        if (!definition) {
          report('changes', `${topic} has no fact ${name}: see facts.yaml`, place(topic))
          continue
        }
        const known = valuesOf(definition)
        const free = 'is' in definition && definition.is !== 'yes_no' && definition.is !== 'date'
        for (const value of [...(meaning.freerFirst ?? []), ...Object.keys(meaning.words)])
          if (!known.includes(value) && !free)
            report('changes', `${topic}.${name} is never ${value}: see facts.yaml`, place(topic))
        if (meaning.freerFirst && !('one_of' in definition))
          report('changes', `${topic}.${name} is not one of some words: give more or yes`, place(topic))
      }
    }
    for (const topic of library.topics.keys()) {
      const meaning = library.changes.get(topic)
      for (const fact of differing(library, topic))
        if (!meaning?.facts[fact])
          report('changes', `${topic}.${fact} differs between licenses and has no sentence`, place(topic))
      const terms = [...library.terms.values()].filter((term) => term.topic === topic)
      const silent = terms.some((term) => term.absent)
      const told = terms.every((term) => term.absent || telling.includes(term.modality))
      if (silent && !told && meaning?.having === undefined && meaning?.instead === undefined)
        report(
          'changes',
          `${topic} is not in every license: say what it is to have it (having)`,
          place(topic),
        )
    }
  },
}
