import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { factColumns, localeNamed, valuesOfRow } from '../../matter/table.ts'
import { Problem } from '../../problem.ts'
import {
  changeWords,
  type KeptVendor,
  recordWith,
  registerColumns,
  unknownIn,
  type VendorFile,
  type VendorRecord,
  vendorTitle,
} from '../../register/index.ts'
import { today } from '../../today.ts'
import { type HouseOptions, libraryFor } from '../house.ts'
import { tell } from '../output.ts'
import { type RegisterPlace, registerIn, vendorNamed } from './folder.ts'
import { agreedInDeal } from './of-deal.ts'

/** What `clausebook vendors set` can be told. */
export interface SetOptions extends HouseOptions, RegisterPlace {
  file?: string[]
  /** What the files are: `signed`, `vendor-amendment`. */
  is?: string
  deal?: string
  locale?: string
  by?: string
  date?: string
}

/** `clausebook vendors set VENDOR FACT=VALUE…`: names and values as a table has them. */
export async function setVendor(
  name: string,
  [...said]: readonly string[],
  options: SetOptions,
): Promise<void> {
  const { file = [], is, deal, locale, by = 'somebody', date = today() } = options
  if (is !== undefined && file.length === 0)
    throw new Problem('usage', '--is says what a file is: give --file, or leave it out')
  const library = await libraryFor(options)
  // Products that were signed in one file are named one behind the other.
  const names = [name]
  while (said[0] !== undefined && !said[0].includes('=')) names.push(said.shift()!)
  const facts = said
  if (facts.length === 0 && file.length === 0 && deal === undefined)
    throw new Problem('usage', 'says nothing: give a fact and its value, --file or --deal')
  const pairs = facts.map(pairOf)
  const columns = factColumns(
    pairs.map(([path]) => path),
    { file: 'vendors set', line: 1 },
    { ...registerColumns(library), remarksAlone: true },
  )
  const read = valuesOfRow(
    pairs.map(([, value]) => value),
    columns,
    locale === undefined ? undefined : localeNamed(locale),
  )
  if (read.problem) throw read.problem
  const register = await registerIn(options)
  const vendors: KeptVendor[] = []
  for (const one of names) vendors.push(await vendorNamed(register, one))
  const taken = columns.flatMap((column, at) =>
    'path' in column && pairs[at]![1].trim() === '' ? [[column.path, undefined] as const] : [],
  )
  const agreed = deal === undefined ? {} : await agreedInDeal(deal, options)
  const values = { ...agreed, ...Object.fromEntries([...read.values, ...taken]) }
  if ('id' in values) throw new Problem('usage', 'id: the id of a vendor stays as it is')
  const added = file.map((path) => `files: ${basename(path)}`)
  // All are read before any is saved: what one may not be is none of them.
  const now = await Promise.all(
    vendors.map(async (kept) => {
      const files = await withFiles(kept.record.files, file, { date, is })
      const before: VendorRecord = { ...kept.record, files }
      // Files are told by their names.
      const { record, changes } = recordWith(before, { values, own: read.own }, date)
      const unknown = unknownIn(record, library)
      if (unknown !== undefined) throw new Problem('register', unknown)
      return { kept, record, changes }
    }),
  )
  for (const { kept, record, changes } of now) {
    if (changes.length === 0 && file.length === 0) {
      await tell(`${vendorTitle(record)} has it so already.\n`)
      continue
    }
    await register.save(record, by, kept)
    await tell(`${vendorTitle(record)}: ${[...changes.map(changeWords), ...added].join('; ')}\n`)
  }
}

function pairOf(fact: string): [string, string] {
  const at = fact.indexOf('=')
  if (at > 0) return [fact.slice(0, at).trim(), fact.slice(at + 1)]
  throw new Problem('usage', `${fact}: give a fact and its value, such as status=signed`)
}

async function withFiles(
  before: VendorFile[],
  paths: string[],
  { date: on, is }: { date: string; is: string | undefined },
): Promise<VendorFile[]> {
  const added = await Promise.all(
    paths.map(async (path): Promise<VendorFile> => {
      const bytes = await readFile(path).catch(() => {
        throw new Problem('file', 'cannot be read', { file: path })
      })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return { name: basename(path), sha256, ...(is !== undefined && { is }), on }
    }),
  )
  return [...before.filter((one) => !added.some(({ sha256 }) => sha256 === one.sha256)), ...added]
}
