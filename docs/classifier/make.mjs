// Measures how well the topics of agreements are told that the library does not know, prints it, and writes
// docs/classifier.md and what was learned (src/compare/knowledge/learned.ts): `npm run classifier`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundled, root } from '../bundled.mjs'

const {
  accuracyOf,
  bandsOf,
  houses,
  judge,
  judgedLicenses,
  judgedMissing,
  learnedFrom,
  loadLibrary,
  toldOf,
} = await bundled(
  `export { accuracyOf, houses } from './test/compare/knowledge/accuracy.ts'
  export { bandsOf, judge, judgedLicenses, judgedMissing, learnedFrom, toldOf } from './test/compare/knowledge/judged.ts'
  export { loadLibrary } from './src/library/index.ts'`,
  { define: { 'import.meta.dirname': JSON.stringify(root) } },
)
if (judgedMissing) {
  console.error(judgedMissing)
  process.exit(1)
}
const library = await loadLibrary()

const judged = judge(library, judgedLicenses('model-licenses'))
const others = judge(library, judgedLicenses('license-corpus'))
const learned = learnedFrom(judged)
const result = toldOf(judged)
// What was learned from the five is held against licenses that it was not learned from.
const elsewhere = toldOf(others, learned)

const percent = (part, whole) => (whole === 0 ? '—' : `${Math.round((100 * part) / whole)} %`)
const rightOf = (told) => told.filter(({ right }) => right).length
const table = (head, rows) =>
  [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n')
const sum = (rows) => ({
  told: rows.flatMap(({ told }) => told),
  wanted: rows.reduce((all, { wanted }) => all + wanted, 0),
  found: rows.reduce((all, { found }) => all + found, 0),
})
const line = (name, { told, wanted, found }) => [
  name,
  told.length,
  rightOf(told),
  percent(rightOf(told), told.length),
  wanted,
  found,
  percent(found, wanted),
]
const head = ['License', 'Told', 'Right', 'Of 100 told', 'A reader finds', 'Of them told', 'Of 100 found']
const figures = (rows) =>
  ['agreement', 'use-policy']
    .map((document) => {
      const own = rows.filter((row) => row.document === document)
      const lines = own.map((row) => line(row.license, row))
      return `${document === 'agreement' ? 'Topics of an agreement' : 'Topics of a use policy, counted apart'}:\n\n${table(head, [...lines, line('**together**', sum(own))])}`
    })
    .join('\n\n')
const bands = (rows) =>
  table(
    ['Confidence', 'Answers', 'Right', 'Share right'],
    bandsOf(rows.flatMap(({ told }) => told)).map(({ from, to, told, right }) => [
      `${from} to ${to}`,
      told,
      right,
      percent(right, told),
    ]),
  )
const wrong = [...result, ...elsewhere].flatMap(({ told }) => told.filter(({ right }) => !right))
const mistakes = wrong.map(
  ({ license, topic, confidence }) => `- ${license}: \`${topic}\`, with a confidence of ${confidence}.`,
)
const proposals = table(
  ['Agreement', 'Clauses of a topic', 'Right', 'Left out', 'Wrong', 'Clauses of no topic, rightly left'],
  houses().map(({ house, document, unseen, clauses }) => {
    const { right, wrong: mistaken, missed, rightlyNone } = accuracyOf(library, document, clauses)
    const none = clauses.filter(({ topic }) => topic === null).length
    const name = unseen ? `${house} (unseen)` : house
    return [name, clauses.length - none, right, missed.length, mistaken.length, `${rightlyNone} of ${none}`]
  }),
)

const page = `# How well unknown agreements get their topics

A file that the library does not know gets the topics of its clauses by cues: words that a sentence on the topic has,
in order (\`clauses/cues.yaml\`). A clause may answer several topics; those of a use policy are tried in a clause that
forbids something, or in a short entry of a list. A heading alone is never enough.

How sure an answer is comes from its kind of evidence: a sentence, a sentence and the heading, and whether the topic is
among the two nearest by the library's own words (BM25, MiniSearch). Each kind counts how often it was right on the
licenses judged by hand (\`test/fixtures/judged\`), mixed with 120 answers of a belief that is lower, since the cues were
written beside these texts and a new house writes otherwise. Below 0.5 nothing is told.

## Judged by hand

\`npm run classifier\` holds the answers against a table of every clause that a reader finds on one of our topics. Each
license is judged by what was learned from the others.

${figures(result)}

${bands(result)}

What was learned from those, on licenses of other kinds from the public corpus:

${figures(elsewhere)}

${bands(elsewhere)}

${mistakes.length === 0 ? 'No topic was told wrongly.' : `Told wrongly:\n\n${mistakes.join('\n')}`}

**What these figures do not say.** Who wrote the cues had read all of these licenses: the confidences are learned from the
others, the cues are not.

## Licenses that nobody had read

Each was read and judged first, clause by clause, then run once, and only then were the cues mended where a kind of
sentence was missing. Their texts are not kept here, so nobody can run these again; the first line of each is what to expect of
a new house.

| Licenses | When | Told | Right | Of 100 told | A reader finds | Of them told | Of 100 found |
| --- | --- | --- | --- | --- | --- | --- | --- |
| eight: MNPL 0.1, Apple's research model license, MiniMax-01, LiveKit, CPML 1.0, NVIDIA's open model license, FunASR 1.0, Modular's community license | at first sight | 162 | 154 | 95 % | 178 | 141 | 79 % |
| their few topics of a use policy | at first sight | 14 | 10 | 71 % | 10 | 7 | 70 % |
| four lists of forbidden uses: OpenAI 2024, two of small houses, a research RAIL's attachment | at first sight | 41 | 40 | 98 % | 52 | 31 | 60 % |
| two, kept for last: Falcon 180B, Tencent Hunyuan DiT; topics of an agreement, with those in Cohere's policy | at first sight | 78 | 71 | 91 % | 64 | 57 | 89 % |
| the two with Cohere's usage policy, topics of a use policy | at first sight | 23 | 22 | 96 % | 33 | 19 | 58 % |
| the same, topics of an agreement | after mending | 85 | 80 | 94 % | 64 | 61 | 95 % |
| the same, topics of a use policy | after mending | 42 | 39 | 93 % | 33 | 31 | 94 % |

Of those kept for last, 22 of the 25 answers with a confidence of 0.7 to 0.9 and 71 of the 76 above were right at first sight. A
policy in a form of its own (a title, then several sentences, in each entry) is where most is missed: of it 58 of 100 were found.

## Proposals of \`library add\`

Where no cue is found, \`clausebook library add\` proposes the topic whose words in the library are nearest, for a person
to decide. Measured on agreements that we wrote in other houses' styles (\`test/fixtures/houses\`).

${proposals}
`
writeFileSync(join(root, 'docs', 'classifier.md'), page)
console.log(page)
const entries = Object.entries(learned)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(
    ([evidence, { told, right }]) =>
      `  ${/^\w+$/.test(evidence) ? evidence : `'${evidence}'`}: { told: ${told}, right: ${right} },`,
  )
writeFileSync(
  join(root, 'src/compare/knowledge/learned.ts'),
  `import type { Reliability } from './reliability.ts'

/** Counted over the judged licenses of test/fixtures/judged/model-licenses; written by \`npm run classifier\`. */
export const learned: Reliability = {
${entries.join('\n')}
}
`,
)
