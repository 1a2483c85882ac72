import { compile, type Engine } from './compile.ts'
import type { FrontMatter } from './front-matter.ts'
import { Rendering } from './rendering.ts'
import type { TemplateSource } from './templates.ts'

/** A template filled in: Markdown with slots in place of values. */
export interface Rendered {
  markdown: string
  front: FrontMatter
  rendering: Rendering
}

/**
 * Fills in a template.
 *
 * @param parts partials of this document alone, such as clauses from the library, by name
 * @throws Problem with file and line for a mistake in a template
 */
export function render(
  engine: Engine,
  template: TemplateSource,
  view: object,
  parts: Record<string, TemplateSource> = {},
): Rendered {
  const { front, render: run } = compile(engine, template)
  const rendering = new Rendering()
  const partials = Object.fromEntries(
    Object.entries(parts).map(([name, source]) => [name, compile(engine, source).render]),
  )
  const markdown = run(view, {
    data: { rendering },
    partials: { ...engine.handlebars.partials, ...partials },
  })
  return { markdown, front, rendering }
}
