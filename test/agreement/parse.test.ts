import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import {
  agreementParser,
  clauseAt,
  clausesOf,
  parseAgreement,
  separateAgreements,
} from '../../src/agreement/index.ts'

const WRAPPED = `                      LANTERN SOFTWARE AGREEMENT

Issued on: 3 May 2021

"Keeper" means the person who looks after the lantern and who is named in
the order that both of us have signed.

By lighting the lantern you accept these terms and the duties that come
with them, for yourself and for the company that you work for today.

1. Use of the Lantern.

    a. Light. You may light the lantern anywhere, on a non-exclusive, non-
transferable basis, and for as long as the oil that we have delivered lasts.

        i. You may not (A) sell the lantern; or (B) lend it to a person who
is not a keeper.

        ii. You return it clean.

    b. Oil. We deliver oil each month.

2. NO WARRANTY. THE LANTERN IS PROVIDED AS IT IS, AND NOBODY PROMISES THAT
IT WILL BURN.
`

describe('a hard-wrapped text', () => {
  const agreement = parseAgreement(WRAPPED)
  const at = (path: string) => clauseAt(agreement, path)!

  test('has a path for every clause, and a name for what has no number', () => {
    expect(clausesOf(agreement).map(({ path }) => path)).toEqual([
      'title', 'recital.1', 'definition.keeper', 'recital.2', '1', '1.a', '1.a.i', '1.a.ii', '1.b', '2',
    ]) // biome-ignore format: the paths in a row
  })

  test('joins what the margin broke, and keeps a word’s hyphen', () => {
    expect(at('1.a').text).toContain('a non-exclusive, non-transferable basis')
  })

  test('tells headings from the words after them', () => {
    expect(at('1').heading).toBe('Use of the Lantern')
    expect(at('1.a').heading).toBe('Light')
    expect(at('2').heading).toBe('NO WARRANTY')
    expect(at('1.a.ii').heading).toBeUndefined()
  })

  test('finds the items inside a sentence', () => {
    const { text, items } = at('1.a.i')
    expect(items.map(({ path }) => path)).toEqual(['1.a.i.A', '1.a.i.B'])
    expect(text.slice(items[1]!.start, items[1]!.end)).toBe('(B) lend it to a person who is not a keeper.')
  })

  test('names a definition by its term', () => {
    expect(at('definition.keeper').terms).toEqual(['Keeper'])
  })

  test('knows line and column', () => {
    expect(at('1.a.ii').position.start).toEqual({ line: 19, column: 9 })
  })
})

describe('numbers', () => {
  const paths = (source: string) =>
    clausesOf(parseAgreement(source, { format: 'markdown' }))
      .filter(({ kind }) => kind === 'section' || kind === 'item')
      .map(({ path, label, ordinal }) => `${path} ${label} ${ordinal}`)

  test('that skip one keep what is printed', () => {
    expect(paths('1. First.\n\n3. Third.\n')).toEqual(['1 1. 1', '3 3. 2'])
  })

  test('that begin anew at every list stay under their list', () => {
    expect(paths('1. We:\n    1. One\n    2. Two\n2. You:\n    3. Three\n    4. Four\n')).toEqual([
      '1 1. 1', '1.1 1. 1.1', '1.2 2. 1.2', '2 2. 2', '2.3 3. 2.1', '2.4 4. 2.2',
    ]) // biome-ignore format: the paths in a row
  })

  test('that go backwards give way to places', () => {
    expect(paths('2. Second.\n\n1. First.\n')).toEqual(['1 2. 1', '2 1. 2'])
  })

  test('with a chapter before the point', () => {
    expect(paths('1. Chapter.\n\n1.1 First.\n\n1.2 Second.\n\n2. Next.\n\n2.1 Third.\n')).toEqual([
      '1 1. 1', '1.1 1.1 1.1', '1.2 1.2 1.2', '2 2. 2', '2.1 2.1 2.1',
    ]) // biome-ignore format: the paths in a row
  })

  test('escaped and in bold are numbers', () => {
    expect(paths('1\\. One.\n\n2**. Two**. More.\n')).toEqual(['1 1. 1', '2 2. 2'])
  })

  test('in a reference at the margin are no clause', () => {
    const source = `1. The keeper reads this with the duties under Section\n5. of the plan that we both know.\n`
    expect(paths(source)).toEqual(['1 1. 1'])
  })
})

test('an agreement attached to another is told apart by its title', () => {
  const both = parseAgreement(
    '# Lantern Agreement\n\n1. Light.\n\n# Lantern Use Policy\n\n1. No smoke.\n2. No fire.\n',
  )
  expect(
    separateAgreements(both).map(({ title, children }) => [title, children.map(({ path }) => path)]),
  ).toEqual([
    ['Lantern Agreement', ['title', '1']],
    ['Lantern Use Policy', ['title', '1', '2']],
  ])
})

test('HTML reads as the same clauses as Markdown', () => {
  const html = parseAgreement(
    '<h1>Lantern Agreement</h1><ol><li>Light.<ol type="a"><li>Oil</li></ol></li></ol>',
  )
  const markdown = parseAgreement('# Lantern Agreement\n\n1. Light.\n    a. Oil\n')
  const shape = (agreement: typeof html) => clausesOf(agreement).map(({ path, text }) => [path, text])
  expect(shape(html)).toEqual(shape(markdown))
})

test('the plugin parses for unified, by the file’s extension', () => {
  const tree = unified()
    .use(agreementParser)
    .parse({ value: '# Terms\n\n1. One.', path: 'terms.md' } as never)
  expect((tree as { type: string }).type).toBe('agreement')
})

describe('what stands right behind a marker', () => {
  const labels = (source: string) =>
    clausesOf(parseAgreement(source, { format: 'text' })).map(({ label, text }) => `${label}|${text}`)

  test('is no part of it, and letters count where the next one comes', () => {
    expect(labels('Terms:\n\nA.Use of the lamp.\n\nB.Return of the lamp.\n')).toEqual([
      '|Terms:',
      'A.|Use of the lamp.',
      'B.|Return of the lamp.',
    ])
    expect(labels('-Use the lamp.\n\n-Keep the lamp dry.\n')).toEqual([
      '•|Use the lamp.',
      '•|Keep the lamp dry.',
    ])
  })

  test('keeps it where it counts nothing', () => {
    expect(labels('J.Smith keeps the lamp.\n\n-End of the terms-\n')).toEqual([
      '|J.Smith keeps the lamp.',
      '|-End of the terms-',
    ])
  })
})

test('a sentence in capitals that says something is no heading of its next line', () => {
  const source =
    'THE LAMP IS LENT "AS IS," AND THE OWNERS MAKE\nNO PROMISE OF LIGHT, EXPRESS OR IMPLIED,\nOR OF ANY OTHER KIND.\n'
  expect(clausesOf(parseAgreement(source, { format: 'text' }))).toHaveLength(1)
})

test('a row of a table that is drawn in plain text is a line of its own', () => {
  const source = '1. Fees.\n| Item | Price |\n| Lamp | ten |\n| Oil | two |\n\n2. End of it.\n'
  expect(clausesOf(parseAgreement(source, { format: 'text' })).map(({ text }) => text)).toEqual([
    'Fees.',
    '| Item | Price |',
    '| Lamp | ten |',
    '| Oil | two |',
    'End of it.',
  ])
})
