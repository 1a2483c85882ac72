import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { amendmentsIn } from '../../../src/draft/edited/amendments.ts'
import {
  checkEdited,
  documentOf,
  draft,
  draftInputs,
  draftToMarkdown,
  loadTemplates,
} from '../../../src/draft/index.ts'
import { loadLibrary } from '../../../src/library/index.ts'
import { readMatter } from '../../../src/matter/index.ts'
import { givenFile, openTexts } from '../../../src/texts/index.ts'
import { documentFile } from '../../../src/word/documents.ts'

const library = await loadLibrary()
const templates = await loadTemplates()
const store = openTexts(library.licenses)
const folder = process.env.CLAUSEBOOK_TEXTS
if (!folder) console.info('CLAUSEBOOK_TEXTS is not set: no edited letter is read with its licenses')

/** A paper as Clausebook drafts it, in Markdown and in Word. */
async function drafted(id: string, example: string) {
  const matter = readMatter(readFileSync(`examples/${example}.yaml`, 'utf8'), example)
  const inputs = await draftInputs(documentOf(id), matter, library, store, templates)
  const made = draft(id, { templates, library, matter, ...inputs, options: { allowBlanks: true } })
  const word = await documentFile(made, 'docx')
  return { markdown: draftToMarkdown(made), word: word as Uint8Array }
}

const opened = (name: string, content: string | Uint8Array) =>
  givenFile(name, typeof content === 'string' ? new TextEncoder().encode(content) : content, store, {})

async function told(...papers: [string, string | Uint8Array][]) {
  const given = await Promise.all(papers.map(([name, content]) => opened(name, content)))
  return checkEdited(given, [], store)
}

describe.runIf(folder)('a letter that somebody has edited', () => {
  let letter: Awaited<ReturnType<typeof drafted>>
  beforeAll(async () => {
    letter = await drafted('side-letter', 'internal-pilot')
  })

  test('fits together before, in Markdown and in Word, and is read with the license as it amends it', async () => {
    for (const [name, content] of [
      ['letter.md', letter.markdown],
      ['letter.docx', letter.word],
    ] as const) {
      const { messages, read, unread } = await told([name, content])
      expect({ messages, read, unread }).toEqual({ messages: [], read: ['llama-3.1', name], unread: [] })
    }
  })

  const own = 'The Company shall notify Meta promptly of any claim by a third party'
  for (const [what, words, rule, place] of [
    ['a law of its own', 'The law of Portugal governs this letter.', 'law-and-courts', '4.2'],
    [
      'a section that its license does not have',
      'It follows Section 9.b of the License.',
      'reference',
      '4.2',
    ],
    [
      'a time that its own amendments have otherwise',
      'A breach is cured if it is put right within a week.',
      'two-measures',
      '4.2',
    ],
    [
      'a limit undone',
      'No ceiling protects the Company for what it owes under Section 5.c.',
      'against-client',
      '4.2',
    ],
  ] as const)
    test(`is told of ${what}, at its paragraph`, async () => {
      expect(letter.markdown).toContain(own)
      const { messages } = await told(['letter.md', letter.markdown.replace(own, `${words} ${own}`)])
      expect(messages).toMatchObject([{ rule, paper: 'letter.md', place: expect.stringContaining(place) }])
    })

  test('is told of an amendment whose words the license does not have', async () => {
    const changed = letter.markdown.replace(
      'the words “Sections 3, 4 and 7”',
      'the words “Sections 3, 5 and 9”',
    )
    expect(changed).not.toBe(letter.markdown)
    const { messages } = await told(['letter.md', changed])
    expect(messages).toMatchObject([
      { rule: 'amendment', reason: expect.stringContaining('Sections 3, 5 and 9') },
    ])
  })

  test('is told of what an amendment that was edited says against the rest', async () => {
    const changed = letter.markdown.replace(
      'have not cured the breach within 30 days',
      'have not cured the breach within 5 days',
    )
    expect(changed).not.toBe(letter.markdown)
    const { messages } = await told([
      'letter.md',
      changed.replace(own, `Whoever is in breach has a month to put the breach right. ${own}`),
    ])
    expect(messages).toMatchObject([
      { rule: 'two-measures', reason: expect.stringMatching(/a month|5 days/) },
    ])
  })

  test('has its license for paper of ours only where it was changed', async () => {
    const { source } = (await store.read('llama-3.1'))!
    expect((await told(['license.md', source])).messages).toEqual([])
    const { messages } = await told([
      'license.md',
      source.replace('the State of California', 'the Kingdom of Spain'),
    ])
    expect(messages).toMatchObject([{ paper: 'llama-3.1', rule: 'law-and-courts' }])
  })
})

test('an addendum fits together as it is drafted, and a section that it names and does not have is told', async () => {
  const { markdown, word } = await drafted('vendor-addendum', 'vendor-saas')
  expect((await told(['addendum.docx', word])).messages).toEqual([])
  const { messages } = await told([
    'addendum.md',
    markdown.replace(/Section\s22\.3 provides/, 'Section 92.3 provides'),
  ])
  expect(messages).toMatchObject([{ rule: 'reference', reason: expect.stringContaining('92.3') }])
})

test('an amendment is read in every form in which a letter has it, and what stands behind it is not part of it', () => {
  const words: [string, object][] = [
    [
      'A new Section 8 is added after Section 7: “Notices. By post.”',
      { operation: 'add', after: 'Section 7' },
    ],
    ['Section 1.c is deleted.', { operation: 'delete', name: 'Section 1.c' }],
    ['Section 7 is replaced by the following: “Law. That of Peru.”', { operation: 'replace' }],
    [
      'In Section 2, the words from “if” to “then” are deleted.',
      { operation: 'delete', from: 'if', until: 'then' },
    ],
    [
      'In Section 2, the word “may” is replaced by “shall”.',
      { operation: 'replace', from: 'may', words: 'shall' },
    ],
    [
      'In Section 5.c, the following is inserted before “If you”: “No more.”',
      { side: 'before', from: 'If you' },
    ],
    [
      'In the definition of “Meta”, the words “or we” are inserted after “Meta”.',
      { operation: 'insert', side: 'after' },
    ],
  ]
  for (const [text, expected] of words)
    expect(amendmentsIn(`Section. ${text} It holds.`)).toMatchObject({
      amendments: [expected],
      rest: 'Section. It holds.',
    })
})
