import { longDate } from '../../in-words.ts'
import type { Absence, Term } from '../../library/index.ts'
import { countUsers, fillPlainly, situationOf } from '../../matter/index.ts'
import { addendumModels, productModels } from '../flow-down/models.ts'
import { productsOf } from '../flow-down/products.ts'
import { valueWords } from '../template/helper/print.ts'
import { type Markdown, markdown } from '../template/value.ts'
import type { DraftInput } from './types.ts'

/** A row of the table of models. */
export interface ModelRow {
  /** `Llama 3.3 (70B)`. */
  label: string
  inputs: string
  /** Id of its license. */
  license: string
  licenseTitle: string
}

/** A product of an addendum that covers several, for its own schedule. */
export interface ProductSchedule {
  name: string
  /** By which its schedule is referred to. */
  id: Markdown
  models: ModelRow[]
  licenses: LicenseRow[]
  titles: string[]
}

/** A license of the addendum, with what it asks. */
export interface LicenseRow {
  id: string
  title: string
  released: string
  address: string
  policyAddress: string
  /** `700,000,000 monthly active users in June 2024`; empty where it has no threshold. */
  threshold: string
  /** `Built with Llama`; empty where no display is asked. */
  display: string
  /** `Llama`: what the names of derived models begin with; empty where none is asked. */
  nameElement: string
  /** Whether models that its outputs improve are named too. */
  outputsNamed: boolean
  /** The words that its duties want exactly: `Display`, `“Built with Llama”`. */
  exact: { point: string; words: string }[]
}

/** The models of the addendum, for its first schedule. */
export function modelRows(
  { matter, library }: Pick<DraftInput, 'matter' | 'library'>,
  models = addendumModels(matter, library),
): ModelRow[] {
  return models.map(({ name, sizes, inputs, license }) => ({
    label: sizes.length === 0 ? name : `${name} (${sizes.join(', ')})`,
    inputs: inputs.join(', '),
    license: license.id,
    licenseTitle: license.title,
  }))
}

/** The licenses of those models, each once. */
export function licenseRows(
  { matter, library }: Pick<DraftInput, 'matter' | 'library'>,
  models = addendumModels(matter, library),
): LicenseRow[] {
  const licenses = new Set(models.map(({ license }) => license))
  return [...licenses].map(({ id, title, released, texts, slots }) => {
    const fact = (topic: string, name: string) => factOf(library.terms.get(`${id}/${topic}`), name)
    const address = (kind: string) => texts.find((text) => text.kind === kind)?.address
    const users = fact('user-threshold', 'threshold_users')
    const month = countUsers(matter, id, library)?.month
    return {
      id,
      title,
      released: released === undefined ? 'without a date' : longDate(released),
      address: address('agreement') ?? '',
      policyAddress: address('use-policy') ?? slots.policy_address ?? '',
      threshold:
        users === undefined
          ? ''
          : `${valueWords(users)} monthly active users${month === undefined ? '' : ` in ${longDate(month)}`}`,
      display: String(fact('built-with-display', 'display_text') ?? ''),
      nameElement: String(fact('model-naming', 'name_element') ?? ''),
      outputsNamed: [fact('model-naming', 'inputs')].flat().includes('outputs'),
      exact: exactWords(id, { matter, library }),
    }
  })
}

/** The products of an addendum that covers several, in their order; none where it covers one. */
export function productSchedules({
  matter,
  library,
}: Pick<DraftInput, 'matter' | 'library'>): ProductSchedule[] {
  return productsOf(matter).map((product) => {
    const models = productModels(matter, product, library)
    const licenses = licenseRows({ matter, library }, models)
    return {
      name: product.name,
      id: markdown(product.id),
      models: modelRows({ matter, library }, models),
      licenses,
      titles: licenses.map(({ title }) => title),
    }
  })
}

/** What each duty of a license wants word for word; none of a duty that it does not impose. */
function exactWords(license: string, { matter, library }: Pick<DraftInput, 'matter' | 'library'>) {
  const situation = situationOf(matter, license, library)
  return [...library.duties.values()].flatMap(({ topic, exact }) => {
    if (!exact || typeof factOf(library.terms.get(`${license}/${topic}`), exact.fact) !== 'string') return []
    return [{ point: exact.point, words: fillPlainly(exact.words, situation) }]
  })
}

function factOf(term: Term | Absence | undefined, name: string): unknown {
  return term && !term.absent ? term.facts[name] : undefined
}
