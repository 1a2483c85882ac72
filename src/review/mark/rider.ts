import type { BlockContent, RootContent } from 'mdast'
import type { DraftDocument } from '../../draft/index.ts'
import { blocks } from '../../library/page.ts'
import { planMarks } from './plan.ts'
import type { MarkInput, MarkPlan, PlannedChange, PlannedClause } from './planned.ts'
import { type RiderOptions, riderDocument } from './rider-document.ts'
import { bodyOf, wordsIn } from './their-sentences.ts'

const { bullets, emphasis, heading, paragraph, strong } = blocks

/**
 * A rider: a short paper for the other side with the changes that are asked for in a paper of theirs that cannot be marked up,
 * each with the section that it goes to.
 *
 * @param name of their file
 * @throws Problem where the addendum of the matter cannot be drafted
 */
export function riderOf(
  name: string,
  input: Omit<MarkInput, 'canChange'>,
  options: RiderOptions = {},
): { document: DraftDocument; plan: MarkPlan } {
  const plan = planMarks(input)
  const { agreement, matter, library } = input
  const paper = agreement.title === '' ? name : agreement.title
  const title = `Rider to ${paper}`
  const clients = matter.client?.name ?? 'Our client'
  const children: RootContent[] = [
    heading(1, title),
    paragraph(
      `${clients} asks for these changes of “${paper}”. Sections are cited by the numbers of that paper; nothing else of it is changed, and no number of it moves.`,
    ),
    ...part('Words and numbers', bullets(plan.changes.map((one) => changeLine(one, plan.section)))),
    ...part(
      'New clauses',
      plan.clauses.flatMap((one) => clauseBlocks(one, plan.section)),
    ),
    ...part(
      'Definitions to add',
      plan.definitions.map(({ text }) => paragraph(text)),
    ),
    ...part(
      'To confirm',
      plan.remarks.flatMap(({ flowDown, remark: [first = '', ...rest] }) => {
        const isTold = library.flowDowns.get(flowDown)?.toThem !== undefined
        const why = isTold ? rest.at(-1) : undefined
        return [
          paragraph(strong(first)),
          ...(isTold ? rest.slice(0, -1) : rest).map((line) => paragraph(line)),
          ...whyLine(why),
        ]
      }),
    ),
  ]
  return {
    plan,
    document: riderDocument({ title, children, matter }, options),
  }
}

function part(title: string, content: readonly BlockContent[]): RootContent[] {
  return content.length === 0 ? [] : [heading(2, title), ...content]
}

function changeLine({ span, text, remark }: PlannedChange, word: string): string {
  const where = `In ${placeOf(span.clause.citation, word)},`
  const why = remark?.at(-1)
  const reason = why === undefined ? '' : ` ${why}`
  if (text === '') return `${where} the words “${wordsIn(span)}” are deleted.${reason}`
  return `${where} “${wordsIn(span)}” becomes “${text}”.${reason}`
}

function clauseBlocks(
  { site, heading: title, paragraphs, instead, remark }: PlannedClause,
  word: string,
): BlockContent[] {
  const where = instead
    ? `In ${placeOf(site.citation, word)}, in place of its words${wordsQuoted(instead)}`
    : site.citation === ''
      ? 'Before the signatures'
      : `New ${placeOf(site.citation, word)}, after ${placeOf(site.after.citation, word)}`
  const opens = site.opens ? [paragraph(`New ${placeOf(site.opens.citation, word)}: Llama Part`)] : []
  const [first, ...rest] = paragraphs
  const lead = [site.citation, title === '' ? '' : `${title}.`].filter((one) => one !== '').join(' ')
  const why = remark?.at(-1)
  return [
    ...opens,
    paragraph(emphasis(`${where}:`)),
    paragraph(strong(lead), ` ${lineOf(first)}`),
    ...rest.map((one) => paragraph(lineOf(one))),
    ...whyLine(why),
  ]
}

function whyLine(why: string | undefined): BlockContent[] {
  return why === undefined ? [] : [paragraph(emphasis(`Why: ${why}`))]
}

function wordsQuoted(span: NonNullable<PlannedClause['instead']>): string {
  const words = wordsIn({ ...span, start: bodyOf(span.clause).start }).split(' ')
  return words.length > 12 ? ` from “${words.slice(0, 6).join(' ')} …” on` : ` “${words.join(' ')}”`
}

function lineOf(one: PlannedClause['paragraphs'][number] | undefined): string {
  return one === undefined ? '' : [one.mark, one.text].filter((words) => words !== '').join(' ')
}

function placeOf(citation: string, word: string): string {
  return /^[\d(]/.test(citation) ? `${word} ${citation}` : citation.replace(/^Heading /, '')
}
