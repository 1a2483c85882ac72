import { createHash } from 'node:crypto'
import type { Store } from '../../src/store/index.ts'

/** Begins a job of four rows: one drafted, which waits for an approval, one of which there is no draft, and a part that failed for good. */
export async function beginsJob({ jobs }: Store): Promise<string> {
  async function* parts() {
    for (const first of [2, 4])
      yield {
        things: [first, first + 1].map((line) => ({
          place: `<b>.csv:${line}`,
          facts: { vendor: { name: 'A' } },
        })),
      }
  }
  const task = { document: 'vendor-addendum', format: 'docx', draft: {}, settings: '', own: [] }
  const asked = { what: 'draft', title: 'vendor-addendum for <b>.csv', task, by: 'lee' }
  const { id } = await jobs.begin(asked, parts())
  const failed = { failed: true, said: { problem: 'vendor.kind: expected one of saas' } }
  const content = new Uint8Array([1])
  const sha256 = createHash('sha256').update(content).digest('hex')
  const approvals = [
    {
      clause: 'incidents',
      title: 'Incidents',
      approver: 'Security officer',
      what: 'is left out by decision',
    },
  ]
  const none = { clausesIn: [], clausesOut: [], blanks: [], risk: '', open: 0, messages: [], notes: [] }
  const said = { input: '0', outcome: { sha256, ...none, approvals } }
  const drafted = { failed: false, said, waits: true as const, content }
  await (await jobs.next('here 1'))!.done([drafted, failed])
  for (let part = await jobs.next('here 1'); part; part = await jobs.next('here 1'))
    await part.failed('no texts')
  return id
}

/** Begins a review of two papers, of which one could not be read. */
export async function beginsReview({ jobs }: Store): Promise<string> {
  async function* parts() {
    for (const place of ['terms/a long name of a paper that somebody sent.docx', 'terms/broken.docx'])
      yield { things: [{ place }] }
  }
  const { id } = await jobs.begin(
    { what: 'review', title: 'review of 2 papers', task: {}, by: 'lee' },
    parts(),
  )
  const because = 'Words on it were found, and a person reads whether they are enough.'
  const common = { asked: 'preferred', sections: ['2.1'], because, words: ['at its option'] }
  const points = [
    { ...common, point: 'Incidents', verdict: 'unclear', confidence: 'none' },
    { ...common, point: 'Audit', verdict: 'preferred', confidence: 'high' },
  ]
  const against = [{ section: '3', says: 'Llama 4', because: 'It names Llama 4 Scout.' }]
  const outcome = { paper: 'vendor', vendor: 'Foxglove', against, points, unread: [], sha256: '' }
  await (await jobs.next('here'))!.done([{ failed: false, said: { outcome }, content: new Uint8Array([1]) }])
  await (await jobs.next('here'))!.done([{ failed: true, said: { problem: 'is no Word file' } }])
  return id
}

/** Begins a watch that has come to something. */
export async function beginsWatch({ jobs }: Store): Promise<string> {
  async function* parts() {
    yield { things: [{ place: '2026-11-30 07:00' }] }
  }
  const asked = { what: 'watch', title: 'watch of all texts, every 1d', task: {}, by: 'lee' }
  const { id } = await jobs.begin(asked, parts())
  const told = [{ title: 'Llama 3.1 has changed', lines: ['Vendors touched: Foxglove Data Ltd.'] }]
  const said = { verdict: '1 text changed: Llama 3.1.', told, json: '{}', rss: '<rss/>' }
  await (await jobs.next('here'))!.done([{ failed: false, said, content: new Uint8Array([1]) }])
  return id
}
