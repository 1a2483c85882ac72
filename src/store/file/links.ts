import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { unwritable } from '../../files/index.ts'
import { linkTitle } from '../title.ts'
import type { Matters } from '../types.ts'
import { openFileStore } from './open.ts'

/** Where a register that is a folder keeps the links by which its vendors answer. */
export const linksFolder = '.links'

/**
 * The links of a register that is a folder, each with every version; nothing of them can be read by others on the machine.
 *
 * @param register the register's folder, which is there
 */
export async function openFileLinks(register: string): Promise<Matters> {
  const folder = join(register, linksFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: unknown) => {
    throw unwritable(folder, error)
  })
  return (await openFileStore(folder, { titleOf: linkTitle })).matters
}
