import { join } from 'node:path'
import { type CheckRule, isOwnLibrary, type Library } from '../library/index.ts'
import {
  assessmentReads,
  derivedFacts,
  derivedReads,
  matterFields,
  ownReads,
  readsOfAssessment,
  termFactsReadBy,
} from '../matter/index.ts'
import { negotiationReads } from '../redline/index.ts'
import { documents } from './document/index.ts'
import type { DocumentKind, DocumentReads } from './document/types.ts'
import { neededFacts, ofEveryDocument } from './needed-facts.ts'

/**
 * What documents read is there, so that whoever renames a topic, a fact, a flow-down or a trait is told which document
 * reads it. It stands here and not with the other rules, since the library knows no document.
 */
export const documentRule: CheckRule = documentRuleFor(documents)

/** The rule for some documents. */
export function documentRuleFor(kinds: readonly DocumentKind[]): CheckRule {
  return {
    id: 'documents',
    proves:
      'every fact, topic, flow-down and trait that a document, or what a matter derives, reads is there',
    needsTexts: false,
    run({ library, reader, report }) {
      // Another house's library has no documents of ours to fit.
      if (!isOwnLibrary(library)) return
      const all = new Set(matterFields().map(({ path }) => path))
      const isFact = (path: string) => all.has(path)
      const file = (name: string) => ({ file: join(reader.folder.folder, name) })
      for (const { id, needs, reads } of kinds) {
        for (const [what, name, where] of missingReads(reads, library))
          report('documents', `the ${id} reads the ${what} ${name}, which is not there`, file(where))
        for (const need of needs) {
          if (isFact(need)) continue
          report('documents', `the ${id} needs the fact ${need}, of which no matter has any`, file('.'))
        }
      }
      for (const { path, law = [] } of matterFields())
        for (const topic of law)
          if (!library.topics.has(topic))
            report(
              'documents',
              `the question for ${path} names the topic ${topic}, which is not there`,
              file('topics.yaml'),
            )
      for (const [what, name, where] of missingReads(readsOfAssessment, library))
        report('documents', `the assessment reads the ${what} ${name}, which is not there`, file(where))
      for (const name of Object.keys(derivedFacts))
        if (!derivedReads[name])
          report('documents', `the derived fact ${name} does not say which facts it is from`, file('.'))
      for (const [name, paths] of Object.entries(derivedReads)) {
        if (!derivedFacts[name])
          report('documents', `there is no derived fact ${name}, which is said to read facts`, file('.'))
        for (const path of paths)
          if (!isFact(path))
            report(
              'documents',
              `the derived fact ${name} is from ${path}, of which no matter has any`,
              file('.'),
            )
      }
      for (const path of assessmentReads)
        if (!isFact(path))
          report('documents', `the assessment reads ${path}, of which no matter has any`, file('.'))
      for (const path of negotiationReads)
        if (!isFact(path))
          report('documents', `positions are chosen by ${path}, of which no matter has any`, file('.'))
      for (const path of ownReads)
        if (!isFact(path))
          report(
            'documents',
            `a matter's own clauses are made of ${path}, of which no matter has any`,
            file('.'),
          )
      for (const need of ofEveryDocument)
        if (!isFact(need))
          report('documents', `every document needs the fact ${need}, of which no matter has any`, file('.'))
      // An older matter says under `vendor` of one vendor what the list says of each: both are read alike.
      for (const path of all) {
        const other = path.startsWith('vendors[].')
          ? `vendor.${path.slice('vendors[].'.length)}`
          : path.startsWith('vendor.')
            ? `vendors[].${path.slice('vendor.'.length)}`
            : path
        if (!isFact(other))
          report('documents', `a vendor has the fact ${path}, and there is no ${other}`, file('.'))
      }
      const { terms, matters } = library.toldFacts
      const listed = reader.sources.get('told-facts.yaml')
      const unread = {
        terms: new Set(unreadTermFacts(kinds, library)),
        matters: new Set(unreadFacts(kinds, library)),
      }
      for (const [which, list] of Object.entries({ terms, matters }) as ['terms' | 'matters', typeof terms][])
        for (const [at, { facts }] of list.entries())
          for (const [index, fact] of facts.entries()) {
            if (unread[which].delete(fact)) continue
            const known = which === 'matters' ? isFact(fact) : isTermFact(fact, library)
            report(
              'documents',
              known
                ? `something goes by ${fact} now: take it off the list of facts that are only told`
                : `there is no fact ${fact} that is only told`,
              listed?.at([which, at, 'facts', index]) ?? file('told-facts.yaml'),
            )
          }
      for (const fact of unread.terms)
        report(
          'documents',
          `nothing goes by the fact ${fact}: have a condition or a document read it, or list it in told-facts.yaml with the reason`,
          file('facts.yaml'),
        )
      for (const fact of unread.matters)
        report(
          'documents',
          `nothing reads ${fact}, so that a matter gives it in vain: list it in told-facts.yaml with the reason, or ask for it no more`,
          file('told-facts.yaml'),
        )
    },
  }
}

type Missing = [what: string, name: string, file: string]

function missingReads(
  { topics = [], facts = [], silences = [], flowDowns = [], traits = [] }: DocumentReads,
  library: Library,
): Missing[] {
  return [
    ...topics.flatMap((id): Missing[] => (library.topics.has(id) ? [] : [['topic', id, 'topics.yaml']])),
    ...facts.flatMap((name): Missing[] => {
      const [topic = '', fact = ''] = name.split('.')
      const known = Object.hasOwn(library.facts.get(topic) ?? {}, fact)
      return known ? [] : [[`fact ${fact} of`, topic, 'facts.yaml']]
    }),
    ...silences.flatMap((id): Missing[] =>
      library.silences.some((one) => one.id === id) ? [] : [['silence', id, 'silences.yaml']],
    ),
    ...flowDowns.flatMap((id): Missing[] =>
      library.flowDowns.has(id) ? [] : [['flow-down', id, 'flow-downs']],
    ),
    ...traits.flatMap((id): Missing[] =>
      library.vendorTraits.has(id) ? [] : [['trait', id, 'vendor-kinds.yaml']],
    ),
  ]
}

function isTermFact(name: string, { facts }: Library): boolean {
  const [topic = '', fact = ''] = name.split('.')
  return Object.hasOwn(facts.get(topic) ?? {}, fact)
}

/** Facts of terms by which nothing is decided, and which no document prints by name. */
function unreadTermFacts(kinds: readonly DocumentKind[], library: Library): string[] {
  const read = new Set([
    ...termFactsReadBy(library),
    ...kinds.flatMap(({ reads }) => reads.facts ?? []),
    ...readsOfAssessment.facts,
  ])
  return [...library.facts]
    .flatMap(([topic, facts]) => Object.keys(facts).map((fact) => `${topic}.${fact}`))
    .filter((name) => !read.has(name))
}

/** Facts of a matter that are asked for, and that nothing reads. */
function unreadFacts(kinds: readonly DocumentKind[], library: Library): string[] {
  const read = new Set([
    ...kinds.flatMap((kind) => [...neededFacts(kind, library)]),
    ...Object.values(derivedReads).flat(),
    ...assessmentReads,
  ])
  return matterFields()
    .filter(({ path, kind }) => !['group', 'list'].includes(kind) && !read.has(path))
    .map(({ path }) => path)
}
