import { join } from 'node:path'
import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

export const staffRules: CheckRule = {
  id: 'staff-rules',
  proves: 'what a use policy bars or demands has a rule for staff, which goes by facts that the topic has',
  needsTexts: false,
  run({ library, reader, report }) {
    const place = (words: string) =>
      placeOfWords(reader, join(reader.folder.folder, 'topics.yaml'), `id: ${words}`)
    for (const { id, document, staff } of library.topics.values()) {
      const binds = [...library.terms.values()].some(
        (term) => term.topic === id && !term.absent && ['prohibition', 'duty'].includes(term.modality),
      )
      if (document === 'use-policy' && binds && !staff)
        report('staff-rules', `${id} has no rule for staff: add staff: with rule and examples`, place(id))
      for (const { fact, has } of staff?.also ?? []) {
        const definition = library.facts.get(id)?.[fact]
        const options =
          definition && 'one_of' in definition
            ? definition.one_of
            : definition && 'some_of' in definition
              ? definition.some_of
              : []
        if (!options.includes(has))
          report('staff-rules', `${id} has no fact ${fact} that could be ${has}: see facts.yaml`, place(id))
      }
    }
  },
}
