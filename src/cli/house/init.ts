import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { styleSample } from '../../draft/index.ts'
import { claimFolder } from '../../files/index.ts'
import { packageRoot } from '../../home.ts'
import { Problem } from '../../problem.ts'
import { draftToDocx } from '../../word/index.ts'
import { tell } from '../output.ts'

/** What is explained in each folder of a house, until something stands in it. */
const folders = ['positions', 'flow-downs', 'risks', 'templates']

/**
 * Writes a house that says nothing yet: every setting with its explanation, and a reference document.
 *
 * @throws Problem where something is there already: nothing is ever written over
 */
export async function initHouse(folder: string): Promise<void> {
  const there = () =>
    new Problem('output', 'is there already, and nothing is written over it: name a new folder', {
      file: folder,
    })
  // A link to an empty folder would be replaced by the folder.
  if (await lstat(folder).catch(() => undefined)) throw there()
  const skeleton = (name: string) => readFile(join(packageRoot(), 'templates', 'house', name), 'utf8')
  const styles = await draftToDocx(styleSample(await skeleton('styles.md')))
  const explained = await Promise.all(
    folders.map(
      async (name): Promise<[string, string]> => [`${name}/about.txt`, await skeleton(`${name}.txt`)],
    ),
  )
  const files = new Map<string, string | Uint8Array>([
    ['house.yaml', await skeleton('house.yaml')],
    ['firm.docx', styles],
    ...explained,
  ])
  if (!(await claimFolder(folder, files))) throw there()
  await tell(
    `${folder} is a house. Give it a name in ${join(folder, 'house.yaml')}, and its look in ${join(folder, 'firm.docx')}; docs/house.md goes on from there.\n`,
  )
}
