import { describe, expect, test } from 'vitest'
import { askedOfVendors } from '../../src/draft/index.ts'
import { loadLibrary, resolveModel } from '../../src/library/index.ts'
import { fieldOf, readMatter } from '../../src/matter/index.ts'
import {
  answerOf,
  answersIn,
  answersInParts,
  answersInYaml,
  factsFromAnswers,
  nearestFact,
} from '../../src/matter/written.ts'

const answer = (path: string, words: string) => answerOf(fieldOf(path)!, words)

describe('an answer as people write it', () => {
  test.each([
    ['vendor.sees_prompts', 'Yes.', 'yes'],
    ['vendor.sees_prompts', 'yes, since May', 'yes'],
    ['vendor.sees_prompts', 'No', 'no'],
    ['vendor.sees_prompts', 'None of us', 'None of us'],
    ['vendor.sees_prompts', 'do not know', 'unknown'],
    ['vendor.kind', 'SaaS', 'saas'],
    ['vendor.kind', 'on premises delivery', 'on-premises-delivery'],
    ['vendor.kind', 'banana', 'banana'],
    ['vendor.licensed', 'TRUE', 'yes'],
    ['vendor.moderation', 'partially', 'partly'],
    ['vendor.models', 'Llama 3.3; Llama 2', ['Llama 3.3', 'Llama 2']],
    ['vendor.models', '- Llama 3.3\n- Llama 2', ['Llama 3.3', 'Llama 2']],
    ['vendor.subcontractors', 'none', []],
    ['vendor.subcontractors', 'Northwind Cloud, Inc.', ['Northwind Cloud, Inc.']],
    ['vendor.retention_days', '30 days', 30],
    ['reach.planned_users', '1,200,000', 1_200_000],
    ['vendor.principal_place_of_business', 'Germany', 'DE'],
    ['vendor.principal_place_of_business', 'the United States', 'US'],
    ['vendor.principal_place_of_business', 'United Kingdom', 'GB'],
    ['agreement.date', 'March 1, 2024', '2024-03-01'],
    ['agreement.date', '1 March 2024', '2024-03-01'],
    ['agreement.date', '03/04/2024', '03/04/2024'],
    ['vendor.name', '  ', undefined],
  ])('%s: %s', (path, words, value) => {
    expect(answer(path, words)).toEqual(value)
  })
})

test('the nearest fact of a mistyped or spoken name', () => {
  expect(
    ['vendor.nmae', 'Vendor name', 'sees_prompts', 'agreement.titel', 'zzzzzzzz'].map(nearestFact),
  ).toEqual(['vendor.name', 'vendor.name', 'vendor.sees_prompts', 'agreement.title', undefined])
})

