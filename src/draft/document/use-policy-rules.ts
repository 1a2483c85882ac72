import type { Library, License, Topic } from '../../library/index.ts'
import { licenseNames, type Matter, narrowCite } from '../../matter/index.ts'

/** A rule for staff, from what the licenses in use say on one topic. */
export interface PolicyRule {
  topic: string
  /** Counts through the document. */
  number: number
  title: string
  rule: string
  /** `Llama 3.2 only:` where not every license in use has the rule; else empty. */
  only: string
  /** What some versions add. */
  also: string[]
  allowed: string
  notAllowed: string
  /** Whether something that the matter names comes close to it. */
  near: boolean
  cite: string
}

export interface PolicyGroup {
  title: string
  rules: PolicyRule[]
}

/** Topics that have a place of their own in the document. */
const elsewhere = ['reporting', 'allowing-others']

/**
 * The rules of the use policies, and of agreements that bar uses themselves, in the library's groups.
 *
 * @param licenses those of the matter's models
 */
export function policyGroups(licenses: License[], matter: Matter, library: Library): PolicyGroup[] {
  let number = 0
  // The use policies first, then what an agreement bars itself.
  const groups = [...library.groups].sort((a, b) => b.document.localeCompare(a.document))
  return groups.flatMap(({ title, topics }) => {
    const rules = topics.flatMap((topic): PolicyRule[] => {
      const rule = elsewhere.includes(topic.id) ? undefined : policyRule(topic, licenses, matter, library)
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
  matter: Matter,
  library: Library,
): Omit<PolicyRule, 'number'> | undefined {
  const having = licenses.filter((license) => library.terms.get(`${license.id}/${id}`)?.absent === false)
  if (having.length === 0 || !staff) return undefined
  const touched = [...(matter.near_policy_uses ?? []), ...(matter.domains ?? [])] as string[]
  const fields = [...touched, ...(matter.sensitive_uses ?? []).map(({ what }) => what)]
  const example = staff.inFields.find((one) => one.fields.some((field) => fields.includes(field))) ?? staff
  return {
    topic: id,
    title,
    rule: staff.rule,
    only: onlyFor(having, licenses, library),
    also: staff.also.flatMap(({ fact, has, rule }) => {
      const further = having.filter((license) => hasFact(library, license.id, id, fact, has))
      if (further.length === 0) return []
      const only = onlyFor(further, licenses, library)
      return [only === '' ? rule : `${only} ${rule}`]
    }),
    allowed: example.allowed,
    notAllowed: example.notAllowed,
    near: staff.near.some((one) => touched.includes(one)),
    cite: narrowCite(having, library, id),
  }
}

function onlyFor(some: License[], all: License[], library: Library): string {
  if (some.length === all.length) return ''
  return `${licenseNames(
    some.map(({ id }) => id),
    library.licenses,
  )} only:`
}

function hasFact(library: Library, license: string, topic: string, fact: string, value: string): boolean {
  const term = library.terms.get(`${license}/${topic}`)
  const found = term?.absent === false ? term.facts[fact] : undefined
  return Array.isArray(found) ? found.includes(value) : found === value
}
