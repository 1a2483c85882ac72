import { dealRecord, matterPath } from '../../round/folder.ts'
import type { Folders } from '../folders.ts'

/**
 * The folder of a deal whose matter is open to assistants too, since a deal may name any.
 *
 * @returns its real path
 * @throws Problem where the folder or the matter stands outside of the folders, or it is no deal
 */
export async function dealFolder(folders: Folders, deal: string): Promise<string> {
  const folder = await folders.folder(deal)
  const matter = matterPath(folder, await dealRecord(folder))
  if (matter !== undefined) await folders.existing(matter)
  return folder
}
