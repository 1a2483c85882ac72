import type { Paper } from '../types.ts'

const reference =
  /\b((?:sections?|clauses?|paragraphs?|articles?|parts?)\s+\d+(?:\.\d+)*(?:\([a-z]+\))*)\s+of\s+((?:the|its|our|your|their)\s+)?([^,.;:()]{0,60}?\b(annex|schedule|exhibit|appendix|policy|handbook|guide|manual|addendum|terms|standard|agreement|contract|license|licence)\b)(?:\s+(\p{L}|\p{N}{1,3})(?![\p{L}\p{N}]))?/giu

/**
 * Other papers of which a paper names a section: “Section 5.2 of the Supplier’s security annex”. What stands there is not in it, unless it
 * is a schedule of its own, this paper, or a license of the library.
 *
 * @param licenses titles of licenses, whose words are known
 * @returns what is not read, as a report says it
 */
export function outsidePapers({ passages, attached }: Paper, licenses: readonly string[]): string[] {
  const known = licenses.map((title) => title.toLowerCase())
  const found = passages.flatMap(({ section, sentences }) =>
    sentences.flatMap(({ text }) =>
      [...text.matchAll(reference)].flatMap(([, place, , name, kind, label]) => {
        const plain = name!.trim().toLowerCase()
        if (/^(?:this|these|that|such|same)\b/.test(plain) || plain === kind!.toLowerCase()) {
          if (label === undefined || attached.has(`${plain} ${label.toLowerCase()}`)) return []
        }
        if (label !== undefined && attached.has(`${kind!.toLowerCase()} ${label.toLowerCase()}`)) return []
        if (/\blicen[cs]e\b/.test(plain) || known.some((title) => title.includes(plain))) return []
        const whole = label === undefined ? name!.trim() : `${name!.trim()} ${label}`
        return [`“${whole}”, of which ${section === '' ? 'it' : placed(section)} names ${place!}`]
      }),
    ),
  )
  return [...new Set(found)]
}

function placed(section: string): string {
  return /^\d/.test(section) ? `Section ${section}` : section
}
