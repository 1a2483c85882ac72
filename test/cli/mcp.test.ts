import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/sdk/client/index.js'
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clausebook, program } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'clausebook-mcp-'))
const [open, shut] = [join(folder, 'open'), join(folder, 'shut')]
for (const one of [open, shut]) mkdirSync(one)
writeFileSync(join(open, 'agreed.md'), '1. Fee. The fee is US$100.\n')
writeFileSync(join(open, 'sign.md'), '1. Fee. The fee is US$900.\n')
writeFileSync(join(shut, 'secret.md'), '1. Secret. Nobody reads it.\n')
symlinkSync(join(shut, 'secret.md'), join(open, 'link.md'))
symlinkSync(shut, join(open, 'door'))
writeFileSync(
  join(open, 'terms.md'),
  '# Terms\n\n1. Training. Tidewater may use Client Data to train its models.\n\n2. Incidents. Tidewater tells the Client of an incident within 90 days.\n',
)

const examples = 'examples'
const client = new Client({ name: 'test', version: '1' })
const noFiles = new Client({ name: 'test', version: '1' })
const server = (folders: string[]) =>
  new StdioClientTransport({
    command: process.execPath,
    args: [program, 'mcp', ...folders.flatMap((one) => ['--folder', one])],
    env: { PATH: process.env.PATH ?? '', CLAUSEBOOK_TEXTS: process.env.CLAUSEBOOK_TEXTS ?? '' },
    stderr: 'ignore',
  })

beforeAll(async () => {
  await client.connect(server([open, examples]))
  await noFiles.connect(server([]))
})
afterAll(async () => {
  await client.close()
  await noFiles.close()
  rmSync(folder, { recursive: true })
})

type Answer = { structuredContent?: Record<string, unknown>; isError?: boolean; content: { text: string }[] }
const call = async (name: string, given: Record<string, unknown>, who = client) =>
  (await who.callTool({ name, arguments: given })) as unknown as Answer
const answerOf = async <T>(name: string, given: Record<string, unknown>) => {
  const { structuredContent, isError, content } = await call(name, given)
  expect(isError, content[0]?.text).toBeUndefined()
  return structuredContent as T
}
const refusal = async (name: string, given: Record<string, unknown>, who = client) => {
  const { isError, content } = await call(name, given, who)
  expect(isError).toBe(true)
  return content[0]!.text
}

