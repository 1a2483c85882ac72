// Measures how well the classifier tells the topics of agreements that it has never seen, and writes
// docs/classifier.md: `npm run classifier`. With the official texts here, the first Llama license is measured too, its
// own words taken out of the library first.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bundle = join(root, 'dist', 'classifier.mjs')
await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { accuracyOf, houses } from './test/compare/knowledge/accuracy.ts'
      export { loadLibrary } from './src/library/index.ts'
      export { clausesOf, parseAgreement } from './src/agreement/index.ts'`,
    resolveDir: root,
    loader: 'ts',
  },
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
})
const { accuracyOf, clausesOf, houses, loadLibrary, parseAgreement } = await import(
  pathToFileURL(bundle).href
)
rmSync(bundle)
const library = await loadLibrary()

const measured = houses().map(({ house, document, unseen, clauses }) => ({
  name: unseen ? `${house} (unseen)` : house,
  clauses,
  accuracy: accuracyOf(library, document, clauses),
}))
if (process.env.CLAUSEBOOK_TEXTS) measured.push(firstLicense())

const rows = measured.map(({ name, clauses, accuracy: { right, wrong, missed, rightlyNone } }) => {
  const none = clauses.filter(({ topic }) => topic === null).length
  return `| ${name} | ${clauses.length - none} | ${right} | ${missed.length} | ${wrong.length} | ${rightlyNone} of ${none} |`
})
const mistakes = measured.flatMap(({ name, accuracy }) =>
  accuracy.wrong.map(
    ({ clause, guess, confidence }) =>
      `- ${name}: \`${clause.topic ?? 'none'}\` was taken for \`${guess}\`, with a confidence of ${confidence}.`,
  ),
)
writeFileSync(
  join(root, 'docs', 'classifier.md'),
  `# How well unknown agreements get their topics

A file that the library does not know gets the topics of its clauses from the library's own words: each topic is a
document of its title, its question and what all licenses say on it, ranked by BM25 (MiniSearch) against the clause. The
confidence is high where the words are strong, no other topic is near, and the topic's words are more than a stray part of
the clause. Below 0.5 the clause is left unclassified, since a wrong topic misleads and a missing one does not.

Measured by \`npm run classifier\` on agreements that we wrote in other houses' styles (\`test/fixtures/houses\`), and on
the first Llama license with its own words taken out of the library. The thresholds were set on those not marked unseen.

| Agreement | Clauses of a topic | Right | Left unclassified | Wrong | Clauses of no topic, rightly left |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

${mistakes.length === 0 ? 'No clause was given a wrong topic.' : `Wrong:\n\n${mistakes.join('\n')}`}

A dozen clauses a house is a small sample: read the proposals of \`clausebook library add\` as proposals.
`,
)

function firstLicense() {
  const terms = new Map([...library.terms].filter(([id]) => !id.startsWith('llama-1/')))
  const source = readFileSync(join(process.env.CLAUSEBOOK_TEXTS, 'llama-1', 'license.txt'), 'utf8')
  const clauses = clausesOf(parseAgreement(source)).flatMap(({ path, heading = '', text }) => {
    const topics = [...library.topics.keys()].filter((topic) => {
      const term = library.terms.get(`llama-1/${topic}`)
      return term && !term.absent && term.sections.includes(path)
    })
    // A clause that several topics share has no single right answer.
    return topics.length === 1 ? [{ heading, text, topic: topics[0] }] : []
  })
  return {
    name: 'Llama 1 agreement, its own words taken out',
    clauses,
    accuracy: accuracyOf({ ...library, terms }, 'agreement', clauses),
  }
}
