import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Library } from '../../library/index.ts'
import {
  type EditOptions,
  editWord,
  openForEdits,
  resolveWord,
  type WordEdit,
  wordsOfParagraph,
} from '../../markup/index.ts'
import { parseYaml, validate } from '../../yaml.ts'
import { exampleFolder, sampleNamed } from '../samples.ts'
import type { DealTask } from './deal.ts'
import { draftFile } from './draft.ts'

/** What a made-up vendor does to what we sent, as `examples/papers/tidewater-return.yaml` has it. */
const returnSchema = z.strictObject({
  author: z.string(),
  date: z.iso.date(),
  changes: z.array(
    z.strictObject({
      find: z.string().describe('Words that stand once in what was sent.'),
      replace: z.string().exactOptional(),
      comment: z.string().exactOptional(),
      silent: z.literal(true).exactOptional().describe('Changed without a mark.'),
    }),
  ),
})

type Change = z.infer<typeof returnSchema>['changes'][number]

/** A deal to look at: the addendum of a matter of `examples/` as it is sent, and as its vendor might return it. */
export async function sampleDeal(library: Library, { folder }: { folder: string }): Promise<DealTask> {
  const { yaml: matter } = sampleNamed('vendor-saas')
  const drafting = { document: 'vendor-addendum', matter, final: false, forCounterparty: true, folder }
  const { content } = await draftFile(library, drafting, 'docx')
  const sent = content as Uint8Array
  const file = 'tidewater-return.yaml'
  const read = validate(
    parseYaml(await readFile(join(exampleFolder(), 'papers', file), 'utf8'), file),
    returnSchema,
  )
  if (!('data' in read)) throw read.problems[0]!
  const { author, date, changes } = read.data
  const options = { author, date: `${date}T10:00:00Z` }
  const silently = edited(
    sent,
    changes.filter(({ silent }) => silent),
    options,
  )
  const returned = edited(
    resolveWord(silently, { as: 'accept' }),
    changes.filter(({ silent }) => !silent),
    options,
  )
  return {
    matter,
    vendor: '',
    folder,
    turns: [
      {
        sent: { file: 'llama-addendum.docx', bytes: sent },
        returned: { file: 'llama-addendum-tidewater.docx', bytes: returned },
      },
    ],
  }
}

function edited(bytes: Uint8Array, changes: readonly Change[], options: EditOptions): Uint8Array {
  const word = openForEdits(bytes)
  const edits = changes.map(({ find, replace, comment }): WordEdit => {
    const paragraph = word.paragraphs.find((one) => wordsOfParagraph(one).includes(find))
    if (!paragraph) throw new Error(`the addendum of the sample does not have the words “${find}”`)
    const start = wordsOfParagraph(paragraph).indexOf(find)
    const at = { paragraph, start, end: start + find.length }
    const remark = comment === undefined ? {} : { remark: [comment] }
    return replace === undefined
      ? { kind: 'remark', at, remark: [comment ?? ''] }
      : { kind: 'words', at, text: replace, ...remark }
  })
  return editWord(word, edits, options)
}
