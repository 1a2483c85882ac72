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
import { findText, isOffline, nameText, openWhole, type TextStore } from '../../texts/index.ts'
import { say } from '../say.ts'
import { isRegisterNamed, registerIn, vendorsIn } from '../vendors/folder.ts'
import { areMattersNamed, type MattersPlace, mattersIn } from './matters.ts'

/** Where it is looked for who is touched. */
export interface LookedAt extends MattersPlace {
  library: Library
  store: TextStore
  offline?: boolean
}

/**
 * What a newer text touches: in the library, and among the vendors and matters of the folders that are named.
 *
 * @param newer a file, or the id of a text
 */
export async function impactOf(text: string, newer: string, looked: LookedAt): Promise<Impact> {
  const { library, store, offline } = looked
  const { id, license } = nameText(text, library.licenses)
  const [left, right] = await openWhole(store, [text, newer], {
    official: true,
    offline: isOffline(process.env, offline),
    view: 'accepted',
    hidden: false,
    say,
  })
  const { comparison } = compareTexts(library, left!, right!, 'official')
  const to = findText(newer, library.licenses)?.license.id
  const found = impactOn(library, {
    text: id,
    license: license.id,
    comparison,
    ...(to !== undefined && to !== license.id && { to }),
  })
  return {
    ...found,
    ...(isRegisterNamed(looked) && { vendors: await vendorsOf(looked, found) }),
    ...(areMattersNamed(looked) && { matters: await mattersOf(looked, found) }),
  }
}

async function vendorsOf(looked: LookedAt, impact: LibraryImpact) {
  return touchedVendors(await vendorsIn(await registerIn(looked)), impact, looked.library)
}

/** A matter that cannot be read is told, and stops no other. */
async function mattersOf(looked: LookedAt, impact: LibraryImpact): Promise<TouchedMatter[]> {
  const touched: TouchedMatter[] = []
  for await (const { place, yaml } of mattersIn(looked)) {
    try {
      const one = touchedMatter(place, readMatter(yaml, place), impact, looked.library)
      if (one) touched.push(one)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      process.exitCode = 1
      say(`clausebook: ${error.toString()}`)
    }
  }
  return touched
}
