import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parseAgreement } from '../../../src/agreement/index.ts'
import { type CheckResult, checkLibrary, type TextToCheck } from '../../../src/library/index.ts'

/** An agreement of a house that does not exist, in two versions of one law. */
export const agreement = (version: string, date: string) => `${version.toUpperCase()} LICENSE AGREEMENT

${version} Version Release Date: ${date}

"Agreement" means the terms and conditions set out here.

1. Grant.

   a. Rights. You may use, copy and change the Works for any lawful purpose, and you may use them at home, at school, on
   the road and in every other place where you are allowed to be and want to do something useful for yourself.

   b. Copies. You give a copy of this Agreement to every person who receives the Works from you.

2. Threshold. If on the ${version} version release date you had more than one hundred users in the month before, you
ask us for a license.
`

export const policy = (version: string) => `# ${version} Use Policy

We want ${version} to be used well by everyone.

1. Deceive nobody about who speaks to them
2. Do no harm to computers:
   1. Break into none
   2. Spread no programs that destroy data
`

const licenseYaml = (number: string, date: string, inherits: string) => `id: alpha-${number}
title: Alpha ${number} License Agreement
name: Alpha ${number}
version: "${number}"
released: ${date}
released_as: Version Release Date
parties: [Alpha House]
${inherits}slots:
  version: Alpha ${number}
  release_date_iso: ${date}
texts:
  - kind: agreement
    title: Alpha ${number} License Agreement
    pin: &pin
      repository: alpha/alpha
      commit: ${'ab'.repeat(20)}
      path: LICENSE
      sha256: ${'ab'.repeat(32)}
      bytes: 1
      words: ${'ab'.repeat(32)}
  - kind: use-policy
    title: Alpha ${number} Use Policy
    pin: *pin
`

const term = (topic: string, document: string, sections: string[], quote: string, body: string) => `---
topic: ${topic}
license: alpha-1
document: ${document}
sections: ${JSON.stringify(sections)}
quotes:
  - section: "${sections[0]}"
    text: ${quote}
facts: {}
modality: grant
who: licensee
impact: {}
controls: []
---
${body}
`

const topic = (id: string) => `
      - { id: ${id}, title: On ${id}, question: What?, why: Because., weight: 3, weight_reason: It does. }`

