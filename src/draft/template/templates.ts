import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packageRoot } from '../../home.ts'
import type { House } from '../../library/index.ts'

/** The sources of all templates and partials. */
export interface Templates {
  /** By name: `side-letter`, `partials/review`; each with its path relative to the folder. */
  sources: Map<string, TemplateSource>
}

/** A template's words and the file that they are from. */
export interface TemplateSource {
  /** For messages: `templates/side-letter.md.hbs`. */
  file: string
  source: string
}

const suffix = '.md.hbs'

/** Templates with those of a house in place of ours of the same name. */
export function withTemplatesOf(templates: Templates, house: House | undefined): Templates {
  if (!house || house.templates.size === 0) return templates
  return { sources: new Map([...templates.sources, ...house.templates]) }
}

/**
 * Reads every template of a folder.
 *
 * @param folder by default `templates/` of the package
 */
export async function loadTemplates(folder = join(packageRoot(), 'templates')): Promise<Templates> {
  const paths = (await readdir(folder, { recursive: true }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith(suffix))
    .sort()
  const sources = await Promise.all(
    paths.map(async (path): Promise<[string, TemplateSource]> => {
      const source = await readFile(join(folder, path), 'utf8')
      return [path.slice(0, -suffix.length), { file: `templates/${path}`, source }]
    }),
  )
  return { sources: new Map(sources) }
}
