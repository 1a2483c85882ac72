import { compareTopics } from '../../compare/knowledge.ts'
import type { TopicComparison } from '../../compare/types.ts'
import { factWords, type Library, type License, type Term } from '../../library/index.ts'
import { lawOf } from '../../library/show.ts'
import { runsOf } from './runs.ts'
import { standingOf } from './standing.ts'
import { placeWords, whereOf } from './where.ts'

/** What matters from version to version: a topic, and the fact of it that is shown where one is. */
const lanes: readonly { topic: string; fact?: string }[] = [
  { topic: 'model-improvement' },
  { topic: 'built-with-display', fact: 'display_text' },
  { topic: 'model-naming', fact: 'name_element' },
  { topic: 'user-threshold', fact: 'counted_on_date' },
  { topic: 'agreement-copy' },
  { topic: 'attribution-notice' },
  { topic: 'multimodal-european-union' },
  { topic: 'allowing-others' },
]

/** Measures of the picture, in units of its view. */
const measure = { label: 190, stop: 160, lane: 46, bar: 38, axis: 112, head: 12 }

/** Width of a letter as small as in a bar, at most. */
const letter = 6

/** Everything that `web/views/timeline.hbs` names: a picture with lanes, and the same in words. */
export function timelinePageView(library: Library) {
  const licenses = [...library.licenses.values()]
  const known = lanes.flatMap((lane) => {
    const topic = library.topics.get(lane.topic)
    return topic ? [{ ...lane, topic }] : []
  })
  const above = known.filter(({ topic }) => topic.document === 'agreement')
  const below = known.filter(({ topic }) => topic.document === 'use-policy')
  const axis = measure.head + above.length * measure.lane + measure.axis / 2
  const steps = licenses.slice(1).map((license, at) => stepOf(library, licenses[at]!, license))
  return {
    title: 'Timeline',
    sentence:
      'The versions of the license on one line: what the agreements and use policies say, for as long as it stood.',
    timelinePage: true,
    script: 'site.js',
    wide: true,
    width: measure.label + licenses.length * measure.stop,
    height: axis + measure.axis / 2 + below.length * measure.lane,
    axis,
    from: measure.label,
    stops: licenses.map((license, at) => ({
      ...stopOf(library, license),
      x: middleOf(at),
      nameAt: axis - 30,
      dateAt: axis - 14,
      modelsAt: axis + 24,
    })),
    gaps: steps.map(({ address, count }, at) => ({
      address,
      count,
      x: (middleOf(at) + middleOf(at + 1)) / 2,
      y: axis - 6,
    })),
    lanes: [
      ...above.map((lane, at) => laneView(library, licenses, lane, measure.head + at * measure.lane)),
      ...below.map((lane, at) =>
        laneView(library, licenses, lane, axis + measure.axis / 2 + at * measure.lane),
      ),
    ],
    told: licenses.map((license, at) => ({ ...stopOf(library, license), step: steps[at - 1] })),
  }
}

function middleOf(at: number): number {
  return measure.label + (at + 0.5) * measure.stop
}

function stopOf({ models }: Library, { id, name, released }: License) {
  const own = models.filter(({ license }) => license === id).map((model) => model.name)
  return { id, name, released, models: own, lines: linesOf(own) }
}

/** Names of models in lines that fit between two stops. */
function linesOf(models: string[]): string[] {
  const lines: string[] = []
  for (const model of models) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + model.length < 22) lines[lines.length - 1] = `${last}, ${model}`
    else lines.push(model)
  }
  return lines.length > 3
    ? [...lines.slice(0, 2), `and ${models.length - lines.slice(0, 2).join(', ').split(', ').length} more`]
    : lines
}

type Lane = { topic: { id: string; title: string; document: 'agreement' | 'use-policy' }; fact?: string }

/** A title in lines that fit before the first bar. */
function wrapped(title: string): string[] {
  const at = title.length > 26 ? title.lastIndexOf(' ', 26) : -1
  return at < 0 ? [title] : [title.slice(0, at), title.slice(at + 1)]
}

/** A lane: a bar for each run of licenses that say the same. */
function laneView(library: Library, licenses: License[], { topic, fact }: Lane, y: number) {
  const termOf = ({ id }: License) => library.terms.get(`${id}/${topic.id}`)
  const runs = runsOf([...licenses.entries()], ([, license]) => {
    const term = termOf(license)
    return `${term && lawOf(term, license)} ${shownFact(term && !term.absent ? term : undefined, fact)}`
  })
  return {
    id: topic.id,
    title: wrapped(topic.title),
    textAt: y + measure.bar / 2 - (wrapped(topic.title).length > 1 ? 4 : -4),
    bars: runs.map((own) => {
      const [at, first] = own[0]!
      const term = termOf(first)
      const { id, word } = standingOf(term)
      return {
        stands: id,
        word,
        x: measure.label + at * measure.stop + 3,
        y,
        width: own.length * measure.stop - 6,
        height: measure.bar,
        textX: measure.label + at * measure.stop + 11,
        wordAt: y + 16,
        detailAt: y + 31,
        detail: term && !term.absent ? detailOf(library, term, fact, own.length) : '',
      }
    }),
  }
}

function shownFact(term: Term | undefined, fact: string | undefined): string {
  return term && fact !== undefined ? factWords(term.facts[fact]) : ''
}

/** The fact where one is shown, else where it stands. */
function detailOf(library: Library, term: Term, fact: string | undefined, stops: number): string {
  const shown = shownFact(term, fact)
  const where = whereOf(library, term, term.sections.slice(0, 1)).replace(/^Section /, '')
  const said = shown === '' ? where : shown
  const room = Math.floor((stops * measure.stop - 22) / letter)
  return said.length > room ? `${said.slice(0, room - 1)}…` : said
}

/** From one version to the next: what became of the lanes, and how much else changed. */
function stepOf(library: Library, left: License, right: License) {
  const changed = (['agreement', 'use-policy'] as const).flatMap((document) =>
    compareTopics(library, document, left, right).filter(
      (topic) => (topic.status !== 'same' && topic.status !== 'silent') || isDated(topic),
    ),
  )
  const shown = new Set(lanes.map(({ topic }) => topic))
  const told = changed.filter(({ id }) => shown.has(id))
  return {
    address: `/compare/${left.id}...${right.id}`,
    left: left.name,
    count: changed.length,
    others: changed.length - told.length,
    told: told.map((topic) => changeView(library, topic)),
  }
}

/** Whether the fact that a lane shows is another, though it is only a date that follows the version. */
function isDated({ id, terms }: TopicComparison): boolean {
  const fact = lanes.find(({ topic }) => topic === id)?.fact
  return fact !== undefined && terms.some((change) => change.fact === fact)
}

function changeView(library: Library, { id, title, document, meaning, left, right }: TopicComparison) {
  const side = right && !right.absent ? right : left
  return {
    id,
    title,
    change: meaning?.change ?? 'neutral',
    says: meaning?.says ?? '',
    where: side ? placeWords(library, { license: side.license, document }, side.sections) : '',
  }
}
