import type { RootContent } from 'mdast'
import { factWords } from '../fact-words.ts'
import { sectionWords } from '../section-words.ts'
import type { ShownTerm } from '../show/types.ts'
import type { ImpactCase, Library, Modality, Term } from '../types.ts'
import { bullets, code, emphasis, heading, markdown, paragraph, strong, table } from './blocks.ts'
import { documentWords } from './citation.ts'

/** A license's answer to a topic as a page. */
export function termPage(library: Library, term: ShownTerm): RootContent[] {
  const { id, title, topic, inheritedFrom } = term
  return [
    heading(1, title),
    paragraph(code(id), ` · ${standing(library, term)}`),
    paragraph(emphasis(topic.question)),
    ...markdown(term.says),
    ...quotes(library, term),
    ...facts(term),
    ...impact(term),
    ...(term.controls.length > 0 ? [heading(2, 'What a company puts in place')] : []),
    ...bullets(term.controls),
    ...corrected(library, term),
    ...(inheritedFrom === undefined
      ? []
      : [
          paragraph(
            `Inherited from ${library.licenses.get(inheritedFrom)?.name ?? inheritedFrom}: the law is the same, checked against the text of ${term.license.name}.`,
          ),
        ]),
  ]
}

const modalities: Record<Modality, string> = {
  grant: 'a grant to',
  duty: 'a duty of',
  prohibition: 'a prohibition on',
  condition: 'a condition on',
  disclaimer: 'a disclaimer of',
  allocation: 'an allocation to',
  definition: 'a definition for',
  procedure: 'a procedure for',
  information: 'information for',
}

const persons: Record<Term['who'], string> = {
  licensee: 'the licensee',
  meta: 'Meta',
  both: 'both parties',
  recipient: 'whoever has the materials from a licensee',
}

/** Where it stands and what kind of rule it is. */
function standing(library: Library, term: ShownTerm): string {
  const { absent, document, hasDocument, license, sections, modality, who } = term
  if (!hasDocument) return `${license.name} has no ${documentWords(document)}`
  const text = `the ${documentWords(document)} of ${license.name}`
  if (absent || !modality || !who) return `${text} is silent`
  return `${placesIn(library, term, sections)} of ${text} · ${modalities[modality]} ${persons[who]}`
}

function placesIn(library: Library, { license, document }: ShownTerm, paths: string[]): string {
  return sectionWords(library, { license: license.id, document }, paths)
}

function quotes(library: Library, term: ShownTerm): RootContent[] {
  const { quotes: list, attached } = term
  if (list.length === 0) return []
  const words = list.map(({ section, text }) => `“${text}” (${placesIn(library, term, [section])})`)
  const copy = attached
    ? [
        `“${attached.text}” (${placesIn(library, term, [attached.section])} of the copy in the agreement’s file)`,
      ]
    : []
  return [heading(2, 'In its words'), ...bullets([...words, ...copy])]
}

function facts({ facts: list }: ShownTerm): RootContent[] {
  if (list.length === 0) return []
  const rows = list.map(({ fact, value, means }) => [[code(fact)], factWords(value), means])
  return [heading(2, 'Facts'), table(['Fact', 'Value', 'What it says'], rows, [3, 3, 5])]
}

const cases: Record<ImpactCase, string> = {
  internal: 'Internal use',
  products: 'Products for customers',
  weights: 'Distribution of weights',
  on_premises: 'On premises',
  own_cloud: 'Own cloud',
  third_party_service: 'Third-party service',
}

function impact(term: ShownTerm): RootContent[] {
  const told = (Object.keys(cases) as ImpactCase[]).flatMap((one) => {
    const says = term.impact[one]
    return says === undefined ? [] : [[strong(`${cases[one]}.`), ' ', says]]
  })
  return told.length === 0 ? [] : [heading(2, 'What it means'), ...bullets(told)]
}

function corrected({ advisory }: Library, { corrects }: ShownTerm): RootContent[] {
  const entries = advisory.filter(({ id }) => corrects.includes(id))
  if (entries.length === 0) return []
  return [
    heading(2, 'Claims that it corrects'),
    ...bullets(entries.map(({ claim, statement }) => `“${claim}” ${statement}`)),
  ]
}