describe('clausebook mcp', () => {
  it('lists its tools, each with the types of what it takes and gives', async () => {
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).toEqual([
      'search',
      'compare',
      'assess',
      'review',
      'gate',
      'round_status',
      'round_history',
      'round_add',
      'round_answer',
      'redline',
      'draft',
    ])
    for (const { inputSchema, outputSchema, description, annotations } of tools) {
      expect(Object.keys(inputSchema.properties ?? {}).length).toBeGreaterThan(0)
      expect(Object.keys(outputSchema?.properties ?? {}).length).toBeGreaterThan(0)
      expect(description).toMatch(/\.$/)
      expect(annotations?.destructiveHint).toBe(false)
    }
  })

  it('finds what the licenses say on a question, with its section', async () => {
    const { found } = await answerOf<{ found: { license: string; topic: string; sections: string[] }[] }>(
      'search',
      { words: 'May outputs be used to train other models?', license: 'llama-2' },
    )
    expect(found[0]).toMatchObject({ license: 'llama-2', topic: 'model-improvement', sections: ['1.b.v'] })
  })

  it('compares licenses: what changes, on each side with its section', async () => {
    const { changes, topics } = await answerOf<{
      changes: unknown[]
      topics: { id: string; left?: unknown; right?: unknown }[]
    }>('compare', { left: 'llama-3', right: 'llama-3.1' })
    expect(changes.length).toBeGreaterThan(0)
    expect(topics.find(({ id }) => id === 'model-improvement')).toMatchObject({
      left: { silent: false, sections: ['1.b.v'] },
      right: { silent: true, sections: [] },
    })
  })

  it('says whether a file is what was agreed', async () => {
    expect(await answerOf('gate', { agreed: 'agreed.md', to_sign: 'sign.md' })).toMatchObject({
      verdict: 'different',
      findings: [{ kind: 'words', agreed: '100', toSign: '900' }],
    })
  })

  it('assesses a matter, each reason with the section that decides', async () => {
    const { answers } = await answerOf<{
      answers: { path: string; reasons: { citations: { section: string }[] }[] }[]
    }>('assess', { matter: 'acme.yaml' })
    expect(answers.length).toBeGreaterThan(0)
    for (const { reasons } of answers)
      for (const { citations } of reasons) expect(citations[0]?.section).toMatch(/\S/)
  })

  it('reviews a paper, with the words that decide', async () => {
    const { rows } = await answerOf<{ rows: { flowDown: string; verdict: string; sections: string[] }[] }>(
      'review',
      { paper: 'terms.md', matter: 'vendor-saas.yaml' },
    )
    expect(rows.find(({ flowDown }) => flowDown === 'no-training')).toMatchObject({
      verdict: 'contrary',
      sections: ['1'],
    })
  })

  it('writes a draft and a redline where nothing was, and tells what it left blank', async () => {
    const drafted = await answerOf<{ file: string }>('draft', {
      document: 'vendor-addendum',
      matter: 'vendor-saas.yaml',
      allow_blanks: true,
      output: 'rider.docx',
    })
    // Where the folder stands on the machine is nothing to an assistant.
    expect(drafted.file).toBe('rider.docx')
    expect(existsSync(join(open, drafted.file))).toBe(true)
    const again = { document: 'vendor-addendum', matter: 'vendor-saas.yaml', output: 'rider.docx' }
    expect(await refusal('draft', again)).toContain('is there already')
    if (!process.env.CLAUSEBOOK_TEXTS) return
    const redlined = await answerOf<{ amendments: { section: string; proposed: string }[] }>('redline', {
      license: 'llama-3.1',
      positions: ['survival'],
      output: 'redline.docx',
    })
    expect(redlined.amendments[0]).toMatchObject({ section: '6' })
    expect(existsSync(join(open, 'redline.docx'))).toBe(true)
  })

  it('tells where a deal stands', async () => {
    const addendum = join(open, 'addendum.docx')
    const draft = ['draft', 'vendor-addendum', 'examples/vendor-saas.yaml', '--allow-blanks']
    clausebook([...draft, '--for-counterparty', '--output', addendum])
    const { status, stderr } = clausebook([
      'round',
      'open',
      join(open, 'deal'),
      addendum,
      '--matter',
      'examples/vendor-saas.yaml',
    ])
    expect({ status, stderr }).toMatchObject({ status: 0 })
    const { points, rounds } = await answerOf<{ points: object[]; rounds: object[] }>('round_status', {
      deal: 'deal',
    })
    expect(rounds).toMatchObject([{ round: 1 }])
    expect(points).toContainEqual(
      expect.objectContaining({
        id: 'no-training',
        asked: 'preferred',
        turns: [expect.objectContaining({ round: 1 })],
      }),
    )
    // What came back is what was sent: all of it is accepted, and the answer is the next round.
    const sent = join(open, 'deal', '1-sent.docx')
    const added = await answerOf<{ points: { state: string }[] }>('round_add', {
      deal: 'deal',
      returned: sent,
      by: 'Pat Lee',
    })
    expect(new Set(added.points.map(({ state }) => state))).toEqual(new Set(['agreed']))
    expect(await refusal('round_add', { deal: 'deal', returned: join(shut, 'secret.md') })).toContain(
      'is not open to assistants',
    )
    const history = await answerOf<{ points: { id: string; rounds: object[] }[] }>('round_history', {
      deal: 'deal',
      point: 'no-training',
    })
    expect(history.points).toMatchObject([
      {
        id: 'no-training',
        rounds: [{ round: 1, section: expect.stringMatching(/\d/), outcome: 'accepted' }],
      },
    ])
    expect(await refusal('round_history', { deal: 'deal', point: 'poem' })).toContain(
      'there is no point poem',
    )
    const answered = await answerOf<{ file: string; rounds: object[] }>('round_answer', {
      deal: 'deal',
      output: 'ours-2.docx',
    })
    expect(answered.rounds).toHaveLength(2)
    expect(existsSync(join(open, answered.file))).toBe(true)
    expect(JSON.stringify(answered)).not.toContain(folder)
    expect(await refusal('round_answer', { deal: 'deal', output: '../ours-3.docx' })).toContain(
      'is not open to assistants',
    )
    rmSync(join(open, 'deal', 'deal.key'))
    const keyless = await refusal('round_status', { deal: 'deal' })
    expect(keyless).toContain('deal.key')
    expect(keyless).not.toContain(folder)
    // A deal may name a matter anywhere; what is outside is not read by way of it.
    const record = join(open, 'deal', 'deal.yaml')
    writeFileSync(
      record,
      readFileSync(record, 'utf8').replace(/^matter: .*$/m, 'matter: ../../shut/secret.md'),
    )
    expect(await refusal('round_status', { deal: 'deal' })).toContain('is not open to assistants')
    expect(await refusal('round_status', { deal: join(shut) })).toContain('is not open to assistants')
    expect(await refusal('round_status', { deal: 'agreed.md' })).toContain('is no folder')
  })

  it.each([
    ['a file beside the folders', join(shut, 'secret.md')],
    ['a way up', '../shut/secret.md'],
    ['a link to a file', 'link.md'],
    ['a link to a folder', 'door/secret.md'],
    ['a file of the system', '/etc/passwd'],
  ])('reads and writes no %s', async (_, path) => {
    expect(await refusal('gate', { agreed: 'agreed.md', to_sign: path })).toContain(
      'is not open to assistants',
    )
    const output = path.replace(/(?:\.md)?$/, '-new.docx')
    if (path === 'link.md') return
    expect(
      await refusal('draft', { document: 'vendor-addendum', matter: 'vendor-saas.yaml', output }),
    ).toContain('is not open to assistants')
  })

  it('has no files where no folder was named, and takes no option for one', async () => {
    expect(await refusal('assess', { matter: 'examples/acme.yaml' }, noFiles)).toContain(
      'no folder was named',
    )
    expect(await refusal('compare', { left: '--output=x', right: 'llama-2' })).toContain('is not there')
    expect(
      await refusal('redline', { license: '--into', positions: ['survival'], output: 'r.docx' }),
    ).toMatch(/--into/)
  })

  it('tells what a person can mend in one line, and goes on', async () => {
    expect(await refusal('assess', { matter: 'agreed.md' })).toMatch(/^[^\n]+$/)
    expect(await refusal('search', { words: 'threshold', license: 'llama-9' })).toContain(
      'there is no license',
    )
    expect(await refusal('search', { words: 5 })).toContain('words')
    expect(await refusal('draft', { document: 'poem', matter: 'a', output: 'a.docx' })).toContain('document')
    expect((await client.listTools()).tools).toHaveLength(11)
  })
})
