// node contender.mjs CONTENDER FILE: prints { first, again, megabytes } as JSON.
import { readFileSync } from 'node:fs'

const contenders = {
  async clausebook() {
    const { wordDocument } = await import('../../dist/doors/texts.js')
    return wordDocument
  },

  /** As Clausebook used it: the body as Markdown, with the numbers that Word prints, tracked changes accepted. */
  async docxodus() {
    const docxodus = await import('docxodus/core')
    await docxodus.initialize()
    const options = {
      scopes: docxodus.ProjectionScopes.Body,
      anchorMode: docxodus.AnchorRenderMode.None,
      trackedChanges: docxodus.TrackedChangeMode.Accept,
      resolveNumbering: true,
      tableMode: docxodus.TableRenderMode.AlwaysGfm,
    }
    return (bytes) => docxodus.convertWmlToMarkdown(bytes, options)
  },

  /** HTML, without numbers; it warns of what it does not know, which is not printed. */
  async mammoth() {
    const { default: mammoth } = await import('mammoth')
    return (bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  },
}

const [contender, file] = process.argv.slice(2)
const bytes = new Uint8Array(readFileSync(file))
const milliseconds = ({ user, system }) => (user + system) / 1000

const read = await contenders[contender]()
await read(bytes)
const first = milliseconds(process.cpuUsage())
let again = Number.POSITIVE_INFINITY
for (let round = 0; round < 5; round += 1) {
  const before = process.cpuUsage()
  await read(bytes)
  again = Math.min(again, milliseconds(process.cpuUsage(before)))
}
console.log(JSON.stringify({ first, again, megabytes: process.resourceUsage().maxRSS / 1024 }))
