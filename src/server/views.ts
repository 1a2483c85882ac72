import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { packageRoot } from '../home.ts'
import { grouped } from '../in-words.ts'
import type { Assets } from './assets.ts'

/** The pages' templates, compiled. Whatever a view gives them comes out as text: none writes HTML of its own. */
export interface Views {
  /** @param name `compare` for `web/views/compare.hbs` */
  render(name: string, view: object): string
}

/** Reads and compiles every view and partial. */
export async function loadViews(
  assets: Assets,
  folder = join(packageRoot(), 'web', 'views'),
): Promise<Views> {
  const handlebars = Handlebars.create()
  handlebars.registerHelper({
    asset: (name: string) => assets.addressOf(name),
    eq: (one: unknown, other: unknown) => one === other,
    or: (one: unknown, other: unknown) => one || other,
    not: (value: unknown) => !value,
    number: (value: unknown) => (typeof value === 'number' ? grouped(value) : value),
    array: (...items: unknown[]) => items.slice(0, -1),
    plural: (count: number, one: string, many: string) => (count === 1 ? one : many),
  })
  const pages = new Map<string, Handlebars.TemplateDelegate>()
  const paths = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/'))
  for (const path of paths.filter((name) => name.endsWith('.hbs')).sort()) {
    const source = await readFile(join(folder, path), 'utf8')
    const template = handlebars.compile(source, { preventIndent: true })
    const name = path.slice(0, -'.hbs'.length)
    if (name.startsWith('partials/')) handlebars.registerPartial(name.slice('partials/'.length), template)
    else pages.set(name, template)
  }
  return {
    render(name, view) {
      const page = pages.get(name)
      if (!page) throw new Error(`web/views has no ${name}.hbs`)
      return page(view)
    },
  }
}
