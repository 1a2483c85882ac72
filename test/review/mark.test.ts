import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, HeadingLevel, Packer, Paragraph } from 'docx'
import { describe, expect, test } from 'vitest'
import { type Agreement, clausesOf, parseAgreement, parseBlocks } from '../../src/agreement/index.ts'
import { draft, draftToMarkdown, loadTemplates } from '../../src/draft/index.ts'
import { packageRoot } from '../../src/home.ts'
import { type Level, levelWords } from '../../src/library/index.ts'
import { openForEdits, openWord, resolveWord, wordsOfParagraph } from '../../src/markup/index.ts'
import { type Matter, readMatter } from '../../src/matter/index.ts'
import { isMet, reviewOf } from '../../src/review/index.ts'
import type { MarkOptions } from '../../src/review/mark/planned.ts'
import { markWord } from '../../src/review/mark.ts'
import { bodyBlocks } from '../../src/texts/word.ts'
import { library } from './library.ts'
import { bare, type Counting, type Sections, vendorPaper } from './vendor-paper.ts'

const facts = readFileSync(join(packageRoot(), 'examples', 'vendor-saas.yaml'), 'utf8')
const templates = await loadTemplates()
const order: (string | undefined)[] = ['walk_away', 'fallback', 'preferred']

function matterOf(kind: string): Matter {
  const own = facts.replaceAll('kind: saas', `kind: ${kind}`)
  return readMatter(kind === 'reseller' ? own.replace('role: customer', 'role: vendor') : own, 'matter.yaml')
}

function read(bytes: Uint8Array): Agreement {
  const { document, blocks } = openForEdits(bytes)
  return parseBlocks(bodyBlocks(document, blocks).map(({ block }) => block))
}

async function marked(sections: Sections, options: MarkOptions & { kind?: string; how?: Counting } = {}) {
  const { kind = 'saas', how = 'typed', ...rest } = options
  const matter = matterOf(kind)
  const theirs = await vendorPaper(sections, how)
  const review = reviewOf({ name: 'their.docx', agreement: read(theirs), matter, library })
  const by = { author: 'Harrow', date: '2026-11-29' }
  const { bytes, plan } = markWord(theirs, { review, matter, library, templates, ...rest }, by)
  const accepted = resolveWord(bytes, { as: 'accept' })
  const agreement = read(accepted)
  const again = reviewOf({ name: 'their.docx', agreement, matter, library })
  return { theirs, bytes, plan, review, accepted, agreement, again, matter }
}

const lines = (bytes: Uint8Array) => openForEdits(bytes).paragraphs.map(wordsOfParagraph)

function comments(bytes: Uint8Array): string {
  const file = openWord(bytes)
  return file.has('word/comments.xml') ? file.xml('word/comments.xml').text.replaceAll(/<[^>]+>/g, ' ') : ''
}

/** What a review says of our own addendum at a level: where it does not know our words, that is a fault of the evidence. */
function ownVerdicts(matter: Matter, level: Level): Map<string, string> {
  const named = levelWords[level] as 'preferred' | 'fallback' | 'walk-away'
  const positions = Object.fromEntries([...library.flowDowns.keys()].map((id) => [id, named]))
  const own = { ...matter, negotiation: { ...matter.negotiation, positions } }
  const drafted = draft('vendor-addendum', {
    templates,
    matter: own,
    library,
    options: { allowConflicts: true, allowBlanks: true },
  })
  const { rows } = reviewOf({
    name: 'own.md',
    agreement: parseAgreement(draftToMarkdown(drafted)),
    matter: own,
    library,
  })
  return new Map(rows.map(({ flowDown, verdict }) => [flowDown, verdict]))
}

