import type { Store } from '../../src/store/index.ts'

/** Begins a job of four rows: one drafted, one of which there is no draft, and a part that failed for good. */
export async function beginsJob({ jobs }: Store): Promise<string> {
  async function* parts() {
    for (const first of [2, 4])
      yield [first, first + 1].map((line) => ({ place: `<b>.csv:${line}`, facts: { vendor: { name: 'A' } } }))
  }
  const asked = { what: 'draft', title: 'vendor-addendum for <b>.csv', task: {}, by: 'lee' }
  const { id } = await jobs.begin(asked, parts())
  const failed = { failed: true, said: { problem: 'vendor.kind: expected one of saas' } }
  const drafted = { failed: false, said: { input: '0' }, content: new Uint8Array([1]) }
  await (await jobs.next('here 1'))!.done([drafted, failed])
  for (let part = await jobs.next('here 1'); part; part = await jobs.next('here 1'))
    await part.failed('no texts')
  return id
}
