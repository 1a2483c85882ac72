import type { Library } from '../../library/index.ts'
import { loadAssets } from '../assets.ts'
import { type ComparePage, comparePageView } from '../page/compare-page.ts'
import { loadViews, type Views } from '../views.ts'

/** A page of a comparison, which may be long. */
export type PageTask = Omit<ComparePage, 'library'>

let views: Promise<Views> | undefined

/** The page as HTML. */
export async function comparePage(library: Library, task: PageTask): Promise<string> {
  views ??= loadAssets().then((assets) => loadViews(assets))
  return (await views).render('compare', comparePageView({ ...task, library }))
}
