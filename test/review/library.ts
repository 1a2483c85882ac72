import { parseAgreement } from '../../src/agreement/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { judgeOf, readPaper, type Verdict } from '../../src/review/index.ts'

export const library = await loadLibrary()
const judge = judgeOf(library.evidence)

/** What a few words of a vendor give of a flow-down. */
export function judged(flowDown: string, words: string, { resale = false } = {}) {
  const paper = readPaper(parseAgreement(words, { format: 'text' }), library.evidence, {
    resale,
    vendor: [],
    customer: [],
  })
  return judge(library.flowDowns.get(flowDown)!, paper, resale)
}

export function verdict(flowDown: string, words: string): Verdict {
  return judged(flowDown, words).verdict
}