describe.each([
  ['saas', 'preferred', 'typed'],
  ['saas', 'fallback', 'counted'],
  ['saas', 'walk_away', 'typed'],
  ['reseller', 'preferred', 'counted'],
  ['integrator', 'preferred', 'typed'],
  ['on-premises-delivery', 'fallback', 'counted'],
] as [string, Level, Counting][])(
  'a bare paper of a %s, asked for %s, with numbers %s',
  (kind, level, how) => {
    const made = marked(bare, { kind, level, how })

    test('is theirs again with all rejected', async () => {
      const { theirs, bytes } = await made
      expect(lines(resolveWord(bytes, { as: 'reject' }))).toEqual(lines(theirs))
    })

    test('meets each clause that was put in, as far as a review knows our own words', async () => {
      const { plan, again, matter } = await made
      const own = ownVerdicts(matter, level)
      const worse = again.rows.flatMap(({ flowDown, verdict, because }) => {
        const proposal = plan.proposals.get(flowDown)
        if (proposal?.kind !== 'insertion') return []
        const wanted = Math.min(order.indexOf(proposal.level), order.indexOf(own.get(flowDown)))
        return order.indexOf(verdict) >= wanted ? [] : [`${flowDown}: ${verdict}, ${because}`]
      })
      expect(worse).toEqual([])
    })

    test('refers to sections that are there', async () => {
      const { agreement, plan } = await made
      const cited = new Set(clausesOf(agreement).map(({ citation }) => citation))
      const named = plan.clauses.flatMap(({ paragraphs }) =>
        paragraphs.flatMap(({ text }) =>
          [...text.matchAll(/Section\u00A0([\d.]+(?:\([a-z]\))?)/g)].map(([, one]) => one!),
        ),
      )
      expect(named.length).toBeGreaterThan(5)
      expect(named.map((one) => one.replace(/\.$/, '')).filter((one) => !cited.has(one))).toEqual([])
    })

    test('speaks of the parties as the paper does', async () => {
      const { plan } = await made
      const text = plan.clauses.flatMap(({ paragraphs }) => paragraphs.map((one) => one.text)).join('\n')
      expect(text).toContain('the Supplier')
      expect(text).toContain('the Services')
      expect(text).not.toMatch(/\b(?:the Vendor|the Customer|[Tt]his Addendum|Master Agreement)\b/)
    })

    test('says in its comments nothing of our levels', async () => {
      const { bytes } = await made
      const said = comments(bytes)
      expect(said.length).toBeGreaterThan(1000)
      expect(said).not.toMatch(/fallback|walk.away|preferred|playbook|internal|\blevels?\b|approv/i)
    })
  },
)

test('what a reason or a comment says to them tells neither our levels nor what our side fears', () => {
  for (const { id, toThem, why, evidence } of library.flowDowns.values()) {
    expect(toThem, id).toMatch(/^\p{Lu}.*\.$/u)
    expect(toThem, id).not.toBe(why)
    const said = [toThem, ...(evidence?.contrary ?? []).map(({ because }) => because)].join(' ')
    expect(said, id).not.toMatch(
      /fallback|walk.away|preferred|playbook|\blevels?\b|lowest|rivals|goodwill|only the vendor/i,
    )
    expect(toThem, id).not.toMatch(/\b(?:client|vendor|outage|find out|found first|see it)\b/i)
  }
})

const oneSided: Sections = [
  ...bare,
  [
    'Liability',
    [
      'Cap. Each party’s liability under this Agreement is limited to the fees paid in the twelve months before the claim.',
      'Indemnity by Client. The Client shall indemnify the Supplier against every claim of a model licensor.',
    ],
  ],
  [
    'Data',
    [
      '“Client Data” means what the Client uploads to the Services, but does not include prompts and completions.',
      'Training. The Supplier shall not use Client Data to train any model.',
      'Client Data. The Supplier keeps Client Data secret, and returns Client Data at the end.',
    ],
  ],
]

test('a general cap stays, and ours stands beside it; what stays beside ours gives way in a term, not in a comment', async () => {
  const { accepted, bytes, plan } = await marked(oneSided, { only: new Set(['liability', 'no-training']) })
  const words = lines(accepted).join('\n')
  expect(words).toContain('limited to the fees paid in the twelve months')
  expect(words).toMatch(
    /Where the rest of this Agreement says otherwise on a subject of the Llama Part, the Llama Part applies\./,
  )
  expect(words).toMatch(/“Llama Part” means Sections? /)
  expect(comments(bytes)).not.toMatch(/\b[Oo]ur client\b|we found nothing/)
  expect(plan.clauses.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)).join('\n')).not.toMatch(
    /\ban Llama|provisions on [\p{L} ]+ (?:provides|says|gives|applies)\b|Sections? the provisions/u,
  )
})

test('what is taken out leaves no ruin: no definition goes, nothing leans on what went, no heading stands over nothing', async () => {
  const { accepted } = await marked([
    ...bare,
    [
      'Data use',
      [
        'Training of models. The Supplier may train its models on Client Data. However, Client Data is aggregated first.',
        '“Training” means that the Supplier may use Client Data to train models.',
        'Improvement. The Supplier may use Client Data to train models. The Supplier may use prompts to train models.',
      ],
    ],
  ])
  const words = lines(accepted)
  expect(words.some((one) => /^(?:\d[\d.]*\s*)?(?:Training of models\.\s*)?However/.test(one))).toBe(false)
  expect(words.join('\n')).toContain('“Training” means')
  expect(words.filter((one) => /Improvement\.\s*$/.test(one))).toEqual([])
})

test('their term for the data is not taken over where it leaves out what ours is about', async () => {
  const { plan, agreement } = await marked(oneSided)
  const training = plan.clauses.find(({ flowDown }) => flowDown === 'no-training')!
  const said = training.paragraphs.map(({ text }) => text).join(' ')
  expect(said).toContain('Customer Data')
  expect(said).not.toContain('Client Data')
  expect(clausesOf(agreement).some(({ text }) => /“Customer Data” means/.test(text))).toBe(true)
})

