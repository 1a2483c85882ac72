import { Problem } from '../problem.ts'
import { Conflict, type Matters, NoSuchMatter } from '../store/index.ts'
import { changesOf } from './change.ts'
import type { ImportedRow } from './import.ts'
import { readRecord, recordYaml } from './record.ts'
import type { VendorVersion } from './report/list.ts'
import type { KeptVendor, VendorRecord } from './types.ts'

/** Vendors as they are kept, with every version; several processes may share one. */
export interface Register {
  /**
   * All vendors, and why a file is none.
   *
   * @returns those that can be read, in the order of their ids
   */
  all(): Promise<{ vendors: KeptVendor[]; wrong: string[] }>
  /** @throws Problem where there is none of that id */
  open(id: string): Promise<KeptVendor>
  /** Every version with what it changed, the newest first. */
  history(id: string): Promise<VendorVersion[]>
  /**
   * Saves a new vendor, or a new version of one that was read.
   *
   * @throws Problem where somebody else saved first
   */
  save(record: VendorRecord, by: string, kept?: KeptVendor): Promise<KeptVendor>
}

/** So many vendors are read at a time. */
const atOnce = 200

/** A register over a store of its files. */
export function openRegister(files: Matters): Register {
  /** Reading a file takes longer than finding that it is as it was. */
  let read = new Map<string, { yaml: string; record: VendorRecord }>()
  const open = async (id: string): Promise<KeptVendor> => {
    const { yaml, base } = await files.open(id).catch((error: unknown) => {
      throw error instanceof NoSuchMatter ? noSuchVendor(id) : error
    })
    return { id, base, record: readRecord(yaml, `${id}.yaml`) }
  }
  return {
    async all() {
      const vendors: KeptVendor[] = []
      const wrong: string[] = []
      const now: typeof read = new Map()
      const names = await files.names()
      for (let at = 0; at < names.length; at += atOnce) {
        const opened = await files.openAll(names.slice(at, at + atOnce))
        for (const { name: id, yaml, base } of opened.sort((a, b) => (a.name < b.name ? -1 : 1))) {
          try {
            const known = read.get(id)
            const record = known?.yaml === yaml ? known.record : readRecord(yaml, `${id}.yaml`)
            now.set(id, { yaml, record })
            vendors.push({ id, base, record })
          } catch (error) {
            if (!(error instanceof Problem)) throw error
            wrong.push(error.toString())
          }
        }
      }
      read = now
      return { vendors, wrong }
    },
    open,
    async history(id) {
      const versions = await files.versions(id).catch((error: unknown) => {
        throw error instanceof NoSuchMatter ? noSuchVendor(id) : error
      })
      const records = await Promise.all(
        versions.map(async ({ version, at, by }) => {
          const { yaml } = await files.open(id, version)
          return { at, by, record: readRecord(yaml, `${id}.yaml`) }
        }),
      )
      return records.map(({ at, by, record }, index) => ({
        at,
        by,
        changes: changesOf(records[index + 1]?.record, record),
      }))
    },
    async save(record, by, kept) {
      const yaml = recordYaml(record)
      try {
        const { name, base } = await files.save({
          yaml,
          by,
          ...(kept && { name: kept.id, base: kept.base }),
        })
        return { id: name, base, record }
      } catch (error) {
        if (!(error instanceof Conflict)) throw error
        throw new Problem('conflict', `${kept?.id} was changed by someone else in the meantime: do it again`)
      }
    },
  }
}

function noSuchVendor(id: string): Problem {
  return new Problem('vendor', `there is no vendor ${id} in the register: clausebook vendors list has them`)
}

/** Keeps what a row of a table says; a row that says nothing new leaves the register as it is. */
export async function keepRow(
  register: Register,
  { record, kept, state }: ImportedRow,
  by: string,
): Promise<void> {
  if (!record || (state !== 'new' && state !== 'changed')) return
  await register.save(record, by, kept)
}
