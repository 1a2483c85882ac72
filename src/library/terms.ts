import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { idOfFile, type Reader, type ReadFile, type ReadMarkdown } from './reading.ts'
import { type Renumbering, renumber } from './renumber.ts'
import { absentSchema } from './schema/absent.ts'
import { factsOf } from './schema/facts.ts'
import { renumberedSchema } from './schema/renumbered.ts'
import { termSchema } from './schema/term.ts'
import { fillSlots } from './slots.ts'
import type { Absence, FactDefinition, License, Term, Topic } from './types.ts'

/** The files of one license: its terms and its silences, as they are written, by topic, and what it renumbers. */
export interface LicenseFiles {
  terms: Map<string, ReadMarkdown<z.infer<typeof termSchema>>>
  absent: ReadFile<z.infer<typeof absentSchema>> | undefined
  /** Where what it inherits stands under another number, by text. */
  renumbered: z.infer<typeof renumberedSchema>
}

/** Reads the term files of a license; a file that is in the wrong folder or has the wrong name is a problem. */
export function readLicenseFiles(reader: Reader, license: string): LicenseFiles {
  const folder = `licenses/${license}`
  const terms = new Map<string, ReadMarkdown<z.infer<typeof termSchema>>>()
  for (const file of reader.markdown(folder, termSchema)) {
    const { topic, license: named } = file.data
    if (topic !== idOfFile(file.path)) {
      const reason = `topic is ${topic}, but the file is named ${idOfFile(file.path)}: give both one name`
      reader.problems.push(new Problem('term-topic', reason, file.source.at(['topic'])))
    } else if (named !== license) {
      const reason = `license is ${named}, but the file is in the folder of ${license}: give both one name`
      reader.problems.push(new Problem('term-license', reason, file.source.at(['license'])))
    } else terms.set(topic, file)
  }
  const absent = reader.yaml(`${folder}/absent.yaml`, absentSchema)
  for (const topic of Object.keys(absent?.data ?? {})) {
    if (!terms.has(topic)) continue
    const reason = `${license} cannot be silent on ${topic} and have ${topic}.md: drop one of the two`
    reader.problems.push(new Problem('term-twice', reason, absent!.source.at([topic])))
  }
  return { terms, absent, renumbered: reader.yaml(`${folder}/renumbered.yaml`, renumberedSchema)?.data ?? {} }
}

/** A license and the ones that it extends, nearest first. */
export function lineageOf(license: License, licenses: ReadonlyMap<string, License>): License[] {
  const line = [license]
  for (let at = license; at.extends !== undefined; line.push(at)) at = licenses.get(at.extends)!
  return line
}

/** What the terms of a library are made from. */
export interface TermContext {
  licenses: ReadonlyMap<string, License>
  files: ReadonlyMap<string, LicenseFiles>
  facts: ReadonlyMap<string, Record<string, FactDefinition>>
}

/**
 * One license's answer to a topic: its own file, or that of the nearest license that it extends, with the license's
 * own values in the slots.
 *
 * @returns undefined where no file in its line answers, or the facts are not what the topic asks for; what is wrong
 *   then goes to `problems`
 */
export function termOf(
  license: License,
  topic: Topic,
  { licenses, files, facts }: TermContext,
  problems: Problem[],
): Term | Absence | undefined {
  /** Renumberings on the way to the license, nearest last. */
  const steps: Renumbering[] = []
  for (const from of lineageOf(license, licenses)) {
    const inherited = from.id === license.id ? {} : { inheritedFrom: from.id }
    const own = files.get(from.id)
    const follows = own?.absent?.data[topic.id]
    if (follows !== undefined) {
      return {
        topic: topic.id,
        license: license.id,
        document: topic.document,
        absent: true,
        ...fillSlots(typeof follows === 'string' ? { follows } : follows, license.slots),
        ...inherited,
        file: own!.absent!.file,
      }
    }
    const file = own?.terms.get(topic.id)
    if (!file) {
      steps.unshift(own?.renumbered[topic.document] ?? {})
      continue
    }
    const { corrects = [], attached, ...front } = renumber(fillSlots(file.data, license.slots), steps)
    const parsed = factsOf(facts.get(topic.id) ?? {}).safeParse(front.facts)
    if (!parsed.success) {
      // The values are at fault where the file stands, so that a heir does not say it again.
      if (from.id === license.id) problems.push(...factProblems(parsed.error.issues, file))
      return undefined
    }
    return {
      ...front,
      license: license.id,
      absent: false,
      facts: parsed.data,
      // The file of another agreement has no copy of this policy.
      ...(attached === undefined || from.id !== license.id ? {} : { attached }),
      restatement: fillSlots(file.source.body, license.slots),
      corrects,
      ...inherited,
      file: file.file,
    }
  }
  return undefined
}

function factProblems(issues: z.core.$ZodIssue[], file: ReadMarkdown<z.infer<typeof termSchema>>): Problem[] {
  return issues.map((issue) => {
    const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0]!] : issue.path
    const name = path.map(String).join('.')
    const reason =
      issue.code === 'unrecognized_keys'
        ? `facts.${name} is no fact of this topic: see facts.yaml`
        : `facts.${name}: ${issue.message}`
    return new Problem('facts', reason, file.source.at(['facts', ...path]))
  })
}
