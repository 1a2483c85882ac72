import type { Library, License, Topic } from '../../library/index.ts'
import { licenseNames, type Matter, narrowCite } from '../../matter/index.ts'
import type { DraftInput } from './types.ts'
import { runsUnder, usesWhere } from './uses-where.ts'

/** A rule for staff, from what the licenses in use say on one topic. */
export interface PolicyRule {
  topic: string
  /** Counts through the document. */
  number: number
  title: string
  rule: string
  /** `Llama 3.2 only (chatbot):` where not every license in use has the rule; else empty. */
  only: string
  /** What some versions add. */
  also: string[]
  allowed: string
  notAllowed: string
  /** Whether something that the matter names comes close to it. */
  near: boolean
  /** Of which uses, where it is not each: `chatbot`. */
  nearUses: string
  cite: string
}

export interface PolicyGroup {
  title: string
  rules: PolicyRule[]
}

/** What rules are made from: the matter as a whole, and its uses where there are several. */
export type RulesInput = Pick<DraftInput, 'matter' | 'uses' | 'library'>

/** Topics that have a place of their own in the document. */
const elsewhere = ['reporting', 'allowing-others']

/**
 * The rules of the use policies, and of agreements that bar uses themselves, in the library's groups.
 *
 * @param licenses those of the matter's models
 */
export function policyGroups(licenses: License[], input: RulesInput): PolicyGroup[] {
  const { library } = input
  let number = 0
  // The use policies first, then what an agreement bars itself.
  const groups = [...library.groups].sort((a, b) => b.document.localeCompare(a.document))
  return groups.flatMap(({ title, topics }) => {
    const rules = topics.flatMap((topic): PolicyRule[] => {
      const rule = elsewhere.includes(topic.id) ? undefined : policyRule(topic, licenses, input)
      if (!rule) return []
      number += 1
      return [{ ...rule, number }]
    })
    return rules.length === 0 ? [] : [{ title, rules }]
  })
}

/** The rule of one topic; undefined where no license in use has it. */
export function policyRule(
  { id, title, staff }: Topic,
  licenses: License[],
  input: RulesInput,
): Omit<PolicyRule, 'number'> | undefined {
  const { matter, library } = input
  const having = licenses.filter((license) => library.terms.get(`${license.id}/${id}`)?.absent === false)
  if (having.length === 0 || !staff) return undefined
  const touched = touchedBy(matter)
  const isNear = (words: readonly string[]) => staff.near.some((one) => words.includes(one))
  const fields = [...touched, ...(matter.sensitive_uses ?? []).map(({ what }) => what)]
  const example = staff.inFields.find((one) => one.fields.some((field) => fields.includes(field))) ?? staff
  return {
    topic: id,
    title,
    rule: staff.rule,
    only: onlyFor(having, licenses, input),
    also: staff.also.flatMap(({ fact, has, rule }) => {
      const further = having.filter((license) => hasFact(library, license.id, id, fact, has))
      if (further.length === 0) return []
      const only = onlyFor(further, licenses, input)
      return [only === '' ? rule : `${only} ${rule}`]
    }),
    allowed: example.allowed,
    notAllowed: example.notAllowed,
    near: isNear(touched),
    nearUses: isNear(touched) ? usesWhere(input, (use) => isNear(touchedBy(use.matter))) : '',
    cite: narrowCite(having, library, id),
  }
}

function onlyFor(some: License[], all: License[], input: RulesInput): string {
  if (some.length === all.length) return ''
  const { library } = input
  const names = licenseNames(
    some.map(({ id }) => id),
    library.licenses,
  )
  const uses = usesWhere(input, (use) => runsUnder(use, some, library))
  return `${names} only${uses === '' ? '' : ` (${uses})`}:`
}

/** What the matter names that a rule may come close to. */
function touchedBy({ near_policy_uses: near = [], domains = [] }: Matter): string[] {
  return [...near, ...domains]
}

function hasFact(library: Library, license: string, topic: string, fact: string, value: string): boolean {
  const term = library.terms.get(`${license}/${topic}`)
  const found = term?.absent === false ? term.facts[fact] : undefined
  return Array.isArray(found) ? found.includes(value) : found === value
}
