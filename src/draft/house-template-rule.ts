import type { CheckRule } from '../library/index.ts'
import { Problem } from '../problem.ts'
import { documents } from './document/index.ts'
import { compile, engineOf } from './template/compile.ts'
import { type Templates, withTemplatesOf } from './template/templates.ts'

/**
 * The templates of a house are read, and are of documents that there are. It stands here and not with the other rules, since
 * the library knows no document.
 *
 * @param ours the templates that come with the program
 */
export function houseTemplateRule(ours: Templates): CheckRule {
  return {
    id: 'templates',
    proves:
      'every template of a house is of a document, or a partial, can be filled in, and has the note and the record',
    needsTexts: false,
    run({ library: { house }, report }) {
      if (!house || house.templates.size === 0) return
      for (const [name, { file }] of house.templates)
        if (!name.startsWith('partials/') && !documents.some(({ id }) => id === name))
          report('templates', `no document is called ${name}: see clausebook draft --help`, { file, line: 1 })
      // Each by itself, so that a mistake in one hides none in another.
      for (const template of house.templates.values()) {
        try {
          compile(engineOf({ sources: new Map() }), template)
        } catch (error) {
          if (!(error instanceof Problem)) throw error
          report(error.rule, error.message, error.place)
        }
      }
      for (const [name, { file, source }] of house.templates)
        for (const [words, purpose] of neededIn(name))
          if (!source.includes(words))
            report('templates', `${words} is not in it, by which ${purpose}`, { file, line: 1 })
      const known = withTemplatesOf(ours, house).sources
      for (const { file, source } of house.templates.values())
        for (const [at, line] of source.split('\n').entries())
          for (const [, partial] of line.matchAll(/\{\{~?#?> *([\w./-]+)/g))
            if (!known.has(`partials/${partial}`) && !partial!.startsWith('flow-downs/'))
              report('templates', `there is no partial ${partial}`, { file, line: at + 1, column: 1 })
    },
  }
}

const note = 'a document says that counsel reviews it, or that it is privileged'
const record = 'a document says what it was made of'

/** What must stand in a template of such a name, and what it is for. */
function neededIn(name: string): [words: string, purpose: string][] {
  if (name === 'partials/review')
    return [
      ['draft.privileged', note],
      ['draft.final', note],
    ]
  if (name === 'partials/record') return [['{{draft.record}}', record]]
  if (name.startsWith('partials/')) return []
  return [
    ['{{> review}}', note],
    ['{{> record}}', record],
  ]
}
