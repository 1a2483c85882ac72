import { parseAgreement } from '../agreement/index.ts'
import { currencyOf, figuresOf, withHouseDefaults } from '../draft/index.ts'
import type { Library } from '../library/index.ts'
import { libraryOf, type Matter } from '../matter/index.ts'
import { type Judgement, judgeOf, readPaper } from '../review/index.ts'
import { toldOfChange } from './difference.ts'
import type { Mark, NewAsk, TurnReading } from './types.ts'

/** What their words are judged by: the evidence of the library, with the figures of the matter. */
export interface Judging {
  matter: Matter
  library: Library
}

/**
 * A reading with what the evidence of the library says of their words: of points in words of theirs, and of new asks.
 *
 * @param marks of what was sent, which say at what level each point was
 */
export function judged(
  reading: TurnReading,
  { matter: given, library: common }: Judging,
  marks: readonly Mark[],
): TurnReading {
  const library = libraryOf(given, common)
  const matter = withHouseDefaults(given, library.house)
  const resale = library.vendorKinds.get(matter.vendor?.kind ?? '')?.traits['sells-on'] === true
  const judge = judgeOf(library.evidence)
  const currency = currencyOf(matter)
  const on = (id: string, heading: string, text: string): Judgement | undefined => {
    const flowDown = library.flowDowns.get(id)
    if (!flowDown?.evidence || text.trim() === '') return undefined
    const paper = readPaper(parseAgreement(asText(heading, text)), library.evidence, {
      resale,
      vendor: namesOf(
        matter.vendor?.name,
        ...(matter.vendor?.products?.map(({ product }) => product) ?? [matter.vendor?.product]),
      ),
      customer: namesOf(matter.client?.name, matter.client?.short_name),
    })
    return judge({ ...flowDown, figures: figuresOf(flowDown, matter), currency }, paper, resale)
  }
  return {
    ...reading,
    points: reading.points.map((one) => {
      if (one.outcome !== 'changed to something else') return one
      const now = one.pieces
        .filter(({ op }) => op !== 'delete')
        .map(({ text }) => text)
        .join('')
      const found = on(one.point, library.flowDowns.get(one.point)?.title ?? '', now)
      if (!found) return one
      const sent = marks.find(({ point }) => point === one.point)?.level
      const review = toldOfChange(
        { verdict: found.verdict, because: found.because },
        { pieces: one.pieces, sent: sent === 'other' ? undefined : sent },
      )
      return { ...one, review }
    }),
    asks: reading.asks.map((ask): NewAsk => {
      const text = ask.kind === 'removed' ? ask.before : ask.after
      const topics = [...library.flowDowns.values()].flatMap(({ id, title }) => {
        const found = on(id, '', text)
        if (!found || found.verdict === 'missing') return []
        // What the words said before is nothing that they ask for.
        const was = ask.kind === 'changed' ? on(id, '', ask.before) : undefined
        if (was && was.verdict === found.verdict && was.because === found.because) return []
        return [{ id, title, verdict: found.verdict as string, because: found.because }]
      })
      const sure = topics.filter(({ verdict }) => verdict !== 'unclear')
      return { ...ask, topics: sure.length > 0 ? sure : topics.slice(0, 2) }
    }),
  }
}

/** Words as a paper of one clause. */
function asText(heading: string, text: string): string {
  const paragraphs = text
    .split('\n')
    .filter((one) => one.trim() !== '')
    .map((one, at) => `1.${at + 1} ${one}`)
  return [...(heading === '' ? ['1. Clause'] : [`1. ${heading}`]), ...paragraphs].join('\n\n')
}

function namesOf(...names: (string | undefined)[]): string[] {
  return names.filter((name) => name !== undefined)
}
