import { type Library, namesOfTexts } from '../../../library/index.ts'
import type { Folders } from '../folders.ts'

/** A license of the library by its name, or the real path of a file below the open folders. */
export async function textOf(name: string, library: Library, folders: Folders): Promise<string> {
  const texts = [...library.licenses.values()].flatMap(namesOfTexts)
  return texts.includes(name) ? name : folders.existing(name)
}
