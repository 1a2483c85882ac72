import type { Library } from '../../library/index.ts'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { amendedLicense, chosenPositions } from '../../redline/index.ts'
import { nameText, openTexts, requireText } from '../../texts/index.ts'

/** A license with a matter's changes tracked, as a Word file. */
export interface RedlineTask {
  license: string
  /** The matter as YAML. */
  matter: string
  /** For the other side: nothing of ours in it. */
  forCounterparty?: boolean
  /** Where the official texts are. */
  folder: string
}

/** @throws Problem where the text is not here, or the matter changes nothing in it */
export async function redlineFile(library: Library, task: RedlineTask): Promise<{ content: Uint8Array }> {
  const matter = readMatter(task.matter, 'matter')
  const { license, id } = nameText(task.license, library.licenses)
  const text = await requireText(openTexts(library.licenses, task.folder), id)
  const chosen = chosenPositions(matter, license, library)
  const { redline, amendments } = amendedLicense(chosen, license, library, text.source)
  if (!redline || amendments.length === 0) {
    throw new Problem(
      'no-positions',
      `no position changes ${license.id} in this matter: choose one under Positions`,
    )
  }
  const { redlineFileOptions, redlineToDocx } = await import('../../word/index.ts')
  const look = (await import('../../word/look.ts')).lookOfHouse(library.house)
  return {
    content: await redlineToDocx(
      redline,
      redlineFileOptions(chosen, matter, {
        outbound: task.forCounterparty === true,
        ...(look && { look }),
      }),
    ),
  }
}
