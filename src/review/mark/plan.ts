import { clausesOf, letters, roman } from '../../agreement/index.ts'
import { figuresOf, worded } from '../../draft/index.ts'
import { listed, withinSentence } from '../../in-words.ts'
import type { EvidenceWords, FlowDown } from '../../library/index.ts'
import { libraryOf } from '../../matter/index.ts'
import { isGutted } from '../judge/gutted.ts'
import { signReader } from '../judge/signs.ts'
import { isMet, matterAsDrafted, namesInPapers, paperOf } from '../review.ts'
import type { Paper } from '../types.ts'
import { askedPaper } from './asked.ts'
import { neededBeside, ownersIn } from './beside.ts'
import { changesOf } from './changes.ts'
import { definitionPlaces } from './definition-places.ts'
import { numberAfter } from './numbering.ts'
import { placeInsertions } from './placement.ts'
import type { MarkInput, MarkPlan, PlannedClause, PlannedRemark } from './planned.ts'
import { remarks, type Said } from './remarks.ts'
import { type Row, rowOf } from './rows.ts'
import { type Site, sitesIn } from './sites.ts'
import { wordsIn } from './their-sentences.ts'
import { theirTerms } from './their-terms.ts'
import type { AskedClause, AskedReference, Proposal, TheirTerms } from './types.ts'
import { isApart, type Place, type Voice, voiceOf } from './voice.ts'

/**
 * Decides what is marked in a paper of theirs: for each flow-down that it does not give, our words in their terms beside the
 * clause that decides, a number where a number is all, a comment where it is unclear, and nothing where it gives the level.
 *
 * @throws Problem where the addendum of the matter cannot be drafted
 */
export function planMarks(input: MarkInput): MarkPlan {
  const { agreement, review, library: common, only, commentOnly = false, canChange = () => true } = input
  const library = libraryOf(input.matter, common)
  const matter = matterAsDrafted(input.matter, library)
  const paper = paperOf(agreement, matter, library)
  const byPath = new Map(clausesOf(agreement).map((clause) => [clause.path, clause]))
  const rows = review.rows.flatMap((row): Row[] => {
    const found = library.flowDowns.get(row.flowDown)
    if (!found) return []
    const flowDown = { ...found, figures: figuresOf(found, matter) }
    const level = input.level ? worded(flowDown, input.level) : row.asked
    const wanted = only === undefined || only.has(row.flowDown)
    return [rowOf(row, flowDown, { level, wanted, byPath, paper, review, library, canChange, commentOnly })]
  })
  const order = [...library.flowDowns.keys()]
  rows.sort((a, b) => order.indexOf(a.flowDown.id) - order.indexOf(b.flowDown.id))

  const asked = askedPaper(
    { matter: input.matter, library: common, templates: input.templates },
    new Map(rows.map(({ row, level }) => [row.flowDown, level])),
  )
  const sites = sitesIn(agreement)
  const inserted = rows.filter(({ kind }) => kind === 'insertion')
  const terms = withoutNarrowed(
    theirTerms(agreement, library.evidence, namesInPapers(matter), review.resale),
    paper,
    library.evidence,
  )
  placeInsertions(inserted, rows, sites)
  const base = neededBeside(asked, inserted)
  const baseSites = new Map<string, Site>()
  const definedIn = definitionPlaces(agreement)
  const anything = inserted.length > 0
  const definitionSite = anything && !definedIn ? sites.own() : undefined
  for (const { id } of base) baseSites.set(id, sites.own())
  for (const one of inserted) one.site ??= sites.own()
  const bindingSite = anything ? sites.own() : undefined

  const siteOf = (id: string) =>
    baseSites.get(id) ?? inserted.find(({ flowDown }) => flowDown.id === id)?.site
  const owners = ownersIn(asked)
  const place = (reference: AskedReference): Place => {
    const owner = owners.get(reference.target)
    const clause = asked.clauses.get(owner?.id ?? reference.target)
    const site = owner && siteOf(owner.id)
    if (site && site.citation !== '') {
      const part = owner.at !== undefined && clause!.paragraphs.length > 1 ? markOf(owner.at) : ''
      return { section: `${site.citation}${part}` }
    }
    const theirs = rows.find(({ flowDown }) => flowDown.id === owner?.id)?.row
    const [section = ''] = theirs && isMet(theirs.verdict) ? theirs.sections : []
    if (!site && /^\d/.test(section)) return { section }
    return { subject: withinWords(clause?.heading ?? reference.target) }
  }
  const voice = voiceOf(asked, terms, place)
  const withinWords = (title: string) =>
    // A term keeps its capitals.
    /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(title) ? title : withinSentence(title)

  const planned: PlannedClause[] = inserted.map((one) => {
    const clause = asked.clauses.get(one.flowDown.id)!
    return {
      flowDown: one.flowDown.id,
      site: one.site!,
      ...written(clause, voice),
      ...(one.instead && { instead: one.instead }),
      remark: remarks.insertion(saidOf(one.flowDown, voice), {
        beside: one.clause && placeIn(one.row.sections[0], terms.section),
        because: [...new Set(one.contrary.map(({ because }) => voice.parties(because)))],
        struck: one.contrary.length > 0 && one.contrary.every(({ span }) => span !== undefined),
      }),
    }
  })
  const ours = planned.map(({ site }) => site.citation)
  const stays = inserted.some(
    ({ clause, contrary, instead }) =>
      clause && !instead && (contrary.length === 0 || contrary.some(({ span }) => span === undefined)),
  )
  const prevails = stays && !inserted.some(({ flowDown }) => flowDown.id === 'precedence')
  const used = [...inserted.map(({ flowDown }) => asked.clauses.get(flowDown.id)!), ...base]
  const words = used.flatMap(({ paragraphs }) => paragraphs.flatMap((one) => [one.words, ...one.items]))
  const meanings = anything ? voice.defined(words) : []
  const beside: PlannedClause[] = base.map((clause) => ({
    site: baseSites.get(clause.id)!,
    ...written(clause, voice),
  }))
  if (definitionSite && meanings.length > 0)
    beside.unshift({
      site: definitionSite,
      heading: 'Definitions',
      paragraphs: [
        { mark: '', text: `In ${terms.agreement}: ${meanings.map(({ text }) => text).join(' ')}` },
      ],
    })
  if (bindingSite)
    beside.push({
      site: bindingSite,
      heading: 'Interpretation',
      paragraphs: [
        {
          mark: '',
          text: voice.interpretation(
            used.some(isApart) || prevails ? sectionsOf(ours, terms.section) : undefined,
            prevails,
          ),
        },
      ],
    })
  // What stands in the place of theirs comes first, so that what follows it at the same place stands behind it.
  const clauses = [...planned, ...beside].sort((a, b) => rank(a) - rank(b))

  const last = clausesOf(agreement)
    .filter(({ text, kind }) => text !== '' && kind !== 'row' && kind !== 'table')
    .at(-1)
  const comments = rows.flatMap((one): PlannedRemark[] => {
    const clause = one.clause ?? last
    const asks = asked.clauses.get(one.flowDown.id)
    if (one.kind !== 'comment' || !clause || !asks) return []
    const open = one.row.verdict === 'unclear'
    const { heading, paragraphs } = written(asks, voice)
    const lines = paragraphs.map(({ mark, text }) => (mark === '' ? text : `${mark} ${text}`))
    return [
      {
        flowDown: one.flowDown.id,
        clause,
        remark: remarks.comment(saidOf(one.flowDown, voice), {
          beside: one.clause && placeIn(one.row.sections[0], terms.section),
          open,
          words: [`${heading}. ${lines[0] ?? ''}`, ...lines.slice(1)],
        }),
      },
    ]
  })
  // What is wrong under a license comes first, also for them.
  const wrong = review.contradictions.flatMap(({ section, says, because }): PlannedRemark[] => {
    const clause = [...byPath.values()].find(
      (one) => one.citation === section && lettersOf(one.text).includes(lettersOf(says.split(' … ').at(-1)!)),
    )
    return clause ? [{ flowDown: '', clause, remark: remarks.contradiction(voice.parties(because)) }] : []
  })
  return {
    proposals: new Map(rows.map((one) => [one.flowDown.id, proposalOf(one)])),
    clauses,
    definitions: definedIn && anything ? definedIn(meanings) : [],
    changes: changesOf(rows, clauses, terms.section, (flowDown) => saidOf(flowDown, voice)),
    remarks: only === undefined ? [...wrong, ...comments] : comments,
    section: terms.section,
  }
}

