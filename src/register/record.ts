import { stringify } from 'yaml'
import type { Library } from '../library/index.ts'
import { checkFacts, namedPath } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { parseYaml, validate } from '../yaml.ts'
import { recordSchema } from './schema.ts'
import type { KeptVendor, VendorRecord } from './types.ts'

/** A record larger than this is a mistake (characters). */
const largest = 500_000

/**
 * Reads a record of the register.
 *
 * @param file its name for messages
 * @throws Problem for the first thing that is wrong, with line and column
 */
export function readRecord(yaml: string, file: string): VendorRecord {
  if (yaml.length > largest)
    throw new Problem('register', 'is too large for a vendor: 500 kB are the most', { file })
  const source = parseYaml(yaml, file)
  const read = validate(source, recordSchema)
  if ('problems' in read) throw read.problems[0]!
  const { matter, wrong } = checkFacts({ matter: 'register', vendor: read.data.vendor })
  const [first] = wrong
  if (first) {
    const fact = namedPath(first.path).replace(/^matter\./, '')
    throw new Problem('register', `${fact}: ${first.reason}`, source.at(first.at ?? first.path))
  }
  const record = { ...read.data, vendor: matter!.vendor ?? {} }
  if (record.vendor.name === undefined)
    throw new Problem('register', 'vendor.name: expected a name, got nothing', source.at(['vendor']))
  return record
}

/** A record as its file has it: what is empty is left out. */
export function recordYaml({ vendor, ...record }: VendorRecord): string {
  const filled = Object.entries(record).filter(
    ([, value]) => value !== undefined && (typeof value !== 'object' || Object.keys(value).length > 0),
  )
  const { name, product, ...facts } = vendor
  const first = { ...(name !== undefined && { name }), ...(product !== undefined && { product }) }
  return stringify({ vendor: { ...first, ...facts }, ...Object.fromEntries(filled) })
}

/** SHA-256 of every file of vendors that was sent or signed, which nothing is written over. */
export function sentDigests(vendors: readonly Pick<KeptVendor, 'record'>[]): Set<string> {
  return new Set(vendors.flatMap(({ record }) => record.files.map(({ sha256 }) => sha256)))
}

/** What a vendor is called in a list: its name and, where it is told, its product. */
export function vendorTitle({ vendor: { name = '', product } }: Pick<VendorRecord, 'vendor'>): string {
  return product === undefined ? name : `${name}: ${product}`
}

/** The title of a record by its YAML; undefined where it is cut off, or none. */
export function titleInYaml(yaml: string): string | undefined {
  try {
    const { data } = parseYaml(yaml, '')
    const { name, product } = Object((data as { vendor?: unknown } | null)?.vendor) as Record<string, unknown>
    if (typeof name !== 'string') return undefined
    return (typeof product === 'string' ? `${name} ${product}` : name).replaceAll('.', '')
  } catch {
    return undefined
  }
}

/**
 * Flow-downs and figures of a record that the library does not have.
 *
 * @returns the first in one sentence; undefined where there is none
 */
export function unknownIn({ levels, figures }: VendorRecord, { flowDowns }: Library): string | undefined {
  for (const id of Object.keys(levels))
    if (!flowDowns.has(id))
      return `levels.${id}: there is no flow-down ${id}: clausebook library list has them`
  for (const name of Object.keys(figures)) {
    const [id = '', key = ''] = name.split('.')
    if (flowDowns.get(id)?.figures[key] === undefined)
      return `figures.${name}: there is no such figure: clausebook library show ${id} has those of a flow-down`
  }
  return undefined
}
