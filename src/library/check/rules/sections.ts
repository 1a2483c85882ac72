import { wordsOfSection } from '../../match.ts'
import { nameOf, placeInBody, placeInTerm, placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

/** `section 1.b.iv`, `Sections 3, 4 and 7`: paths as restatements cite them. */
const cited = /\bsections? ((?:\d+(?:\.[a-z0-9]+)*)(?:(?:, | and |, and | or )\d+(?:\.[a-z0-9]+)*)*)/gi

export const sections: CheckRule = {
  id: 'sections',
  proves: 'every section that is cited is there',
  needsTexts: true,
  run(context) {
    const { library, textOf, reader, report } = context
    const missing = (license: string, document: 'agreement' | 'use-policy', path: string) => {
      const text = textOf(license, document)
      return text !== undefined && wordsOfSection(text.agreement, path) === undefined
    }
    for (const term of library.terms.values()) {
      const sectionList = term.absent ? [] : term.sections
      for (const [at, path] of sectionList.entries()) {
        if (!missing(term.license, term.document, path)) continue
        report(
          'sections',
          `${nameOf(term)}: there is no section ${path}`,
          placeInTerm(context, term, ['sections', at]),
        )
      }
      for (const path of term.stands?.sections ?? []) {
        if (!missing(term.license, 'agreement', path)) continue
        const reason = `${nameOf(term)}: stands: the agreement has no section ${path}`
        report(
          'sections',
          reason,
          term.absent ? placeInTerm(context, term) : placeInTerm(context, term, ['stands']),
        )
      }
      for (const match of (term.absent ? term.follows : term.restatement).matchAll(cited)) {
        for (const path of match[1]!.match(/\d+(?:\.[a-z0-9]+)*/g) ?? []) {
          // The agreement is meant where a use policy's restatement names a section by its letters.
          if (!missing(term.license, 'agreement', path) || !missing(term.license, term.document, path))
            continue
          const place = term.absent ? placeInTerm(context, term) : placeInBody(context, term, match[0])
          report('sections', `${nameOf(term)}: it cites section ${path}, which is not there`, place)
        }
      }
    }
    for (const { moot, file } of library.positions.values()) {
      for (const { license, section } of moot) {
        if (missing(license, 'agreement', section) && missing(license, 'use-policy', section)) {
          report(
            'sections',
            `moot: ${license} has no section ${section}`,
            placeOfWords(reader, file, section),
          )
        }
      }
    }
    for (const { file, cites } of library.risks.values()) {
      for (const { topic, section } of cites) {
        const document = library.topics.get(topic)?.document
        if (section === undefined || !document) continue
        const having = [...library.licenses.keys()].filter((id) => textOf(id, document))
        if (having.length > 0 && having.every((id) => missing(id, document, section))) {
          report(
            'sections',
            `cites: no license has a section ${section}`,
            placeOfWords(reader, file, `section: "${section}`),
          )
        }
      }
    }
  },
}
