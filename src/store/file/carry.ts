import { appendFile, lstat, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../problem.ts'
import type { Carried, CarriedVersion } from '../carried.ts'
import { isDealFile, isDealName } from '../deals.ts'
import type { Deed } from '../deed.ts'
import { digestOf } from '../digest.ts'
import { saidSchema } from '../said.ts'
import { isPlainName } from '../title.ts'
import { currentOf } from './current.ts'
import { historyIn } from './history.ts'

/** How a file of a deal may be large (bytes). */
const largest = 50_000_000

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
    const versions = await versionsOf(folder, name, join(folder, `${name}.yaml`))
    if (versions.length > 0) yield { name, versions, decisions: await decisionsOf(folder, name) }
  }
}

/**
 * The deals of a folder, in the order of names: each a folder with its files, and its versions where it came from a store.
 *
 * @throws Problem where a folder has what no deal keeps
 */
export async function* carriedDeals(folder: string): AsyncGenerator<Carried> {
  for (const name of (await readdir(folder)).filter((one) => !one.startsWith('.')).sort()) {
    const own = join(folder, name)
    const record = join(own, 'deal.yaml')
    if (!(await lstat(own)).isDirectory() || !(await lstat(record).catch(() => undefined))) continue
    if (!isDealName(name)) {
      const reason = 'cannot be the name of a deal in a database: letters, digits, spaces, points and hyphens'
      throw new Problem('store', reason, { file: own })
    }
    const versions = await versionsOf(folder, name, record)
    const files = new Map<string, Uint8Array>()
    for (const entry of (await readdir(own))
      .filter((one) => !one.startsWith('.') && one !== 'deal.yaml')
      .sort()) {
      const file = join(own, entry)
      const at = await lstat(file)
      if (!at.isFile() || !isDealFile(entry, name) || at.size > largest)
        throw new Problem('store', 'is nothing that a deal keeps: take it out of the folder', { file })
      files.set(entry, await readFile(file))
    }
    const beside = await readFile(join(folder, `${name}.matter.yaml`)).catch(() => undefined)
    if (beside) files.set(`../${name}.matter.yaml`, beside)
    if (versions.length > 0) yield { name, versions, decisions: [], files }
  }
}

async function versionsOf(folder: string, name: string, file: string): Promise<CarriedVersion[]> {
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

/** Puts one matter, vendor or deal into a folder that nobody uses yet. */
export async function carryInto(
  folder: string,
  { name, versions, decisions, files }: Carried,
): Promise<void> {
  for (const { version, yaml, at, by, did, sha256, base, once } of versions) {
    const place = join(folder, '.versions', name, String(version).padStart(4, '0'))
    await mkdir(place, { recursive: true, mode: modes.folder })
    const saved = { at, by, did, sha256, ...(base && { base }), ...(once && { once }) }
    await writeFile(join(place, 'matter.yaml'), yaml, { mode: modes.file })
    await writeFile(join(place, 'saved.json'), `${JSON.stringify(saved)}\n`, { mode: modes.file })
  }
  const newest = versions.at(-1)!.yaml
  if (files)
    await carryDeal(folder, name, new Map<string, string | Uint8Array>([...files, ['deal.yaml', newest]]))
  else await writeFile(join(folder, `${name}.yaml`), newest, { mode: modes.file })
  if (decisions.length === 0) return
  const words = decisions.map((batch) => `\n${batch.map((one) => JSON.stringify(one)).join('\n')}\n`)
  await mkdir(join(folder, '.decisions'), { recursive: true, mode: modes.folder })
  await writeFile(join(folder, '.decisions', `${name}.jsonl`), words.join(''), { mode: modes.file })
}

/** The folder of a deal. @throws Problem where a name would leave it */
async function carryDeal(
  folder: string,
  name: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  if (!isDealName(name)) throw new Problem('store', `${name} is no name of a deal`)
  await mkdir(join(folder, name), { mode: modes.folder })
  for (const [file, content] of files) {
    if (!isDealFile(file, name))
      throw new Problem('store', `${file} is nothing that a deal keeps`, { file: name })
    await writeFile(join(folder, name, file), content, { mode: modes.file })
  }
}

/** Adds lines to the audit of a folder that nobody uses yet. */
export async function carryDeeds(folder: string, deeds: readonly Deed[]): Promise<void> {
  const lines = deeds.map(({ at, by, from, did, name, version, sha256 }) =>
    JSON.stringify({ at, by, ...(from && { from }), did, name, version, sha256 }),
  )
  await appendFile(join(folder, '.audit.jsonl'), `${lines.join('\n')}\n`, { mode: modes.file })
}
