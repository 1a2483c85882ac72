import { join } from 'node:path'
import type { z } from 'zod'
import { Problem } from '../problem.ts'
import { readAdvisory, readTables } from './advisory.ts'
import { byOrder } from './by-order.ts'
import { readChanges } from './changes.ts'
import { readCitations } from './citation-tables.ts'
import { readContradictions } from './contradictions.ts'
import { readDuties, readFlowDowns, readIncidents, readPositions, readRisks } from './drafting.ts'
import { readEvidenceWords } from './evidence.ts'
import { fillFigures, hasFigures } from './fill-figures.ts'
import { digestOf, type LibraryFolder, readFolder } from './folder.ts'
import { inheritPosition } from './inherit-positions.ts'
import { licensesIn } from './license.ts'
import { readLimits } from './limits.ts'
import { readPaperContradictions } from './paper-contradictions.ts'
import { type Reader, readerOf } from './reading.ts'
import { cuesSchema } from './schema/cues.ts'
import { factsSchema } from './schema/facts.ts'
import { modelsSchema } from './schema/models.ts'
import { paperDutiesSchema } from './schema/paper-duties.ts'
import { positionPairsSchema } from './schema/position-pairs.ts'
import { toldFactsSchema } from './schema/told-facts.ts'
import { type staffRule, topicsSchema } from './schema/topics.ts'
import { type LicenseFiles, readLicenseFiles, termOf } from './terms.ts'
import type { Absence, Library, License, StaffRule, Term, TopicGroup } from './types.ts'
import { readVendorKinds } from './vendor-kinds.ts'

/** A library with what is wrong in its files and with the files themselves, for the check. */
export interface LibraryReading {
  library: Library
  problems: Problem[]
  reader: Reader
  /** Term files by license. */
  files: Map<string, LicenseFiles>
}

/**
 * Reads the library as far as it can be read, with everything that is wrong in its files.
 *
 * @throws Problem where the folder is not there
 */
export async function readLibrary(folder: string): Promise<LibraryReading> {
  return readLibraryIn(await readFolder(folder))
}

