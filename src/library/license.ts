import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { readYaml } from '../yaml.ts'
import { type LibraryFolder, readFolder } from './folder.ts'
import type { License } from './types.ts'

const kind = z.enum(['agreement', 'use-policy'])
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
const text = z.string().trim().min(1)

const pin = z.strictObject({
  repository: z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'a repository is written owner/name'),
  commit: z.string().regex(/^[0-9a-f]{40}$/, 'a commit has 40 hexadecimal digits'),
  path: text,
  sha256,
  bytes: z.int().positive(),
  words: sha256,
  without: z.literal('front-matter').exactOptional(),
})

const licenseText = z.strictObject({
  kind,
  title: text,
  pin,
  address: z.url().exactOptional(),
  copies: z
    .array(z.strictObject({ sha256: sha256.exactOptional(), bytes: z.int().positive(), note: text }))
    .exactOptional(),
  attached: z.strictObject({ kind, title: text, note: text }).exactOptional(),
  note: text.exactOptional(),
  counted: text.exactOptional(),
})

/** A `license.yaml`, as it is written. */
export const licenseFile = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/, 'an id is written like llama-3.1'),
    title: text,
    name: text,
    version: text,
    released: z.iso.date().exactOptional(),
    released_as: text.exactOptional(),
    date_note: text.exactOptional(),
    parties: z.array(text).min(1),
    extends: text.exactOptional(),
    slots: z.record(z.string().regex(/^[a-z][a-z0-9_]*$/), text),
    texts: z.array(licenseText).min(1),
  })
  .transform(
    ({ released_as: releasedAs, date_note: dateNote, ...license }): License => ({
      ...license,
      ...(releasedAs === undefined ? {} : { releasedAs }),
      ...(dateNote === undefined ? {} : { dateNote }),
    }),
  )

/**
 * Reads every `license.yaml` of the library, in the order of their dates.
 *
 * @param clauses the library's folder, `clauses/`
 * @returns licenses by id
 * @throws Problem with the line of what is wrong: no YAML, a field missing or unknown, an id that is not the
 *   folder's, a license that extends one that is not there
 */
export async function readLicenses(clauses: string): Promise<Map<string, License>> {
  return licensesIn(await readFolder(clauses))
}

/** The same of files that were read already. */
export function licensesIn({ folder, files }: LibraryFolder): Map<string, License> {
  const ids = new Set([...files.keys()].flatMap((path) => /^licenses\/([^/]+)\//.exec(path)?.[1] ?? []))
  const licenses = [...ids].map((id) => licenseIn(id, folder, files))
  licenses.sort((a, b) => (a.released ?? '').localeCompare(b.released ?? '') || a.id.localeCompare(b.id))
  const byId = new Map(licenses.map((license) => [license.id, license]))
  for (const license of licenses) checkLineage(license, byId, join(folder, 'licenses'))
  return byId
}

function licenseIn(id: string, folder: string, files: ReadonlyMap<string, string>): License {
  const file = join(folder, 'licenses', id, 'license.yaml')
  const source = files.get(`licenses/${id}/license.yaml`)
  if (source === undefined)
    throw new Problem('license-file', 'there is no license.yaml, which says what the license is', { file })
  const license = readYaml(source, file, licenseFile)
  if (license.id !== id) {
    throw new Problem(
      'license-id',
      `id is ${license.id}, but the folder is named ${id}: give both one name`,
      { file },
    )
  }
  return license
}

/** Following `extends` must end: every license named is there, and none is its own ancestor. */
function checkLineage(license: License, licenses: Map<string, License>, folder: string): void {
  const seen = new Set([license.id])
  for (let at = license; at.extends !== undefined; ) {
    const parent = licenses.get(at.extends)
    if (!parent || seen.has(parent.id)) {
      const reason = parent ? 'which in turn extends it' : 'which is not in the library'
      throw new Problem('license-extends', `${at.id} extends ${at.extends}, ${reason}`, {
        file: join(folder, license.id, 'license.yaml'),
      })
    }
    seen.add(parent.id)
    at = parent
  }
}
