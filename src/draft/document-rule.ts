import { join } from 'node:path'
import { type CheckRule, isOwnLibrary, type Library } from '../library/index.ts'
import {
  assessmentReads,
  derivedFacts,
  derivedReads,
  matterFields,
  readsOfAssessment,
} from '../matter/index.ts'
import { documents } from './document/index.ts'
import type { DocumentKind, DocumentReads } from './document/types.ts'
import { neededFacts } from './needed-facts.ts'

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
    run({ library, reader, report, note }) {
      // Another house's library has no documents of ours to fit.
      if (!isOwnLibrary(library)) return
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
      const unread = unreadFacts(kinds, library)
      if (unread.length > 0)
        note(`no document and no condition reads ${unread.join(', ')}: a matter may give them in vain`)
    },
  }
}

type Missing = [what: string, name: string, file: string]

function missingReads(
  { topics = [], facts = [], flowDowns = [], traits = [] }: DocumentReads,
  library: Library,
): Missing[] {
  return [
    ...topics.flatMap((id): Missing[] => (library.topics.has(id) ? [] : [['topic', id, 'topics.yaml']])),
    ...facts.flatMap((name): Missing[] => {
      const [topic = '', fact = ''] = name.split('.')
      const known = Object.hasOwn(library.facts.get(topic) ?? {}, fact)
      return known ? [] : [[`fact ${fact} of`, topic, 'facts.yaml']]
    }),
    ...flowDowns.flatMap((id): Missing[] =>
      library.flowDowns.has(id) ? [] : [['flow-down', id, 'flow-downs']],
    ),
    ...traits.flatMap((id): Missing[] =>
      library.vendorTraits.has(id) ? [] : [['trait', id, 'vendor-kinds.yaml']],
    ),
  ]
}

function isFact(path: string): boolean {
  return matterFields().some((field) => field.path === path)
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