/** The same of files that were read already. */
export function readLibraryIn(folder: LibraryFolder): LibraryReading {
  const reader = readerOf(folder)
  const { problems } = reader
  problems.push(...(folder.problems ?? []))
  const licenses = licensesOf(folder, problems)
  const groups = readGroups(reader)
  const told = (path: string) => problems.some(({ place }) => place.file === join(folder.folder, path))
  if (!folder.files.has('topics.yaml') && !told('topics.yaml'))
    problems.push(missing(folder, 'topics.yaml', 'is missing: it holds the questions'))
  if (licenses.size === 0 && problems.length === 0)
    problems.push(missing(folder, 'licenses', 'holds no license'))
  const topics = new Map(groups.flatMap((group) => group.topics.map((topic) => [topic.id, topic])))
  const facts = new Map(Object.entries(reader.yaml('facts.yaml', factsSchema)?.data ?? {}))
  const files = new Map([...licenses.keys()].map((id) => [id, readLicenseFiles(reader, id)]))

  const terms = new Map<string, Term | Absence>()
  for (const license of licenses.values()) {
    for (const topic of topics.values()) {
      const term = termOf(license, topic, { licenses, files, facts }, problems)
      if (term) terms.set(`${license.id}/${topic.id}`, term)
    }
  }
  const kinds = readVendorKinds(reader)
  const positions = readPositions(reader, kinds).map((one) => inheritPosition(one, { licenses, files }))
  const models = reader.yaml('models.yaml', modelsSchema)?.data
  const library: Library = {
    groups,
    topics,
    facts,
    changes: readChanges(reader),
    licenses,
    citations: readCitations(reader, licenses, files),
    models: (models?.models ?? []).map(({ license_file: licenseFile, read_me: readMe, ...model }) => ({
      ...model,
      ...(licenseFile === undefined ? {} : { licenseFile }),
      ...(readMe === undefined ? {} : { readMe }),
    })),
    variants: models?.variants ?? [],
    dateDifferences: (models?.date_differences ?? []).map((one) => ({
      model: one.model,
      license: one.license,
      ...(one.launched === undefined ? {} : { launched: one.launched }),
      licenseDate: one.license_date,
      thresholdDate: one.threshold_date,
      thresholdMonth: one.threshold_month,
      reason: one.reason,
      cites: one.cites,
    })),
    terms,
    positions: byId(positions.map((one) => fillFigures(one))),
    unfilled: byId(positions.filter(hasFigures)),
    positionPairs: reader.yaml('position-pairs.yaml', positionPairsSchema)?.data ?? { terms: [], pairs: [] },
    cues: reader.yaml('cues.yaml', cuesSchema)?.data ?? {},
    evidence: readEvidenceWords(reader),
    flowDowns: byId(readFlowDowns(reader, kinds).sort(byOrder)),
    risks: byId(readRisks(reader, kinds)),
    duties: byId(readDuties(reader, kinds).sort(byOrder)),
    incidents: byId(readIncidents(reader, kinds).sort(byOrder)),
    ...kinds,
    ...readLimits(reader),
    contradictions: readContradictions(reader, kinds),
    paperContradictions: readPaperContradictions(reader, kinds),
    paperDuties: reader.yaml('paper-duties.yaml', paperDutiesSchema)?.data ?? [],
    toldFacts: reader.yaml('told-facts.yaml', toldFactsSchema)?.data ?? { terms: [], matters: [] },
    advisory: readAdvisory(reader),
    tables: readTables(reader),
    digest: digestOf(reader.folder),
  }
  problems.push(
    ...twice([...groups, ...groups.flatMap((group) => group.topics)], 'topics.yaml', reader),
    ...twice([...library.limits, ...library.enough, ...library.breaches], 'limits.yaml', reader),
    ...twice(library.openPoints, 'open-points.yaml', reader),
    ...twice(library.silences, 'silences.yaml', reader),
    ...twice(library.contradictions, 'contradictions.yaml', reader),
    ...twice(library.paperContradictions, 'paper-contradictions.yaml', reader),
    ...twice(library.paperDuties, 'paper-duties.yaml', reader),
  )
  return { library, problems, reader, files }
}

function missing({ folder }: LibraryFolder, path: string, reason: string): Problem {
  return new Problem('library-file', reason, { file: join(folder, path) })
}

/** Entries of one file that go by the same id: the later one would silently take the place of the other. */
function twice(entries: { id: string }[], path: string, { folder }: Reader): Problem[] {
  const ids = entries.map(({ id }) => id)
  const again = new Set(ids.filter((id, at) => ids.indexOf(id) < at))
  return [...again].map(
    (id) => new Problem('id', `${id} is there twice`, { file: join(folder.folder, path) }),
  )
}

function licensesOf(folder: LibraryFolder, problems: Problem[]): Map<string, License> {
  try {
    return licensesIn(folder)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    problems.push(error)
    return new Map()
  }
}

function readGroups(reader: Reader): TopicGroup[] {
  return (reader.yaml('topics.yaml', topicsSchema)?.data.groups ?? []).map(({ topics, ...group }) => ({
    ...group,
    topics: topics.map(({ weight_reason: weightReason, staff, ...topic }) => ({
      ...topic,
      weightReason,
      group: group.id,
      document: group.document,
      ...(staff && { staff: staffRuleOf(staff) }),
    })),
  }))
}

function staffRuleOf({
  not_allowed: notAllowed,
  also = [],
  near = [],
  in_fields: inFields = [],
  ...rest
}: z.infer<typeof staffRule>): StaffRule {
  return {
    ...rest,
    also,
    near,
    notAllowed,
    inFields: inFields.map(({ not_allowed: not, ...one }) => ({ ...one, notAllowed: not })),
  }
}

function byId<T extends { id: string }>(items: T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]))
}
