// Judges every labelled clause and paper of a folder of review cases and prints as JSON what was told beside what is right.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { type Agreement, parseAgreement, parseStory } from '../../src/agreement/index.ts'
import { loadLibrary } from '../../src/library/index.ts'
import { judgeOf, type ReviewOptions, readPaper, type Verdict } from '../../src/review/index.ts'
import { openFile } from '../../src/texts/index.ts'

interface Label {
  flow_down: string
  near?: string
  level: string
  accept?: string[]
}

const folder = process.argv[2]!
const library = await loadLibrary()
const judge = judgeOf(library.evidence)
const told: {
  paper: boolean
  case: string
  flowDown: string
  level: string
  accept: string[]
  told: Verdict
}[] = []

function tell(
  name: string,
  agreement: Agreement,
  labels: readonly Label[],
  options: ReviewOptions & { isPaper: boolean },
) {
  const { isPaper } = options
  const paper = readPaper(agreement, library.evidence, options)
  for (const { flow_down, near, level, accept = [] } of labels) {
    const flowDown = library.flowDowns.get(flow_down === 'none' ? near! : flow_down)!
    const { verdict } = judge(flowDown, paper, options.resale)
    told.push({ paper: isPaper, case: name, flowDown: flowDown.id, level, accept, told: verdict })
  }
}

for (const one of parse(readFileSync(join(folder, 'clauses.yaml'), 'utf8')) as (Label & {
  id: string
  text: string
})[]) {
  const subject = one.flow_down === 'none' ? one.near : one.flow_down
  tell(one.id, parseAgreement(one.text, { format: 'text' }), [one], {
    isPaper: false,
    resale: subject === 'resale-rights',
    vendor: [],
    customer: [],
  })
}
const papers = readdirSync(join(folder, 'papers'))
for (const answers of papers.filter((file) => file.endsWith('.answers.yaml'))) {
  const sheet = parse(readFileSync(join(folder, 'papers', answers), 'utf8'))
  const file = join(folder, 'papers', sheet.paper)
  const { stories } = await openFile(file, readFileSync(file), {})
  const names = (name?: string) => (name ? [name, name.split(/[ ,]/)[0]!] : [])
  const resale = sheet.matter.vendor.kind === 'reseller'
  tell(basename(answers, '.answers.yaml'), agreementOf(stories[0]!), sheet.levels, {
    isPaper: true,
    resale,
    vendor: names(sheet.matter.vendor.name),
    customer: names((sheet.matter.customer ?? sheet.matter.supplier).name),
  })
}
process.stdout.write(JSON.stringify(told))

function agreementOf(story: Awaited<ReturnType<typeof openFile>>['stories'][number]): Agreement {
  return story.lines ? parseAgreement(story.lines.source, { format: story.lines.format }) : parseStory(story)
}
