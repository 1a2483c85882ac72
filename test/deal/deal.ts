import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Opened, openDeal } from '../../src/deal/index.ts'
import { documentOf, draft, draftInputs, loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { type Level, loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'
import { draftToDocx } from '../../src/word/index.ts'

export const library = await loadLibrary()
const templates = await loadTemplates()
const store = openTexts(library.licenses)
export const key = '5c'.repeat(32)

const file = join(packageRoot(), 'examples', 'vendor-saas.yaml')
export const matter = readMatter(readFileSync(file, 'utf8'), file)
export const drafting = { matter, library, templates, store }

/** The addendum of the example, as it leaves. */
export async function addendum(): Promise<Uint8Array> {
  const inputs = await draftInputs(documentOf('vendor-addendum'), matter, library, store, templates)
  return draftToDocx(
    draft('vendor-addendum', {
      templates,
      matter,
      library,
      ...inputs,
      options: { forCounterparty: true, allowBlanks: true, date: '2026-01-05' },
    }),
  )
}

let opened: Promise<Opened> | undefined

/** A deal on it, opened once. */
export function openedDeal(): Promise<Opened> {
  opened ??= addendum().then((bytes) => openDeal(bytes, drafting, { key, deal: 'tidewater' }))
  return opened
}

/** The words of each point at its fallback, without its heading, where it was asked for in other words. */
export function fallbacksOf({ points }: Opened): Map<string, string[]> {
  return new Map(
    points.flatMap(({ id, asked, levels }) => {
      const words = (level: Level) =>
        levels[level]?.filter(({ heading }) => !heading).map(({ text }) => text) ?? []
      const fallback = words('fallback')
      return fallback.length === 0 || fallback.join() === words(asked).join() ? [] : [[id, fallback]]
    }),
  )
}
