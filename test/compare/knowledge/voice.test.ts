import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareTexts } from '../../../src/compare/index.ts'
import { selectTopics } from '../../../src/compare/knowledge.ts'
import { htmlReport, markdownReport, topicRows } from '../../../src/compare/report.ts'
import { packageRoot } from '../../../src/home.ts'
import { type Library, loadLibrary } from '../../../src/library/index.ts'

const texts = process.env.CLAUSEBOOK_TEXTS
const shared = join(packageRoot(), '..', 'shared')
const models = join(shared, 'model-licenses')
if (!texts) console.info('CLAUSEBOOK_TEXTS is not set: no unknown text is compared with the official ones')
if (!existsSync(models))
  console.info('../shared/model-licenses is not here: no license of another house is compared')

let library: Library
beforeAll(async () => {
  library = await loadLibrary()
})

const file = (id: string, source: string) => ({ id, known: false, source })
const official = (id: string) => ({
  id,
  known: true,
  source: readFileSync(join(texts!, id, 'license.txt'), 'utf8'),
})

/** Every sentence in which the library says what its terms mean: none may stand in a report on other texts. */
function voices(): string[] {
  const topics = [...library.topics.values()].map(({ why }) => why)
  const terms = [...library.terms.values()].flatMap((term) =>
    term.absent ? [term.follows] : [term.restatement, ...Object.values(term.impact)],
  )
  return [...new Set([...topics, ...terms])].filter((words) => words && words.length > 30)
}

describe('two texts that the library does not know', () => {
  const left =
    '# Terms\n\n1. Users. A separate license is needed above 700 million monthly active users.\n\n2. Law. The laws of Norway govern these terms.'
  const right = left.replace('700 million', '500 million')

  test('are told by their own words, with how sure the topic is', () => {
    const { comparison } = compareTexts(library, file('a.md', left), file('b.md', right))
    const rows = topicRows(comparison)
    expect(rows.map(({ title, status, facts }) => [title, status, facts])).toEqual([
      ['Monthly-user threshold', 'changed', ['700 → 500 million']],
    ])
    expect(rows[0]!.soWhat).toMatch(/^Recognised by its wording alone \(0\.\d\d of 1\): read .+\.$/)
    expect(rows[0]!.soWhat).not.toContain('the clauses')
  })

  test('have no topic that changed where all its clauses are identical', () => {
    const { comparison } = compareTexts(library, file('a.md', left), file('b.md', left))
    expect(topicRows(comparison)).toEqual([])
    const answered = comparison.knowledge!.topics.filter(({ pairs }) => pairs.length > 0)
    expect(answered.length).toBeGreaterThan(1)
    expect(answered.filter(({ status }) => status !== 'same')).toEqual([])
  })

  test('are asked for a topic that neither answers', () => {
    const { comparison } = compareTexts(library, file('a.md', left), file('b.md', right))
    expect(selectTopics(comparison, library, { topic: 'confidentiality' }).selection?.recognised).toBe(false)
    expect(selectTopics(comparison, library, { topic: 'governing-law' }).selection?.recognised).toBe(true)
  })

  test('are recognised where the words are plain', () => {
    const ending = (copies: string, city: string, may: string) =>
      `# Model Terms\n\n7. Effect of ending. When these Terms end you must at once erase ${copies} of the Model.\n\n8. Disputes. Any dispute is settled by arbitration in ${city}.\n\n9. Changes. We ${may} these Terms by posting a new version.`
    const { comparison } = compareTexts(
      library,
      file('a.md', ending('every copy', 'Seoul', 'may modify')),
      file('b.md', ending('one copy', 'Paris', 'may not modify')),
    )
    for (const topic of ['deletion', 'courts', 'amendment']) {
      const { selection, pairs } = selectTopics(comparison, library, { topic })
      expect([topic, selection?.recognised, pairs.map(({ status }) => status)]).toEqual([
        topic,
        true,
        ['changed'],
      ])
    }
  })
})

describe.runIf(texts)('a text that the library does not know, beside one of its own', () => {
  const falcon =
    '# Falcon House License\n\n1. Definitions\n\n“License” shall mean these terms for use and copying.\n\n2. Notices\n\nSee the License for what it permits and what it does not.\n\nEND OF TERMS AND CONDITIONS'

  test('has no topic of which it has no clause', () => {
    const { comparison, notes } = compareTexts(library, file('falcon.md', falcon), official('llama-3.1'))
    const told = topicRows(comparison).map(({ title }) => title)
    for (const title of ['Monthly-user threshold', 'Termination', 'Governing law', '“Built with” display'])
      expect(told).not.toContain(title)
    expect(notes.join('\n')).toMatch(
      /no clause of falcon\.md was recognised, which does not say that it has none: .*Monthly-user threshold/,
    )
  })

  test('answers no section by a line that ends it', () => {
    const { comparison } = compareTexts(library, file('falcon.md', falcon), official('llama-3.1'))
    const line = comparison.pairs.find(({ left }) => left?.text === 'END OF TERMS AND CONDITIONS')!
    expect(line.status).toBe('removed')
  })

  test('that is a text of the library under another name has the same topics, and none that changed', () => {
    const source = readFileSync(join(texts!, 'llama-3.1', 'license.txt'), 'utf8')
    const { comparison } = compareTexts(library, official('llama-3.1'), file('LICENSE.txt', source))
    const answered = comparison.knowledge!.topics.filter(({ left }) => left && !left.absent)
    expect(answered.length).toBeGreaterThan(30)
    expect(answered.filter(({ status, guess }) => status !== 'same' || guess).map(({ id }) => id)).toEqual([])
  })

  test
    .runIf(existsSync(models))
    .each(existsSync(models) ? readdirSync(models).filter((name) => name.endsWith('.txt')) : [])(
    '%s: no sentence of the library about what a Llama license means',
    (name) => {
      const source = readFileSync(join(models, name), 'utf8')
      const other = readdirSync(models).filter((one) => one.endsWith('.txt') && one !== name)[0]!
      for (const [left, right] of [
        [file(name, source), official('llama-3.1')],
        [official('llama-3.1'), file(name, source)],
        [file(name, source), file(other, readFileSync(join(models, other), 'utf8'))],
      ] as const) {
        const { comparison } = compareTexts(library, left, right)
        const report = markdownReport(comparison) + htmlReport(comparison)
        expect(voices().filter((words) => report.includes(words))).toEqual([])
        for (const { soWhat } of topicRows(comparison))
          expect(soWhat).toMatch(
            /^(?:Recognised by its wording alone|No topic of the library was recognised)/,
          )
      }
    },
  )
})