describe('a questionnaire', () => {
  const source =
    '# Keep this remark\nmatter: Harrow\nvendor:\n  name: Tidewater # as in the register\n  licensed: unknown\n'

  test('is read by its ids, wherever the rows have gone', () => {
    const markdown =
      '| Id | Q | A |\n| --- | --- | --- |\n| **vendor.kind** | What? | saas |\n| note | x | y |\n\nvendor.licensed: yes\n'
    expect(answersIn(markdown)).toEqual({
      answers: [
        // A remark in a row of its own may be about any question of the table.
        { fact: 'vendor.kind', words: 'saas', beside: 'note | x | y' },
        { fact: 'vendor.licensed', words: 'yes' },
      ],
      loose: ['note | x | y'],
    })
    expect(answersInYaml('vendor:\n  models: [Llama 2, Llama 3]\nvendor.kind: saas\n', 'a.yaml')).toEqual([
      { fact: 'vendor.models', words: 'Llama 2\nLlama 3' },
      { fact: 'vendor.kind', words: 'saas' },
    ])
  })

  test('goes into the matter beside what is there, remarks included', () => {
    const { yaml, taken, wrong } = factsFromAnswers(
      [
        { fact: 'vendor.licensed', words: 'Yes' },
        { fact: 'vendor.models', words: 'Llama 3.3' },
        { fact: 'vendor.name', words: 'unknown' },
      ],
      source,
      'harrow.yaml',
      askedOfVendors(),
    )
    expect(wrong).toEqual([])
    expect(taken).toEqual(['vendor.licensed', 'vendor.models', 'vendor.name'])
    expect(yaml).toContain('# Keep this remark')
    expect(yaml).toContain('name: Tidewater # as in the register')
    expect(readMatter(yaml, 'harrow.yaml').vendor).toEqual({
      name: 'Tidewater',
      licensed: 'yes',
      models: ['Llama 3.3'],
    })
  })

  test('sets no fact but its own, and tells each answer that is none', () => {
    const { yaml, taken, wrong } = factsFromAnswers(
      [
        { fact: 'client.name', words: 'Tidewater' },
        { fact: 'negotiation.positions', words: 'off' },
        { fact: 'vendor.kind', words: 'banana' },
        { fact: 'vendor.sees_prompts', words: 'yes' },
        { fact: 'vendor.sees_prompts', words: 'no' },
      ],
      source,
      'harrow.yaml',
      askedOfVendors(),
    )
    // Of two answers that differ neither is taken.
    expect(taken).toEqual([])
    expect(wrong.map(({ fact }) => fact)).toEqual([
      'client.name',
      'negotiation.positions',
      'vendor.kind',
      'vendor.sees_prompts',
    ])
    expect(yaml).not.toContain('banana')
  })
})

