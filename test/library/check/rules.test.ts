import { describe, expect, test } from 'vitest'
import { allTexts, checkSmallLibrary, type Fault } from './small-library.ts'

test('a library in which nothing is wrong has no problems', async () => {
  expect((await checkSmallLibrary()).told).toEqual([])
})

const thirtyWords =
  'You may use, copy and change the Works for any lawful purpose, and you may use them at home, at school, on the road and in every other place where you are allowed'

const claim = `entries:
  - id: growth
    at: { heading: Summary, words: on growth }
    claim: Growth matters.
    verdict: contradicted
    decided_by:
      - { licenses: [alpha-1], document: agreement, section: "2" }
    topics: [threshold]
    statement: Growth does not matter.
`

const table = `tables:
  - id: clauses
    title: Clauses
    note: Rebuilt.
    columns: [Clause, Says, Means]
    rows:
      - heading: Users
        cells:
          - { text: A number., cites: [] }
`

describe('each fault is told with its file, line and column, its rule and what to do', () => {
  const grant = 'licenses/alpha-1/grant.md'
  test.each<[fault: string, faults: Fault, says: RegExp]>([
    [
      'a key missing',
      { [grant]: [/modality: grant\n/, ''] },
      /^licenses\/alpha-1\/grant\.md:2:1 schema modality: /,
    ],
    [
      'a key unknown',
      { [grant]: ['who:', 'whose: me\nwho:'] },
      /^licenses\/alpha-1\/grant\.md:11:\d+ schema .*whose/,
    ],
    ['a wrong value', { [grant]: ['who: licensee', 'who: nobody'] }, /grant\.md:11:6 schema who: /],
    [
      'a section without quotation marks',
      { [grant]: ['"1.a"', '1'] },
      /grant\.md:5:12 schema sections\.0: a section is written in quotation marks/,
    ],
    ['no YAML', { [grant]: ['who: licensee', 'who: "licensee'] }, /grant\.md:\d+:\d+ yaml /],
    ['no front matter', { [grant]: 'Only words.\n' }, /grant\.md:1:1 front-matter /],
    [
      'a quote over 25 words',
      { [grant]: ['for any lawful purpose\n', `${thirtyWords}\n`] },
      /grant\.md:8:11 schema quotes\.0\.text: a quote has at most 25 words/,
    ],
    [
      'a quote that is not in its section',
      { [grant]: ['text: for any lawful', 'text: for every lawful'] },
      /grant\.md:8:11 quotes alpha-1\/grant: section 1\.a does not have the words “for every lawful purpose”/,
    ],
    [
      'a quote that is there twice',
      { [grant]: ['text: for any lawful purpose', 'text: and'] },
      /grant\.md:8:11 quotes alpha-1\/grant: section 1\.a has “and” 4 times: quote more/,
    ],
    [
      'a quote that cuts a word',
      { [grant]: ['text: for any lawful purpose', 'text: any lawful purp'] },
      /quotes alpha-1\/grant: section 1\.a does not have/,
    ],
    [
      'a quote of a section that is not there',
      { [grant]: ['- section: "1.a"', '- section: "1.c"'] },
      /grant\.md:7:14 quotes alpha-1\/grant: there is no section 1\.c/,
    ],
    [
      'a section that is not there',
      { [grant]: ['["1.a","1"]', '["1.a","1","7"]'] },
      /grant\.md:5:\d+ sections alpha-1\/grant: there is no section 7/,
    ],
    [
      'a clause that is cited by another number than the one printed',
      { 'licenses/alpha-1/citations.yaml': 'agreement:\n  "1.b": "2"\n' },
      /alpha-1\/citations\.yaml:1:1 citations 1\.b of the agreement is cited as 2, and its text prints 1\.b/,
    ],
    [
      'a clause whose place is shown for want of a citation',
      { 'licenses/alpha-2/citations.yaml': null },
      /alpha-2\/citations\.yaml:1:1 citations recital\.1 of the agreement is cited as Recital “Alpha 2 .*March 1/,
    ],
    [
      'a citation of a clause that is not there',
      { 'licenses/alpha-2/citations.yaml': ['agreement:', 'agreement:\n  "7.a": 7(a)'] },
      /alpha-2\/citations\.yaml:1:1 citations the agreement has no clause 7\.a/,
    ],
    [
      'a restatement that cites what is not there',
      { 'licenses/alpha-1/copies.md': ['section 1.b', 'sections 1.b and 9.z'] },
      /copies\.md:15:1 sections alpha-1\/copies: it cites section 9\.z/,
    ],
    [
      'a clause that no topic takes',
      { 'licenses/alpha-1/copies.md': ['["1.b"]', '["1.a"]'] },
      /alpha-1\/license\.yaml:1:1 coverage no topic takes 1\.b of the agreement \(“Copies/,
    ],
    [
      'a clause of a use policy that no topic takes',
      { 'licenses/alpha-1/computers.md': ['["2","2.1","2.2"]', '["2","2.1"]'] },
      /licenses\/alpha-1\/license\.yaml:1:1 coverage no topic takes 2\.2 of the use-policy \(“Spread no programs/,
    ],
    [
      'a recital that no topic takes',
      { 'licenses/alpha-1/policy.md': ['["recital.1","title"]', '["recital.1"]'] },
      /coverage no topic takes title of the use-policy/,
    ],
    [
      'quotation marks around other words',
      { [grant]: ['“for any lawful purpose”', '“for all good purposes”'] },
      /grant\.md:15:1 wording alpha-1\/grant: “for all good purposes” stands in quotation marks but not in the text/,
    ],
    [
      'thirty words of a text in a row',
      { [grant]: ['The licensee may', `${thirtyWords}. The licensee may`] },
      /grant\.md:15:1 wording 30 words or more in a row as in the agreement of alpha-/,
    ],
    [
      'an unknown topic of a term',
      {
        'licenses/alpha-1/grants.md':
          '---\ntopic: grants\nlicense: alpha-1\ndocument: agreement\nsections: ["1.a"]\nquotes: []\nfacts: {}\nmodality: grant\nwho: licensee\nimpact: {}\ncontrols: []\n---\nWords.\n',
      },
      /licenses\/alpha-1\/grants\.md:2:8 ids there is no topic grants in topics\.yaml/,
    ],
    [
      'a topic and a file name that differ',
      { [grant]: ['topic: grant', 'topic: copies'] },
      /grant\.md:2:8 term-topic topic is copies, but the file is named grant/,
    ],
    [
      'a license and a folder that differ',
      { [grant]: ['license: alpha-1', 'license: alpha-2'] },
      /grant\.md:3:10 term-license license is alpha-2, but the file is in the folder of alpha-1/,
    ],
    [
      'a topic of the other text',
      { [grant]: ['document: agreement', 'document: use-policy'] },
      /grant\.md:4:11 ids document is use-policy, but grant is a topic of the agreement/,
    ],
    [
      'a topic without an answer',
      { 'licenses/alpha-1/copies.md': null },
      /alpha-1\/license\.yaml:1:1 answers alpha-1 has no answer to copies: write copies\.md, or its silence/,
    ],
    [
      'an answer and a silence',
      { 'licenses/alpha-1/absent.yaml': 'grant: Nothing is granted.\n' },
      /absent\.yaml:1:8 term-twice alpha-1 cannot be silent on grant and have grant\.md/,
    ],
    [
      'a fact of another kind',
      { 'licenses/alpha-1/threshold.md': ['users: 100', 'users: many'] },
      /threshold\.md:10:10 facts facts\.users: /,
    ],
    [
      'a fact too many',
      { [grant]: ['facts: {}', 'facts: { users: 100 }'] },
      /grant\.md:9:\d+ facts facts\.users is no fact of this topic/,
    ],
    [
      'a fact too few',
      { 'licenses/alpha-1/threshold.md': ['facts:\n  users: 100', 'facts: {}'] },
      /threshold\.md:9:\d+ facts facts\.users: /,
    ],
    [
      'a slot without a value',
      {
        'licenses/alpha-1/threshold.md': [
          'Above the number on the {{version}}',
          'Above the number on the {{day}}',
        ],
      },
      /threshold\.md:\d+:\d+ slots restatement: alpha-[12] has no slot named day/,
    ],
    [
      'a file that nothing reads',
      { 'licenses/alpha-1/notes.txt': 'Mine.\n' },
      /licenses\/alpha-1\/notes\.txt:1:1 dead-files nothing reads this file/,
    ],
    [
      'a file of facts for no topic',
      { 'facts.yaml': ['threshold:', 'thresholds:'] },
      /facts\.yaml:1:1 ids there is no topic thresholds in topics\.yaml/,
    ],
    [
      'a model under no license',
      { 'models.yaml': ['license: alpha-1', 'license: alpha-9'] },
      /models\.yaml:2:\d+ ids there is no license alpha-9/,
    ],
    [
      'a wrong date',
      { 'licenses/alpha-1/license.yaml': ['released: 2024-03-01', 'released: 2024-03-02'] },
      /alpha-1\/license\.yaml:5:1 dates the text gives Version Release Date: 2024-03-01, and license\.yaml Version Release Date: 2024-03-02/,
    ],
    [
      'a wrong title',
      { 'licenses/alpha-1/license.yaml': [/title: Alpha 1 Use Policy/, 'title: Alpha 1 Policy'] },
      /license\.yaml:\d+:\d+ dates the use-policy is titled “Alpha 1 Use Policy” and not “Alpha 1 Policy”/,
    ],
    [
      'an id that is not the folder’s',
      { 'licenses/alpha-1/license.yaml': ['id: alpha-1', 'id: alpha-3'] },
      /license\.yaml.* license-id /,
    ],
    [
      'an edit whose words are not there',
      { 'positions/counting.md': ['insert_after: one hundred users', 'insert_after: two hundred users'] },
      /positions\/counting\.md:15:\d+ anchors preferred under alpha-1: section 2 has “two hundred users” 0 times/,
    ],
    [
      'an edit whose words are there twice',
      { 'positions/counting.md': ['insert_after: one hundred users', 'insert_after: you'] },
      /anchors preferred under alpha-1: section 2 has “you” 2 times, not once/,
    ],
    [
      'an edit of a section that is not there',
      { 'positions/counting.md': ['- section: "2"', '- section: "8"'] },
      /anchors preferred under alpha-1: there is no section 8/,
    ],
    [
      'an edit without an operation',
      { 'positions/counting.md': ['insert_after: one hundred users', 'after: one hundred users'] },
      /counting\.md:\d+:\d+ schema positions\.preferred\.edits\.0: an edit has a section and one of/,
    ],
    [
      'a position without its preferred level',
      { 'positions/counting.md': ['preferred:', 'fallback:'] },
      /counting\.md:\d+:\d+ schema positions\.preferred: /,
    ],
    [
      'a position that needs one that is not there',
      { 'positions/counting.md': ['hurts:', 'needs: [{ position: counted, reason: it counts. }]\nhurts:'] },
      /positions\/counting\.md:\d+:\d+ relations needs has counted, and there is no other position of that name/,
    ],
    [
      'a position that is preferred to one that it can stand beside',
      { 'positions/counting.md': ['hurts:', 'prefer: [counted]\nhurts:'] },
      /relations counting is preferred to counted, and neither excludes the other/,
    ],
    [
      'a row of pairs that tells no pair',
      {
        'position-pairs.yaml': `terms: []\npairs:\n  - { between: [counting], is: compatible, because: One stands alone. }\n`,
      },
      /position-pairs\.yaml:3:\d+ relations a row of position-pairs\.yaml tells no pair/,
    ],
    [
      'a position that passes over a license',
      // Alpha 2 extends Alpha 1 and would inherit it.
      { 'positions/counting.md': ['[alpha-1, alpha-2]', '[alpha-2]'] },
      /positions\/counting\.md:\d+:\d+ positions alpha-1 is neither in applies_to nor in moot/,
    ],
    [
      'a level that changes no words and decides nothing',
      {
        'positions/counting.md': [
          '    ask: Count less.',
          '    ask: Count less.\n    edits_for: { alpha-1: [] }',
        ],
      },
      /positions\/counting\.md:\d+:\d+ levels preferred changes no words under alpha-1/,
    ],
    [
      'a decision that is told to the other side',
      { 'positions/counting.md': ['ask: Count less.', 'ask: "Decision: count less."'] },
      /positions\/counting\.md:\d+:\d+ levels preferred changes words under alpha-1/,
    ],
    [
      'a position on no topic',
      { 'positions/counting.md': ['topic: threshold', 'topic: thresholds'] },
      /positions\/counting\.md:4:\d+ ids there is no topic thresholds/,
    ],
    [
      'a position with another id than its file',
      { 'positions/counting.md': ['id: counting', 'id: count'] },
      /counting\.md:2:5 id id is count, but the file is named counting/,
    ],
    [
      'a slot in an edit that a license does not fill',
      { 'positions/counting.md': ['of the Works"', 'of {{work}}"'] },
      /positions\/counting\.md:\d+:\d+ slots alpha-1 has no slot named work/,
    ],
    [
      'a flow-down level that is none',
      { 'flow-downs/copy.md': ['## preferred', '## best'] },
      /flow-downs\/copy\.md:11:1 levels ## best is no level/,
    ],
    [
      'a flow-down on no topic',
      { 'flow-downs/copy.md': ['topic: copies', 'topic: copying'] },
      /flow-downs\/copy\.md:4:\d+ ids there is no topic copying/,
    ],
    [
      'a risk with a position that is not there',
      { 'risks/large.md': ['positions: [counting]', 'positions: [counts]'] },
      /risks\/large\.md:\d+:\d+ ids there is no position counts in positions\//,
    ],
    [
      'a risk with a flow-down that is not there',
      { 'risks/large.md': ['[copy]', '[copies]'] },
      /risks\/large\.md:\d+:\d+ ids there is no flow-down copies in flow-downs\//,
    ],
    [
      'a risk on no topic',
      { 'risks/large.md': ['topics: [threshold]', 'topics: [thresholds]'] },
      /risks\/large\.md:\d+:\d+ ids there is no topic thresholds/,
    ],
    [
      'a risk that cites a section of no license',
      { 'risks/large.md': ['section: "2"', 'section: "8"'] },
      /risks\/large\.md:\d+:\d+ sections cites: no license has a section 8/,
    ],
    [
      'a correction of no claim',
      { [grant]: ['controls: []', 'controls: []\ncorrects: [claim]'] },
      /grant\.md:14:\d+ advisory there is no advisory entry claim/,
    ],
    [
      'something left to do',
      { [grant]: ['The licensee may', 'TODO: say who. The licensee may'] },
      /grant\.md:15:1 unfinished TODO: say who\./,
    ],
    [
      'a level without an edit',
      { 'positions/counting.md': [/ {4}edits:[\s\S]*of the Works"\n/, ''] },
      /positions\/counting\.md:\d+:\d+ levels /,
    ],
    [
      'a claim decided by a section that is not there',
      { 'advisory.yaml': claim.replace('section: "2"', 'section: "8"') },
      /advisory\.yaml:2:\d+ advisory-sections growth: alpha-1 has no section 8/,
    ],
    [
      'a claim on a topic that is not there',
      { 'advisory.yaml': claim.replace('topics: [threshold]', 'topics: [growth-of-users]') },
      /advisory\.yaml:\d+:\d+ advisory growth: there is no topic growth-of-users/,
    ],
    [
      'a claim of a license that is not there',
      { 'advisory.yaml': claim.replace('licenses: [alpha-1]', 'licenses: [alpha-7]') },
      /advisory\.yaml:\d+:\d+ advisory growth: there is no license alpha-7/,
    ],
    [
      'a table row with a cell too few',
      { 'tables.yaml': table },
      /tables\.yaml:\d+:\d+ advisory table clauses: the row “Users” has 2 cells under 3 columns/,
    ],
  ])('%s', async (_fault, faults, says) => {
    const { told } = await checkSmallLibrary(faults)
    expect(told.join('\n')).toMatch(new RegExp(says.source, 'm'))
  })
})

test('a text that is not the pinned one is told', async () => {
  const { told } = await checkSmallLibrary({}, { matches: 'neither' })
  expect(told).toContainEqual(
    expect.stringMatching(
      /alpha-1\/license\.yaml:12:\d+ dates the agreement that is here is not the pinned one/,
    ),
  )
})

test('the shape of quotation marks, line breaks and hyphen breaks do not count in a quote', async () => {
  const quote: Fault = {
    'licenses/alpha-1/grant.md': [
      'text: for any lawful purpose',
      'text: on the road and in every other place',
    ],
  }
  expect((await checkSmallLibrary(quote)).told).toEqual([])
})

describe('without the texts', () => {
  test('every rule that needs none still runs, and the others are named with what they would prove', async () => {
    const faults: Fault = {
      'licenses/alpha-1/copies.md': null,
      'licenses/alpha-1/grant.md': ['text: for any lawful', 'text: for every lawful'],
    }
    const { told, result } = await checkSmallLibrary(faults, { without: allTexts })
    expect(told.filter((line) => line.includes(' answers '))).toHaveLength(2)
    expect(told.filter((line) => line.includes(' quotes '))).toEqual([])
    expect(result.skipped.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['sections', 'quotes', 'coverage', 'wording', 'anchors', 'dates']),
    )
    expect(result.skipped.map(({ rule }) => rule)).not.toContain('answers')
    for (const { proves, without } of result.skipped) {
      expect(proves).not.toBe('')
      expect(without).toEqual(['alpha-1', 'alpha-1/use-policy', 'alpha-2', 'alpha-2/use-policy'])
    }
  })

  test('of one license, what the others prove is still checked, and a heir is checked against its own text', async () => {
    const faults: Fault = { 'licenses/alpha-1/grant.md': ['text: for any lawful', 'text: for every lawful'] }
    const { told, result } = await checkSmallLibrary(faults, { without: ['alpha-1'] })
    expect(told.filter((line) => line.includes(' quotes '))).toEqual([
      expect.stringContaining('alpha-2/grant (inherited from alpha-1): section 1.a does not have'),
    ])
    expect(result.skipped[0]?.without).toEqual(['alpha-1'])
  })
})
