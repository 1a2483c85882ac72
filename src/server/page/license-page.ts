import { type Clause, parseAgreement } from '../../agreement/index.ts'
import type { Absence, Library, License, Term, Topic } from '../../library/index.ts'
import { factWords, sectionWords } from '../../library/index.ts'
import { textId } from '../../texts/index.ts'
import type { Site } from '../site.ts'
import { markdownHtml } from './markdown.ts'
import { heaviest, standingOf } from './standing.ts'
import { whereOf } from './where.ts'

/** Everything that `web/views/license.hbs` names: identity, texts, facts by topic, duties, the words by clause. */
export async function licensePageView({ library, texts }: Site, license: License) {
  const { id, title, name, version, released, releasedAs, dateNote, parties } = license
  const terms = [...library.topics.values()].flatMap((topic) => {
    const term = library.terms.get(`${id}/${topic.id}`)
    return term ? [{ topic, term }] : []
  })
  const hasPolicy = license.texts.some(({ kind }) => kind === 'use-policy')
  const status = new Map((await texts.status()).map((row) => [row.id, row]))
  return {
    title: name,
    sentence: `${title}: what one may do under it, the duties, every topic, and the texts by clause.`,
    fullTitle: title,
    licensesPage: true,
    script: 'site.js',
    id,
    name,
    version,
    released,
    releasedAs: releasedAs ?? 'Release date',
    dateNote,
    parties,
    may: mayView(library, terms, hasPolicy),
    models: library.models.filter((model) => model.license === id),
    dates: library.dateDifferences.filter((one) => one.license === id),
    others: [...library.licenses.values()]
      .filter((one) => one.id !== id)
      .map((one) => ({ id: one.id, name: one.name })),
    texts: await Promise.all(
      license.texts.map(async (text) => {
        const own = textId(license, text)
        const row = status.get(own)
        const here = row?.present ? await texts.read(own) : undefined
        return {
          id: own,
          title: text.title,
          address: text.address,
          repository: text.pin.repository,
          commit: text.pin.commit.slice(0, 12),
          path: text.pin.path,
          sha256: text.pin.sha256,
          bytes: text.pin.bytes,
          note: text.note,
          counted: text.counted,
          present: row?.present ?? false,
          verified: row?.matches === 'bytes',
          inWords: row?.matches === 'words',
          differs: row?.present === true && row.matches === 'neither',
          clauses: here
            ? clausesOf(parseAgreement(here.source).children, 0, own.includes('/') ? 'p' : 's')
            : [],
        }
      }),
    ),
    groups: library.groups
      .map((group) => ({
        title: group.title,
        policy: group.document === 'use-policy',
        none: group.document === 'use-policy' && !hasPolicy,
        topics: terms
          .filter(({ topic }) => topic.group === group.id)
          .map(({ topic, term }) => ({
            id: topic.id,
            title: topic.title,
            absent: term.absent,
            standing: standingOf(term),
            sections: whereOf(library, term),
            says: term.absent ? term.follows : markdownHtml(term.restatement),
            ...(term.absent ? {} : termView(library, term)),
          })),
      }))
      .filter(({ topics }) => topics.length > 0),
    duties: terms.flatMap(({ topic, term }) =>
      !term.absent &&
      duties.includes(term.modality) &&
      term.who !== 'meta' &&
      term.controls.length > 0 &&
      topic.document === 'agreement'
        ? [
            {
              id: topic.id,
              title: topic.title,
              sections: sectionWords(library, term, term.sections),
              controls: term.controls,
            },
          ]
        : [],
    ),
  }
}

/** What the heaviest topics come to for the licensee, what one can do first. */
function mayView(library: Library, terms: { topic: Topic; term: Term | Absence }[], hasPolicy: boolean) {
  const rows = terms
    .filter(({ topic }) => topic.weight === heaviest)
    .map(({ topic, term }) => ({
      standing: standingOf(term),
      topic: {
        id: topic.id,
        title: topic.title,
        // An item of a policy may have no number: where it stands is said below.
        sections: !term.absent && topic.document === 'use-policy' ? undefined : whereOf(library, term),
        policy: hasPolicy && topic.document === 'use-policy',
      },
    }))
  const words = [...new Set(rows.map(({ standing }) => standing.word))]
  const order = ['can', 'if', 'must', 'cannot', 'says', 'silent']
  return words
    .map((word) => {
      const own = rows.filter(({ standing }) => standing.word === word)
      return { id: own[0]!.standing.id, word, topics: own.map(({ topic }) => topic) }
    })
    .sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
}

function termView(library: Library, term: Term) {
  return {
    sections: sectionWords(library, term, term.sections),
    inheritedFrom: term.inheritedFrom,
    facts: Object.entries(term.facts).map(([fact, value]) => ({
      name: fact.replaceAll('_', ' '),
      value: factWords(value),
    })),
  }
}

/** What asks something of the licensee. */
const duties: Term['modality'][] = ['duty', 'prohibition', 'condition']

interface ClauseRow {
  anchor: string
  label: string
  heading: string
  text: string
  depth: number
}

function clausesOf(clauses: Clause[], depth: number, prefix: string): ClauseRow[] {
  return clauses.flatMap(({ path, label, heading = '', text, children }) => [
    {
      anchor: `${prefix}-${path}`,
      label,
      heading,
      text: text.slice(heading.length),
      depth: Math.min(depth, 4),
    },
    ...clausesOf(children, depth + 1, prefix),
  ])
}