/** Answers that a person has to read: none of them may become a fact. */
describe('nothing is read that was not said', () => {
  const unread: [path: string, words: string][] = [
    ...[
      'yes, except for support staff', 'No, but our parent company does', 'yes / no', 'yes/no', 'Yes and no', '☒', '☐', 'x', '✓',
      '☒ Yes ☒ No', '☐ Yes ☐ No', '☒ partly', 'Yes, in the EU only', 'No (see annex 2)', 'no idea', 'n/a', 'N.A.', 'Yes, we do not',
      'yes unless the customer opts out', 'Not yet', 'Never', 'Of course', 'Yes if asked', 'no longer',
    ].map((words): [string, string] => ['vendor.trains_on_customer_data', words]), // biome-ignore format: many
    ...[
      'partly, for EU customers',
      'mostly',
      'yes, partly',
      '☒ partly ☐ no',
      'no, except for prompts',
      'planned',
    ].map((words): [string, string] => ['vendor.moderation', words]),
    ...[
      '6 months', '2 weeks', '30 business days', 'up to 30', 'about 30 days', '30-60', '30 to 60 days', 'a month', '1.200', 'forever',
      '30 days, longer where the law asks', '1 year', 'No cap', 'thirty', '<30', '30 hours', '0.5',
    ].map((words): [string, string] => ['vendor.retention_days', words]), // biome-ignore format: many
    ...[
      'None in the EU',
      'no subcontractors except Northwind',
      'see annex',
      'Same as last year',
      'n/a',
      '-',
      'Northwind; none',
      'will follow',
      'It depends',
    ].map((words): [string, string] => ['vendor.subcontractors', words]),
    ...[
      'No cap',
      'No, but our parent company is insured',
      'yes, except for AI',
      'see attached certificate',
      'as discussed',
      'TBD by legal',
      'to be confirmed later',
      'no idea',
      'confidential',
    ].map((words): [string, string] => ['vendor.insurance', words]),
    ...['Germany and France', 'EU', 'European Union', 'see above', 'Europe'].map(
      (words): [string, string] => ['vendor.principal_place_of_business', words],
    ),
    ...['SaaS and reseller', 'we host', 'managed-api / saas', 'other'].map((words): [string, string] => [
      'vendor.kind',
      words,
    ]),
  ]

  test.each(unread)('%s: %s', (fact, words) => {
    const { taken, wrong, yaml } = factsFromAnswers(
      [{ fact, words }],
      'matter: A\n',
      'a.yaml',
      askedOfVendors(),
    )
    const value = readMatter(yaml, 'a.yaml').vendor?.[fact.split('.')[1] as 'kind']
    // What says that nobody knows leaves the fact open as well.
    expect(value ?? 'unknown').toBe('unknown')
    if (value === undefined) expect({ taken, words: wrong[0]?.words }).toEqual({ taken: [], words })
  })

  test.each([
    ['vendor.sees_prompts', 'Yes, we do.', true],
    ['vendor.sees_prompts', 'No, we don’t', false],
    ['vendor.sees_prompts', '☐ Yes ☒ No', false],
    ['vendor.sees_prompts', 'yes, since 3 May 2024', true],
    ['vendor.retention_days', '30 Days.', 30],
    ['vendor.retention_days', '1.234.567', 1_234_567],
    ['vendor.insurance', 'None.', 'None.'],
    ['vendor.address', 'No. 7 Quay Street, Bristol', 'No. 7 Quay Street, Bristol'],
    ['vendor.display_at', 'Notices page of the app', 'Notices page of the app'],
  ])('%s: %s is read', (fact, words, value) => {
    const { wrong, yaml } = factsFromAnswers([{ fact, words }], 'matter: A\n', 'a.yaml', askedOfVendors())
    expect(wrong).toEqual([])
    expect(readMatter(yaml, 'a.yaml').vendor?.[fact.split('.')[1] as 'kind']).toEqual(value)
  })

  test('words in another column, and under a table, are told with their question', () => {
    const printed = {
      questions: new Map([
        ['vendor.kind', 'What does it do?'],
        ['vendor.form', 'What form has it?'],
      ]),
      own: new Set(['Data']),
      end: 'That is all.',
    }
    const rows = [
      ['Id', 'Question', 'Answer'],
      ['vendor.kind', 'What does it do? It depends on the day', 'saas'],
      ['vendor.form a partnership', 'What form has it?', ''],
      ['', 'We sell lamps too', ''],
    ]
    const parts = ['A form', rows, 'Data', 'Save that we never keep any.', 'That is all.', 'Signed']
    expect(answersInParts(parts, printed)).toEqual({
      answers: [
        {
          fact: 'vendor.kind',
          words: 'saas',
          beside: 'It depends on the day | We sell lamps too | Save that we never keep any.',
        },
        { fact: 'vendor.form', words: '', beside: 'a partnership' },
      ],
      loose: ['| We sell lamps too |', 'Save that we never keep any.'],
    })
    const { answers } = answersInParts(parts, printed)
    const { taken, wrong, asked, answered } = factsFromAnswers(
      answers,
      'matter: A\n',
      'a.yaml',
      askedOfVendors(),
    )
    expect({ taken, asked, answered, wrong: wrong.map(({ fact, words }) => [fact, words]) }).toEqual({
      taken: [],
      asked: 2,
      answered: 2,
      wrong: [
        ['vendor.kind', 'saas It depends on the day | We sell lamps too | Save that we never keep any.'],
        ['vendor.form', 'a partnership'],
      ],
    })
  })
})

