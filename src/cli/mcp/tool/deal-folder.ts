import { resolve } from 'node:path'
import { Problem } from '../../../problem.ts'
import { dealFolder as folderOfDeal } from '../../../store/index.ts'
import { recordOf } from '../../round/kept.ts'
import type { Folders } from '../folders.ts'

/**
 * The folder of a deal whose matter is open to assistants too, since a deal may name any.
 *
 * @returns its real path
 * @throws Problem where the folder or the matter stands outside of the folders, or it is no deal
 */
export async function dealFolder(folders: Folders, deal: string): Promise<string> {
  const folder = await folders.folder(deal)
  const record = recordOf(await folderOfDeal(folder).open(), folder)
  const matter = record.matter === undefined ? undefined : resolve(folder, record.matter)
  if (matter !== undefined)
    await folders.existing(matter).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error
      // As the deal names it: where it stands on the machine is nothing to an assistant.
      throw new Problem(error.rule, error.message, record.matter === undefined ? {} : { file: record.matter })
    })
  return folder
}
