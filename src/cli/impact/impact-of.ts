import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareTexts } from '../../compare/index.ts'
import {
  type Impact,
  impactOn,
  type LibraryImpact,
  type TouchedMatter,
  touchedMatter,
  touchedVendors,
} from '../../impact/index.ts'
import type { Library } from '../../library/index.ts'
import { readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { isOffline, nameText, openWhole, type TextStore } from '../../texts/index.ts'
import { say } from '../say.ts'
import { isRegisterNamed, type RegisterPlace, registerIn, vendorsIn } from '../vendors/folder.ts'

/** Where it is looked for who is touched. */
export interface LookedAt extends RegisterPlace {
  library: Library
  store: TextStore
  /** The folder of matters. */
  matters?: string
  offline?: boolean
}

/**
 * What a newer text touches: in the library, and among the vendors and matters of the folders that are named.
 *
 * @param newer a file, or the id of a text
 */
export async function impactOf(text: string, newer: string, looked: LookedAt): Promise<Impact> {
  const { library, store, matters, offline } = looked
  const { id, license } = nameText(text, library.licenses)
  const [left, right] = await openWhole(store, [text, newer], {
    official: true,
    offline: isOffline(process.env, offline),
    view: 'accepted',
    hidden: false,
    say,
  })
  const { comparison } = compareTexts(library, left!, right!, 'official')
  const found = impactOn(library, { text: id, license: license.id, comparison })
  return {
    ...found,
    ...(isRegisterNamed(looked) && { vendors: await vendorsOf(looked, found) }),
    ...(matters !== undefined && { matters: await mattersOf(matters, found, library) }),
  }
}

async function vendorsOf(looked: LookedAt, impact: LibraryImpact) {
  return touchedVendors(await vendorsIn(await registerIn(looked)), impact, looked.library)
}

/** A matter that cannot be read is told, and stops no other. */
async function mattersOf(folder: string, impact: LibraryImpact, library: Library): Promise<TouchedMatter[]> {
  const names = await readdir(folder).catch(() => {
    throw new Problem('matters', 'is no folder that can be read: name one with --matters', { file: folder })
  })
  const touched: TouchedMatter[] = []
  for (const name of names.filter((one) => /\.ya?ml$/i.test(one) && !one.startsWith('.')).sort()) {
    const file = join(folder, name)
    try {
      const one = touchedMatter(file, readMatter(await readFile(file, 'utf8'), file), impact, library)
      if (one) touched.push(one)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      process.exitCode = 1
      say(`clausebook: ${error.toString()}`)
    }
  }
  return touched
}
