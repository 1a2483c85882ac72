import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../problem.ts'
import type { Carried, CarriedVersion } from '../carried.ts'
import type { Deed } from '../deed.ts'
import { digestOf } from '../digest.ts'
import { saidSchema } from '../said.ts'
import { isPlainName } from '../title.ts'
import { currentOf } from './current.ts'
import { historyIn } from './history.ts'

/**
 * All that a folder of matters, or of vendors, keeps, in the order of names. A file that was edited by hand since its newest version comes
 * with a version more, as the next save would make it.
 *
 * @throws Problem where a version is not as it was saved
 */
export async function* carriedFrom(folder: string): AsyncGenerator<Carried> {
  const entries = await readdir(folder)
  const begun = await readdir(join(folder, '.versions')).catch(() => [])
  const files = entries.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length))
  for (const name of [...new Set([...files, ...begun])].filter(isPlainName).sort()) {
    const versions = await versionsOf(folder, name)
    if (versions.length > 0) yield { name, versions, decisions: await decisionsOf(folder, name) }
  }
}

async function versionsOf(folder: string, name: string): Promise<CarriedVersion[]> {
  const file = join(folder, `${name}.yaml`)
  const history = historyIn(join(folder, '.versions'), name)
  const current = await currentOf(name, file, history)
  if (!current) return []
  const versions: CarriedVersion[] = []
  for (const version of await history.numbers()) {
    const { base, once, ...saved } = await history.saved(version)
    const yaml = await history.words(version)
    if (digestOf(yaml) !== saved.sha256 || version !== versions.length + 1)
      throw new Problem('store', `version ${version} is not as it was saved: put back what it was`, { file })
    versions.push({
      version,
      yaml,
      ...saved,
      ...(base !== undefined && { base }),
      ...(once !== undefined && { once }),
    })
  }
  if (current.byHand) {
    const { yaml, version, sha256 } = current
    const { mtime } = await stat(file)
    versions.push({
      version: version + 1,
      yaml,
      at: mtime.toISOString(),
      by: 'somebody',
      did: 'by hand',
      sha256,
    })
  }
  return versions
}

async function decisionsOf(folder: string, name: string): Promise<Carried['decisions']> {
  const words = await readFile(join(folder, '.decisions', `${name}.jsonl`), 'utf8').catch(() => '')
  return words
    .split('\n\n')
    .map((batch) =>
      batch.split('\n').flatMap((line) => {
        const said = parsed(line)
        // As it was said, in its own order.
        return saidSchema.safeParse(said).success ? [said as Carried['decisions'][number][number]] : []
      }),
    )
    .filter((batch) => batch.length > 0)
}

/** A line that a killed process did not write to its end was told to nobody. */
function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** The audit of a folder, the oldest first. */
export async function deedsFrom(folder: string): Promise<Deed[]> {
  const words = await readFile(join(folder, '.audit.jsonl'), 'utf8').catch(() => '')
  return words.split('\n').flatMap((line) => {
    const deed = parsed(line) as Deed | undefined
    return deed === undefined ? [] : [deed]
  })
}

const modes = { folder: 0o700, file: 0o600 }

/** Makes a folder such as the file engine has it, into which {@link carryInto} puts what it keeps. */
export async function beginFolder(folder: string): Promise<void> {
  await mkdir(join(folder, '.versions'), { recursive: true, mode: modes.folder })
}

/** Puts one matter, or vendor, into a folder that nobody uses yet. */
export async function carryInto(folder: string, { name, versions, decisions }: Carried): Promise<void> {
  for (const { version, yaml, at, by, did, sha256, base, once } of versions) {
    const place = join(folder, '.versions', name, String(version).padStart(4, '0'))
    await mkdir(place, { recursive: true, mode: modes.folder })
    const saved = { at, by, did, sha256, ...(base && { base }), ...(once && { once }) }
    await writeFile(join(place, 'matter.yaml'), yaml, { mode: modes.file })
    await writeFile(join(place, 'saved.json'), `${JSON.stringify(saved)}\n`, { mode: modes.file })
  }
  await writeFile(join(folder, `${name}.yaml`), versions.at(-1)!.yaml, { mode: modes.file })
  if (decisions.length === 0) return
  const words = decisions.map((batch) => `\n${batch.map((one) => JSON.stringify(one)).join('\n')}\n`)
  await mkdir(join(folder, '.decisions'), { recursive: true, mode: modes.folder })
  await writeFile(join(folder, '.decisions', `${name}.jsonl`), words.join(''), { mode: modes.file })
}

/** Adds lines to the audit of a folder that nobody uses yet. */
export async function carryDeeds(folder: string, deeds: readonly Deed[]): Promise<void> {
  const lines = deeds.map(({ at, by, from, did, name, version, sha256 }) =>
    JSON.stringify({ at, by, ...(from && { from }), did, name, version, sha256 }),
  )
  await appendFile(join(folder, '.audit.jsonl'), `${lines.join('\n')}\n`, { mode: modes.file })
}
