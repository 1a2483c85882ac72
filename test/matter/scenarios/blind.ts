import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Library } from '../../../src/library/index.ts'
import type { Compared } from './compare.ts'
import { scenariosCompared } from './run.ts'
import type { Scenario } from './scenario.ts'

/** Clients and answers that two readers wrote from the texts, before the program was asked. */
export const blindFolder = 'test/matter/scenarios/blind'

/** Their files, in order. */
export function blindFiles(): string[] {
  return readdirSync(blindFolder)
    .filter((name) => /^(?:one|two)-\d+\.yaml$/.test(name))
    .sort()
    .map((name) => join(blindFolder, name))
}

/** The clients of all files. */
export function blindClients(): Scenario[] {
  return blindFiles().flatMap(
    (file) => (parse(readFileSync(file, 'utf8')) as { scenarios: Scenario[] }).scenarios,
  )
}

/** Every blind client, assessed and compared. */
export function blindCompared(library: Library): Compared[] {
  return blindFiles().flatMap((file) => scenariosCompared(library, file))
}
