// One contender in a process of its own: `contender NAME` prints what it measured as JSON.
import { readFileSync } from 'node:fs'
import Docxtemplater from 'docxtemplater'
import { TemplateHandler } from 'easy-template-x'
import { unzipSync, zipSync } from 'fflate'
import PizZip from 'pizzip'
import { chooseFlowDowns, draft, loadTemplates, vendorRisk } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'
import { draftToDocx } from '../../src/word/index.ts'

const warmUps = 10
const rounds = 60

const matter = readMatter(readFileSync('examples/vendor-saas.yaml', 'utf8'), 'vendor-saas.yaml')
const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
const parts: Record<string, number> = {}

/** A vendor's addendum, from its facts to the bytes of its file. */
async function clausebook(vendor: string, address: string): Promise<Uint8Array> {
  const facts: Matter = { ...matter, vendor: { ...matter.vendor, name: vendor, address } }
  const drafted = await part('choosing, filling in and checking', () =>
    draft('vendor-addendum', { templates, matter: facts, library, options: {} }),
  )
  const bytes = await part('writing the Word file', () => draftToDocx(drafted))
  await part('summing up clauses and risk', () => [
    chooseFlowDowns(facts, library),
    vendorRisk(facts, library),
  ])
  return bytes
}

async function part<T>(name: string, work: () => T | Promise<T>): Promise<T> {
  const before = cpu()
  const result = await work()
  parts[name] = (parts[name] ?? 0) + cpu() - before
  return result
}

function cpu(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

// The template of the others is our addendum with their tags for values.
const template = Buffer.from(await clausebook('{vendor}', '{address}'))
const unzipped = unzipSync(template)

const contenders: Record<string, (vendor: string, address: string) => Promise<unknown> | unknown> = {
  clausebook,
  zip: () => zipSync(unzipped, { level: 6 }),
  docxtemplater: (vendor, address) => {
    const filled = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true })
    filled.render({ vendor, address })
    return filled.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
  },
  'easy-template-x': (vendor, address) => new TemplateHandler().process(template, { vendor, address }),
}

const work = contenders[process.argv[2] ?? '']
if (!work) throw new Error(`there is no contender ${process.argv[2]}`)
for (let at = 0; at < warmUps; at += 1) await work(`Vendor ${at}`, 'Quay 1')
for (const name of Object.keys(parts)) parts[name] = 0
const [startedAt, startedCpu] = [performance.now(), cpu()]
for (let at = 0; at < rounds; at += 1) await work(`Vendor ${at}, Inc.`, `Quay ${at}, Bristol`)
console.log(
  JSON.stringify({
    ms: (performance.now() - startedAt) / rounds,
    cpu: (cpu() - startedCpu) / rounds,
    megabytes: process.resourceUsage().maxRSS / 1024,
    kilobytes: Math.round(template.length / 1000),
    pages: chooseFlowDowns(matter, library).filter((one) => one.in).length,
    parts,
  }),
)