describe('a remark of a form', () => {
  const printed = {
    questions: new Map([
      ['vendor.licensed', 'Is it licensed?'],
      ['vendor.sees_prompts', 'Does it see prompts?'],
    ]),
    own: new Set(['Data']),
    end: 'The answers are complete and correct to the best of the vendor’s knowledge, and it will say when they change.',
    after: 'What the licenses say',
  }
  const rows = [
    ['No.', 'Question', 'Answer'],
    ['8', 'Is it licensed?', 'Yes'],
    ['16', 'Does it see prompts?', 'No'],
  ]
  const open = (...more: Parameters<typeof answersInParts>[0]) => {
    const { answers, loose } = answersInParts(['A form', rows, ...more], printed)
    return { open: answers.flatMap(({ fact, beside }) => (beside === undefined ? [] : [fact])), loose }
  }

  test.each([
    ['Note to 8: not for Llama 4', ['vendor.licensed']],
    ['Q16: metadata only', ['vendor.sees_prompts']],
    ['Answers 8 and 16 are those of our parent.', ['vendor.licensed', 'vendor.sees_prompts']],
    ['Not for Llama 4', ['vendor.licensed', 'vendor.sees_prompts']],
    ['From 8 days on', ['vendor.licensed', 'vendor.sees_prompts']],
  ])('keeps open what it is about: %s', (words, facts) => {
    expect(open(words, printed.end)).toEqual({ open: facts, loose: [words] })
    // In a row of its own, too.
    const [[head, ...asked], said] = [rows, ['', words, '']]
    const { answers } = answersInParts([[head!, ...asked, said]], printed)
    expect(answers.filter(({ beside }) => beside !== undefined).map(({ fact }) => fact)).toEqual(facts)
  })

  test('behind the questions is told where it names one', () => {
    expect(
      open(
        printed.end,
        'By:',
        'Note to 8: not for Llama 4',
        'What the licenses say',
        'A license, section 8.',
      ),
    ).toEqual({
      open: ['vendor.licensed'],
      loose: ['Note to 8: not for Llama 4'],
    })
  })

  test('that changes the closing sentence is told alone', () => {
    const edited = printed.end.replace('are complete', 'are NOT complete')
    expect(open(edited, 'By:', '\nWhat the licenses say', 'A license, section 8. All of it.')).toEqual({
      open: [],
      loose: [edited],
    })
    expect(open('\nWhat the licenses say', 'A license, section 8. All of it.')).toEqual({
      open: [],
      loose: [],
    })
  })

  test('in Markdown: what is struck is not said, and what hangs on an answer keeps it open', () => {
    const form = (said: string) =>
      answersIn(
        `| No. | Question | Answer |\n| --- | --- | --- |\n| 8 | Is it licensed? | ${said} |\n\n[^1]: not for Llama 4\n`,
        printed,
      )
    expect(
      ['~~Yes~~ No', '~~Yes~~', 'Yes[^1]', 'Yes <!-- save Llama 4 -->'].map(
        (said) => form(said).answers[0]!.words,
      ),
    ).toEqual(['No', '~~Yes~~', 'Yes[^1]', 'Yes <!-- save Llama 4 -->'])
  })
})

describe('whose answers they are', () => {
  const two = 'matter: A\nvendors:\n  - name: Tidewater Software, Inc.\n  - name: Rival GmbH\n'
  const said = (name: string) => [
    { fact: 'vendor.name', words: name },
    { fact: 'vendor.licensed', words: 'Yes' },
  ]
  const into = (source: string, name: string, vendor?: string, accept?: true) =>
    factsFromAnswers(said(name), source, 'a.yaml', askedOfVendors(), vendor, undefined, { accept })

  test('another vendor’s form stops, with the way out', () => {
    expect(() => into(two, 'Tidewater Software, Inc.', 'Rival GmbH')).toThrow(
      /--vendor "Tidewater Software, Inc\."/,
    )
    expect(() => into(two, 'Tidewater Software, Inc.', 'Rival GmbH', true)).toThrow(/nothing is taken/)
    expect(() => into('matter: A\nvendor: { name: Pike Ltd. }\n', 'Quay Ltd.')).toThrow(/--accept/)
  })

  test('a new name is taken with --accept, a dot is no other name, and the list is known by it', () => {
    expect(
      readMatter(into('matter: A\nvendor: { name: Pike Ltd. }\n', 'Quay Ltd.', undefined, true).yaml, 'a')
        .vendor,
    ).toEqual({
      name: 'Quay Ltd.',
      licensed: 'yes',
    })
    expect(into('matter: A\nvendor: { name: Pike Ltd. }\n', 'Pike Ltd').taken).toContain('vendor.licensed')
    expect(readMatter(into(two, 'RIVAL GmbH').yaml, 'a').vendors).toMatchObject([
      {},
      { name: 'Rival GmbH', licensed: 'yes' },
    ])
  })
})