const weak: Sections = [
  ...bare,
  [
    'Incidents and data',
    [
      'Incidents. The Supplier shall notify the Client within ninety-six (96) hours after it has confirmed an Incident, with what it knows of its nature, extent and remedy, and follows up as it learns more. Each party cures what lies on its side. “Incident” means a breach of the license of a model or of its use policy, or unauthorized access to data.',
      'Training. The Supplier may use Client Data to train its models.',
      'Backups. The Supplier makes backups every night.',
    ],
  ],
]

test('a number is changed alone where a number is all that is wrong', async () => {
  const { bytes, plan, again, theirs } = await marked(weak, {
    level: 'fallback',
    only: new Set(['incidents']),
  })
  expect(plan.proposals.get('incidents')).toMatchObject({
    kind: 'number',
    numbers: [{ section: '4.1', from: 'ninety-six (96) hours', to: 'seventy-two (72) hours' }],
  })
  expect(plan.clauses).toEqual([])
  expect(lines(resolveWord(bytes, { as: 'accept' })).join('\n')).toBe(
    lines(theirs).join('\n').replace('ninety-six (96)', 'seventy-two (72)'),
  )
  expect(again.rows.find(({ flowDown }) => flowDown === 'incidents')?.verdict).toBe('fallback')
})

test('a clause that runs against ours gives way to ours, under its own number', async () => {
  const { plan, accepted, again } = await marked(weak, { level: 'fallback', only: new Set(['no-training']) })
  expect(plan.proposals.get('no-training')).toMatchObject({ kind: 'insertion', place: '4.2, in its place' })
  expect(lines(accepted).join('\n')).not.toContain('to train its models')
  expect(isMet(again.rows.find(({ flowDown }) => flowDown === 'no-training')!.verdict)).toBe(true)
  expect(lines(accepted).some((line) => line.startsWith('4.3 Backups.'))).toBe(true)
})

test('where a heading of theirs is a paragraph of its own, only ours is set as one', async () => {
  const run = (text: string) => new Paragraph(text)
  const title = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 })
  const document = new Document({
    sections: [
      {
        children: [
          run(
            'This agreement is between Tidewater Software, Inc. (“Supplier”) and Harrow Insurance Company (“Client”).',
          ),
          title('1. Fees'),
          run('1.1 The Client pays invoices within thirty (30) days.'),
          title('2. Warranties'),
          run('Output may be wrong, and the Client tells its end users that the service uses a machine.'),
          title('3. General'),
          run('3.1 This agreement is under the law of New York.'),
        ],
      },
    ],
  })
  const theirs = new Uint8Array(await Packer.toBuffer(document))
  const matter = matterOf('saas')
  const review = reviewOf({ name: 'their.docx', agreement: read(theirs), matter, library })
  const by = { author: 'Harrow', date: '2026-11-29' }
  const { bytes } = markWord(theirs, { review, matter, library, templates }, by)
  const headings = openForEdits(resolveWord(bytes, { as: 'accept' })).paragraphs.filter(
    ({ properties }) => properties.style === 'Heading2',
  )
  expect(headings.map(wordsOfParagraph)).toEqual([
    '1. Fees',
    '2. Warranties',
    '2A. What End Users are told',
    '3. General',
    '4. Llama Part',
  ])
})

test('with comments alone no word of theirs changes, and none of ours comes in', async () => {
  const { bytes, accepted, theirs, plan } = await marked(weak, { commentOnly: true })
  expect(lines(accepted)).toEqual(lines(theirs))
  expect([...plan.proposals.values()].map(({ kind }) => kind)).not.toContain('insertion')
  expect(comments(bytes)).toContain('We ask for these words.')
})

test('what meets the level is left as it is', async () => {
  const first = await marked(bare, { level: 'fallback' })
  const review = first.again
  const by = { author: 'Harrow', date: '2026-11-29' }
  const { matter } = first
  const { plan } = markWord(first.accepted, { review, matter, library, templates, level: 'walk_away' }, by)
  const met = review.rows.filter(({ verdict }) => isMet(verdict)).map(({ flowDown }) => flowDown)
  expect(met.length).toBeGreaterThan(15)
  expect(met.filter((id) => plan.proposals.get(id)?.kind !== 'nothing')).toEqual([])
})

test('where a paper leaves without a limit what our clause limits, ours comes as a comment', async () => {
  const liability = async (words: string) => {
    const { plan } = await marked([...bare, ['Liability', [`Liability. ${words}`]]], {
      only: new Set(['liability']),
    })
    return plan.proposals.get('liability')?.kind
  }
  const cap = 'The liability of either party is limited to three times the fees of a year'
  expect(await liability(`${cap}.`)).toBe('insertion')
  expect(await liability(`${cap}. This does not limit what is owed for a breach of Section 2.`)).toBe(
    'comment',
  )
  expect(await liability(`${cap}. Nothing here limits what is owed under Section 2.`)).toBe('comment')
  expect(await liability(`Except for its obligations under Section 2 and its indemnity, ${cap}.`)).toBe(
    'comment',
  )
})
