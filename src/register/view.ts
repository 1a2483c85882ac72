import { stringify } from 'yaml'
import { z } from 'zod'
import { Problem } from '../problem.ts'
import { Conflict, type Matters, NoSuchMatter } from '../store/index.ts'
import { visible } from '../visible.ts'
import { parseYaml, validate } from '../yaml.ts'
import { vendorOrders } from './find.ts'
import { statuses } from './types.ts'

/** What a list of vendors shows beside the name of each, in the order of the list. */
export const vendorColumns = ['product', 'models', 'category', 'status', 'signed', 'term', 'owner'] as const
export type VendorColumn = (typeof vendorColumns)[number]

/** So long may the name of a view be (characters), and so many views are there at most. */
export const longestViewName = 80
const mostViews = 200

const word = z.string().trim().min(1).max(500)

/** A view as its file has it. */
const viewSchema = z.strictObject(
  {
    view: z.string().trim().min(1).describe('Its name.'),
    find: word.exactOptional(),
    status: z.enum(statuses).exactOptional(),
    owner: word.exactOptional(),
    category: word.exactOptional(),
    model: word.exactOptional(),
    sort: z.enum(vendorOrders).exactOptional(),
    columns: z.array(z.enum(vendorColumns)).min(1).exactOptional(),
  },
  { error: 'expected a view of the register: keys and values, beginning with view:' },
)

/** What a view asks for: words of a filter, an order, and columns; what is left out is as in the list of all. */
export type ViewAsks = Omit<z.output<typeof viewSchema>, 'view'>

/** A named filter of the register. */
export interface VendorView {
  /** Names it in an address, and stays when it is called otherwise: `renewals-of-ada`. */
  id: string
  name: string
  asks: ViewAsks
  /** Names the version that was read; whoever changes it gives it. */
  base: string
}

/** The views of a register; several processes may share them. */
export interface Views {
  /** In the order of their names, and why a file is none. */
  all(): Promise<{ views: VendorView[]; wrong: string[] }>
  /** @throws Problem `view` where there is none */
  open(id: string): Promise<VendorView>
  /** @throws Problem `view-name` for a name that is none, or is taken */
  add(name: string, asks: ViewAsks, by: string): Promise<VendorView>
  /** Calls it otherwise; its address stays. */
  rename(id: string, name: string, by: string): Promise<VendorView>
  remove(id: string, by: string): Promise<void>
}

/** @param filesOf where they are kept; undefined where none is kept yet and nothing is to be made for it */
export function openViews(filesOf: (make: boolean) => Promise<Matters | undefined>): Views {
  const open = async (id: string) => {
    const kept = await filesOf(false)
    const found = await kept?.open(id).catch(orNone)
    if (!found) throw new Problem('view', 'there is no such view: it was removed, or never kept')
    return viewOf(found)
  }
  const all: Views['all'] = async () => {
    const kept = await filesOf(false)
    const opened = kept ? await kept.openAll(await kept.names()) : []
    const views: VendorView[] = []
    const wrong: string[] = []
    for (const one of opened) {
      try {
        views.push(viewOf(one))
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        wrong.push(error.toString())
      }
    }
    return { views: views.sort((one, other) => one.name.localeCompare(other.name, 'en')), wrong }
  }
  /** @returns the name without blanks around it */
  const free = async (name: string, id?: string) => {
    const title = name.trim()
    if (title === '') throw new Problem('view-name', 'give the view a name')
    if ([...title].length > longestViewName)
      throw new Problem('view-name', `a view has a name of ${longestViewName} characters at most`)
    if (visible(title) !== title || /[\t\r\n]/.test(title))
      throw new Problem('view-name', 'the name of a view has signs that cannot be seen: type it anew')
    const { views } = await all()
    if (views.some((one) => one.id !== id && one.name.toLowerCase() === title.toLowerCase()))
      throw new Problem(
        'view-name',
        `there is a view “${title}” already: give another name, or remove that one`,
      )
    if (id === undefined && views.length >= mostViews)
      throw new Problem(
        'view-name',
        `there are ${mostViews} views, which is all that are kept: remove one first`,
      )
    return title
  }
  return {
    all,
    open,
    async add(name, asks, by) {
      const title = await free(name)
      const kept = await filesOf(true)
      return viewOf(await kept!.save({ yaml: yamlOf(title, asks), by }))
    },
    async rename(id, name, by) {
      const view = await open(id)
      const title = await free(name, id)
      const kept = await filesOf(true)
      return viewOf(
        await kept!
          .save({ yaml: yamlOf(title, view.asks), name: id, base: view.base, by })
          .catch(inTheMeantime),
      )
    },
    async remove(id, by) {
      const { base } = await open(id)
      const kept = await filesOf(true)
      await kept!.remove(id, base, by).catch(inTheMeantime)
    },
  }
}

/** What a new file of a view is named after. */
export function viewTitleIn(yaml: string): string | undefined {
  try {
    const { data } = parseYaml(yaml, '')
    const { view } = Object(data) as Record<string, unknown>
    return typeof view === 'string' ? view.replaceAll('.', '') : undefined
  } catch {
    return undefined
  }
}

function viewOf({ name: id, yaml, base }: { name: string; yaml: string; base: string }): VendorView {
  const read = validate(parseYaml(yaml, `views/${id}.yaml`), viewSchema)
  if ('problems' in read) throw read.problems[0]!
  const { view: name, ...asks } = read.data
  return { id, name, asks, base }
}

function yamlOf(view: string, asks: ViewAsks): string {
  return stringify({ view, ...asks })
}

function orNone(error: unknown): undefined {
  if (!(error instanceof NoSuchMatter)) throw error
}

function inTheMeantime(error: unknown): never {
  if (error instanceof Conflict || error instanceof NoSuchMatter)
    throw new Problem('view', 'somebody changed or removed this view in the meantime: look at it again')
  throw error
}
