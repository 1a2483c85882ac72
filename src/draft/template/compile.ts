import Handlebars from 'handlebars'
import { Problem } from '../../problem.ts'
import { type FrontMatter, splitFrontMatter } from './front-matter.ts'
import { helpers } from './helper/index.ts'
import { locate } from './locate.ts'
import type { Rendering } from './rendering.ts'
import type { TemplateSource, Templates } from './templates.ts'

/** Handlebars set up with our helpers and the partials of a folder of templates. */
export interface Engine {
  templates: Templates
  handlebars: typeof Handlebars
  /** Compiled templates, by source text. */
  compiled: Map<string, CompiledTemplate>
}

export interface CompiledTemplate {
  front: FrontMatter
  render: Handlebars.TemplateDelegate
}

/** Helpers that Handlebars takes for known, and that are not there. */
const notOurs = { lookup: false, log: false, each: false, if: false, unless: false, with: false }

const engines = new WeakMap<Templates, Engine>()

/** The engine of a folder of templates; the second draft finds everything compiled. */
export function engineOf(templates: Templates): Engine {
  const known = engines.get(templates)
  if (known) return known
  const handlebars = Handlebars.create()
  for (const name of Object.keys(handlebars.helpers)) handlebars.unregisterHelper(name)
  handlebars.registerHelper(helpers)
  const engine: Engine = { templates, handlebars, compiled: new Map() }
  engines.set(templates, engine)
  for (const [name, source] of templates.sources) {
    if (!name.startsWith('partials/')) continue
    handlebars.registerPartial(name.slice('partials/'.length), compile(engine, source).render)
  }
  return engine
}

/**
 * Compiles a template, once.
 *
 * @throws Problem with the file and line of a mistake in it
 */
export function compile(engine: Engine, template: TemplateSource): CompiledTemplate {
  const known = engine.compiled.get(template.source)
  if (known) return known
  const { front, body } = splitFrontMatter(template)
  const { file } = template
  const program = within(file, () => locate(Handlebars.parse(body), file, Object.keys(helpers)))
  const run = engine.handlebars.compile(program, {
    strict: true,
    // Ours is the printing: a value becomes a slot (see print.ts).
    noEscape: true,
    knownHelpers: { ...notOurs, ...Object.fromEntries(Object.keys(helpers).map((name) => [name, true])) },
    knownHelpersOnly: true,
  } as CompileOptions)
  const compiled: CompiledTemplate = {
    front,
    render: (view, options) =>
      within(file, () => {
        const { rendering } = (options?.data ?? {}) as { rendering?: Rendering }
        return rendering ? rendering.within(file, () => run(view, options)) : run(view, options)
      }),
  }
  engine.compiled.set(template.source, compiled)
  return compiled
}

/** Says in which file a mistake is: Handlebars knows only the line, and inside a partial not even that it is one. */
function within<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Problem) throw error
    const { message, lineNumber } = error as Error & { lineNumber?: number }
    const line = lineNumber ?? (/ - (\d+):\d+$/.exec(message) ?? /line (\d+)/.exec(message))?.[1]
    throw new Problem('template', plainly(message), {
      file,
      ...(line === undefined ? {} : { line: Number(line) }),
    })
  }
}

function plainly(message: string): string {
  if (message.startsWith('Maximum call stack'))
    return 'cannot be read: its blocks open one in the other without end'
  const unknown = /^"(.+)" not defined in/.exec(message)
  if (unknown) return `the view of this document has no “${unknown[1]}”: correct the name`
  const helper = /but used the unknown helper (\S+)/.exec(message)
  if (helper) return `calls “${helper[1]}”, which is no helper: docs/templates.md has those that there are`
  return `cannot be filled in: ${message.replace(/ - \d+:\d+$/, '')}`
}