/** More answers of the same kinds, as they come back from vendors. */
describe('fifty more answers that nobody gave', () => {
  const unread: [fact: string, words: string[]][] = [
    [
      'vendor.trains_on_customer_data',
      [
        'Yes – but only opted-in tenants', 'No. Except feedback', 'Yes, mostly', 'no?', 'probably not', 'We believe not', 'ja', 'Y/N',
        '☑ Yes ☑ No', '☒ Yes ☐ No ☒ Unknown', '☒ sometimes ☐ never', 'Yes (pilot only)', 'No, at present', 'Depends on the plan',
        '[x] yes', 'Yes\nbut not for support', 'sometimes',
      ],
    ],
    ['vendor.licensed', ['Yes, for Llama 3.3 only', 'in process', 'our cloud provider has', 'Meta said so', 'yes & no']],
    [
      'vendor.retention_days',
      [
        '30 days or less', '12 months', '1 week', '90d', 'ninety days', '30 (logs: 365)', 'until deletion', 'no retention', 'max. 30', '3O',
        '30 days after termination', 'as long as needed', '14 to 30', '-30', '30,5', '1e2',
      ],
    ],
    ['vendor.models', ['Llama', 'our own model', 'Llama 9', 'GPT-4', 'the newest Llama']],
    ['vendor.insurance', ['Yes, but not for AI', 'no cap, see policy', 'to be provided', 'N/A', 'ask our broker']],
    ['vendor.subcontractors', ['none, except our host', 'see https://pike.example/subs', 'tbd', 'No one yet, but planned']],
    ['vendor.principal_place_of_business', ['Dublin', 'EEA', 'US and UK', 'various']],
  ] // biome-ignore format: many
  const rows = unread.flatMap(([fact, list]) => list.map((words): [string, string] => [fact, words]))

  test('there are fifty', () => {
    expect(rows.length).toBeGreaterThanOrEqual(50)
  })

  test.each(rows)('%s: %s', async (fact, words) => {
    const library = await loadLibrary()
    const nobodyKnows = (path: string, value: unknown) =>
      path === 'vendor.models' && (value as string[]).some((name) => !resolveModel(name, library).known)
        ? 'no such model'
        : undefined
    const { taken, wrong } = factsFromAnswers(
      [{ fact, words }],
      'matter: A\n',
      'a.yaml',
      askedOfVendors(),
      undefined,
      nobodyKnows,
    )
    expect({ taken, wrong: wrong.map((one) => one.words) }).toEqual({ taken: [], wrong: [words] })
  })

  test('a row is known by its question, and what a place shows until it is filled is no answer', () => {
    const printed = {
      questions: new Map([
        ['vendor.form', 'What form has it?'],
        ['vendor.models', 'Which models?'],
        ['vendor.sees_prompts', 'Does it see prompts?'],
      ]),
      about: { by: 'Who answers?', on: 'When?' },
      placeholders: new Set(['Write here.', 'Choose a model.', '☐ Yes ☐ No ☐ Unknown']),
      own: new Set<string>(),
      end: 'That is all.',
    }
    const rows = [
      ['No.', 'Question', 'Answer'],
      ['4', 'What form has it?', 'Write here.'],
      ['9', 'Which models?', 'Llama 3.3\nChoose a model.\nChoose an item.'],
      ['2', 'Does it see prompts?', '☐ Yes ☐ No   ☒ Unknown'],
      ['3', 'Who answers?', 'Dana Roe'],
    ]
    const form = answersInParts([rows], printed)
    expect(form).toEqual({
      answers: [
        { fact: 'vendor.form', words: '' },
        { fact: 'vendor.models', words: 'Llama 3.3' },
        { fact: 'vendor.sees_prompts', words: '☐ Yes ☐ No   ☒ Unknown' },
      ],
      loose: [],
      by: 'Dana Roe',
    })
    const { taken, yaml } = factsFromAnswers(form.answers, 'matter: A\n', 'a.yaml', askedOfVendors())
    expect({ taken, vendor: readMatter(yaml, 'a.yaml').vendor }).toEqual({
      taken: ['vendor.models', 'vendor.sees_prompts'],
      vendor: { models: ['Llama 3.3'], sees_prompts: 'unknown' },
    })
  })
})
