// node contender.mjs CONTENDER CASE: prints { ms, megabytes } as JSON.
import { cases } from './cases.mjs'

const contenders = {
  async clausebook() {
    const { compare, parseAgreement } = await import('../../dist/index.js')
    const identity = { id: 'text', title: '', sha256: '' }
    return ([left, right]) =>
      compare(parseAgreement(left), parseAgreement(right), { left: identity, right: identity })
  },

  async diffWordsWithSpace() {
    const { diffWordsWithSpace } = await import('diff')
    return ([left, right]) => diffWordsWithSpace(left, right)
  },

  /** Gets Word files with a paragraph for each; writing these is not measured. */
  async docxodus() {
    const { compareDocuments, initialize } = await import('docxodus/core')
    const { Document, Packer, Paragraph } = await import('docx')
    await initialize()
    return {
      async prepare(sources) {
        const file = (source) =>
          Packer.toBuffer(
            new Document({
              sections: [
                { children: source.split(/\n\s*\n/).map((text) => new Paragraph(text.replace(/\s+/g, ' '))) },
              ],
            }),
          )
        return Promise.all(sources.map(async (source) => new Uint8Array(await file(source))))
      },
      compare: ([left, right]) => compareDocuments(left, right),
    }
  },
}

const [contender, name] = process.argv.slice(2)
const ready = await contenders[contender]()
const compare = ready.compare ?? ready
const pairs = []
for (const sources of cases()[name]()) pairs.push(ready.prepare ? await ready.prepare(sources) : sources)

let best = Number.POSITIVE_INFINITY
let all = 0
for (let round = 0; round < 5 && all < 4000; round += 1) {
  const before = process.cpuUsage()
  for (const pair of pairs) await compare(pair)
  const { user, system } = process.cpuUsage(before)
  const ms = (user + system) / 1000
  best = Math.min(best, ms)
  all += ms
}
console.log(JSON.stringify({ ms: best, megabytes: process.resourceUsage().maxRSS / 1024 }))