/** A flow-down as they may read of it. */
function saidOf({ title, toThem }: FlowDown, voice: Voice): Said {
  return { title: voice.parties(title), ...(toThem !== undefined && { toThem }) }
}

function written(clause: AskedClause, voice: Voice): Pick<PlannedClause, 'heading' | 'paragraphs'> {
  const several = clause.paragraphs.length > 1
  const apart = isApart(clause)
  return {
    heading: voice.say([clause.heading]),
    paragraphs: clause.paragraphs.flatMap(({ words, items }, at) => [
      { mark: several ? markOf(at) : '', text: voice.say(words, apart), depth: several ? 1 : 0 },
      ...items.map((item, each) => ({
        mark: several ? `(${roman(each + 1)})` : markOf(each),
        text: voice.item(item, apart),
        depth: several ? 2 : 1,
      })),
    ]),
  }
}

/** Their term for the data is none for us where its definition takes out what ours is about. */
function withoutNarrowed(terms: TheirTerms, paper: Paper, words: EvidenceWords): TheirTerms {
  const { data } = terms
  const narrowed = data !== undefined && isGutted(paper, data, words.gutting.map(signReader(words)))
  return narrowed ? { ...terms, data: undefined } : terms
}

function lettersOf(words: string): string {
  return words.replaceAll(/[^\p{L}\p{N}]+/gu, '')
}

function markOf(at: number): string {
  return `(${letters(at + 1)})`
}

function placeIn(citation: string | undefined, word: string): string {
  if (citation === undefined || citation === '') return 'your draft'
  return /^\d/.test(citation) ? `${word} ${citation}` : citation.replace(/^Heading /, '')
}

function sectionsOf(citations: readonly string[], word: string): string {
  const known = [...new Set(citations.filter((one) => one !== ''))]
  if (known.length === 0) return 'the clauses on models of the Llama family'
  const [first, last] = [known[0]!, known.at(-1)!]
  const inRow = known.length > 2 && known.every((one, at) => one === numberAfter([first], at))
  const which = inRow ? `${first} to ${last}` : listed(known)
  return `${word}${known.length > 1 ? 's' : ''} ${which}`
}

function rank({ instead, site }: PlannedClause): number {
  return instead ? 0 : 1 + (site.own ?? 0)
}

function proposalOf({ kind, level, site, clause, numbers, row, instead }: Row): Proposal {
  const theirs = row.sections[0] ?? ''
  const place =
    kind === 'insertion'
      ? instead
        ? `${site!.citation}, in its place`
        : `new ${site!.citation}`.trim()
      : kind === 'nothing'
        ? ''
        : clause
          ? theirs
          : ''
  return {
    kind,
    level,
    place,
    ...(numbers.length > 0 &&
      kind !== 'comment' &&
      kind !== 'nothing' && {
        numbers: numbers.map(({ span, to, section }) => ({ section, from: wordsIn(span), to })),
      }),
  }
}