/** The files of a small library in which nothing is wrong. */
const files: Record<string, string> = {
  'topics.yaml': `groups:
  - id: main
    title: Main
    document: agreement
    topics:${['identity', 'grant', 'copies', 'threshold'].map(topic).join('')}
  - id: uses
    title: Uses
    document: use-policy
    topics:${['policy', 'deception', 'computers'].map(topic).join('')}
`,
  'facts.yaml': `threshold:
  users: { is: number, means: how many }
`,
  'models.yaml': `models:
  - { name: Alpha 1, family: llama, sizes: [1B], inputs: [text], launched: 2024-03-01, license: alpha-1, source: Ours }
`,
  'licenses/alpha-1/license.yaml': licenseYaml('1', '2024-03-01', ''),
  'licenses/alpha-1/citations.yaml': `agreement:
  recital.1: "Recital “{{version}} Version Release Date: March 1 …”"
use-policy:
  recital.1: Recital “We want {{version}} to be used …”
`,
  'licenses/alpha-2/citations.yaml': `agreement:
  recital.1: "Recital “{{version}} Version Release Date: April 5 …”"
`,
  'licenses/alpha-1/identity.md': term(
    'identity',
    'agreement',
    ['recital.1', 'title', 'definition.agreement'],
    '"{{version}} Version Release Date: "',
    'The agreement has a title and a date.',
  ),
  'licenses/alpha-1/grant.md': term(
    'grant',
    'agreement',
    ['1.a', '1'],
    'for any lawful purpose',
    'The licensee may use the works “for any lawful purpose”.',
  ),
  'licenses/alpha-1/copies.md': term(
    'copies',
    'agreement',
    ['1.b'],
    'every person who receives the Works',
    'Recipients get a copy (section 1.b).',
  ),
  'licenses/alpha-1/threshold.md': term(
    'threshold',
    'agreement',
    ['2'],
    'on the {{version}} version release date',
    'Above the number on the {{version}} release date, the licensee asks.',
  ).replace('facts: {}', 'facts:\n  users: 100'),
  'licenses/alpha-1/policy.md': term(
    'policy',
    'use-policy',
    ['recital.1', 'title'],
    'used well',
    'It has a title.',
  ),
  'licenses/alpha-1/deception.md': term('deception', 'use-policy', ['1'], 'Deceive nobody', 'No deception.'),
  'licenses/alpha-1/computers.md': term(
    'computers',
    'use-policy',
    ['2', '2.1', '2.2'],
    'no harm',
    'No harm.',
  ),
  'licenses/alpha-2/license.yaml': licenseYaml('2', '2025-04-05', 'extends: alpha-1\n'),
  'positions/counting.md': `---
id: counting
title: Counting
topic: threshold
counterparty: meta
negotiability: open
negotiability_reason: We asked.
applies_to: [alpha-1, alpha-2]
hurts: The large.
positions:
  preferred:
    ask: Count less.
    edits:
      - section: "2"
        insert_after: one hundred users
        text: " of the Works"
give_in_return: Thanks.
leverage: Little.
counter_arguments: []
approval: Counsel
---
We would like to count less.
`,
  'flow-downs/copy.md': `---
id: copy
title: Copy
topic: copies
order: 1
because: { in: It is in., out: It is out. }
why: Because.
counter_arguments: []
approval: Counsel
---
## preferred

Vendor gives a copy.
`,
  'risks/large.md': `---
id: large
title: Large
topics: [threshold]
when: {}
likelihood: { base: 1 }
impact: { base: 1 }
mitigations:
  - { what: Count, who: Counsel, by: today, evidence: A count }
positions: [counting]
flow_downs: [copy]
cites:
  - { topic: threshold, section: "2" }
---
Too many users.
`,
}

/** Changes to the files by path: words for other words, a new content, or null for a file that is not there. */
export type Fault = Record<string, [from: string | RegExp, to: string] | string | null>

const texts: Record<string, string> = {
  'alpha-1': agreement('Alpha 1', 'March 1, 2024'),
  'alpha-1/use-policy': policy('Alpha 1'),
  'alpha-2': agreement('Alpha 2', 'April 5, 2025'),
  'alpha-2/use-policy': policy('Alpha 2'),
}

/** A folder with the small library, and faults in it. */
export async function writeLibrary(faults: Fault = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-library-'))
  for (const path of new Set([...Object.keys(files), ...Object.keys(faults)])) {
    const fault = faults[path]
    if (fault === null) continue
    let content = files[path] ?? ''
    if (typeof fault === 'string') content = fault
    else if (fault) {
      const changed = content.replace(...fault)
      if (changed === content) throw new Error(`the fault changes nothing in ${path}`)
      content = changed
    }
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

/** What the check says of the small library with faults in it, against the texts or without some of them. */
export async function checkSmallLibrary(
  faults: Fault = {},
  { without = [] as string[], matches = 'bytes' as TextToCheck['matches'] } = {},
): Promise<{ told: string[]; result: CheckResult }> {
  const folder = await writeLibrary(faults)
  try {
    const here = Object.entries(texts).filter(([name]) => !without.includes(name))
    const result = await checkLibrary(
      folder,
      new Map(here.map(([name, text]) => [name, { agreement: parseAgreement(text), matches }])),
    )
    const told = result.problems.map(({ place: { file = '', line = 1, column = 1 }, rule, message }) =>
      [`${file.replace(folder, '').slice(1)}:${line}:${column}`, rule, message].join(' '),
    )
    return { told, result }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The names of all four texts. */
export const allTexts = Object.keys(texts)
