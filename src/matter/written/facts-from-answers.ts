import { isMap, parseDocument } from 'yaml'
import { Problem } from '../../problem.ts'
import { type Field, fieldOf } from '../fields.ts'
import { checkFacts, readMatter } from '../read.ts'
import type { Matter } from '../schema/index.ts'
import { unknown } from '../schema/leaf.ts'
import { answerOf } from './answer.ts'
import type { WrittenAnswer } from './answers.ts'
import { withFact } from './path.ts'

/** What became of the answers of a questionnaire. */
export interface FactsFromAnswers {
  /** The matter file with the answers in it; what stood in it before, comments included, stays. */
  yaml: string
  /** Paths of the facts that were read. */
  taken: string[]
  wrong: { fact: string; reason: string }[]
}

/**
 * Writes answers into a matter file. Only what the questionnaire asks is taken: the file comes from the vendor, who has
 * no say in the client's own facts.
 *
 * @param source the matter file
 * @param file its name for messages
 * @param vendor which vendor of the matter's list answered; left out, the one under `vendor`, or the only one of the list
 * @throws Problem where the matter itself is wrong, or has no vendor of that name
 */
export function factsFromAnswers(
  answers: WrittenAnswer[],
  source: string,
  file: string,
  asked: ReadonlySet<string>,
  vendor?: string,
): FactsFromAnswers {
  const matter = readMatter(source, file)
  const place = placeOf(matter, vendor)
  const document = parseDocument(source)
  const taken = new Map<string, unknown>()
  const wrong: FactsFromAnswers['wrong'] = []
  for (const { fact, words } of answers) {
    const field = fieldOf(fact)
    if (!field) continue
    const value = answerOf(field, words)
    if (value === undefined) continue
    const reason = refusal(field, fact, value, asked) ?? twice(taken, fact, value)
    if (reason !== undefined) wrong.push({ fact, reason })
    else taken.set(fact, value)
  }
  for (const [fact, value] of taken) {
    const [group, ...rest] = fact.split('.')
    const keys = group === 'vendor' ? [...place, ...rest] : [group, ...rest]
    // Nobody unlearns a fact because the vendor does not know it.
    if (value === unknown && document.hasIn(keys)) continue
    if (keys[0] !== 'vendors' && !isMap(document.get(keys[0]))) document.set(keys[0], document.createNode({}))
    document.setIn(keys, value)
  }
  return { yaml: document.toString({ lineWidth: 0 }), taken: [...taken.keys()], wrong }
}

/** Where the facts of the vendor stand that answered. */
function placeOf({ vendors = [], vendor }: Matter, name: string | undefined): (string | number)[] {
  const at = vendors.findIndex((one) => one.name === name)
  if (name === undefined) return vendor === undefined && vendors.length === 1 ? ['vendors', 0] : ['vendor']
  if (at >= 0) return ['vendors', at]
  if (vendor?.name === name) return ['vendor']
  const names = vendors.flatMap((one) => one.name ?? [])
  throw new Problem(
    'vendor',
    `--vendor ${name}: no vendor of the matter has that name${names.length > 0 ? `: there is ${names.join('; ')}` : ''}`,
  )
}

function refusal(
  { path }: Field,
  fact: string,
  value: unknown,
  asked: ReadonlySet<string>,
): string | undefined {
  if (!asked.has(path)) {
    return 'is no question of the questionnaire: the client answers it in the matter'
  }
  const { wrong } = checkFacts(withFact({ matter: 'Answers' }, fact, value))
  return wrong[0]?.reason
}

function twice(taken: Map<string, unknown>, fact: string, value: unknown): string | undefined {
  const before = taken.get(fact)
  return before === undefined || JSON.stringify(before) === JSON.stringify(value)
    ? undefined
    : 'is answered twice, each time otherwise: leave one answer'
}
