import type { Nodes, Root, Table } from 'mdast'
import type { SignaturesNode, Signer } from '../../draft/index.ts'
import { sharesOf } from '../node/table.ts'
import { escapeXml } from '../package/xml-text.ts'

/** A document without the values of its matter: what the drafts of a batch with the same clauses have in common. */
export interface Shape {
  /** The tree with a numbered slot for each value. */
  tree: Root
  /** The values, in the order of the slots. */
  values: string[]
}

// Characters that XML may hold and no text does (Unicode 15, 23.7).
const open = '\uFDD0'
const close = '\uFDD1'

/** Parts a tree from the values that the matter gives. */
export function shapeOf(tree: Root): Shape {
  const values: string[] = []
  const slot = (value: string): string => {
    values.push(value)
    return `${open}${values.length - 1}${close}`
  }
  const part = (node: Nodes): Nodes => {
    if (node.type === 'text') return node.data?.given ? { ...node, value: slot(node.value) } : node
    if (node.type === 'signatures')
      return { ...node, parties: node.parties.map((party) => partySlots(party, slot)) }
    const twin = { ...(node.type === 'table' ? withWidths(node) : node) } as Nodes
    if ('heading' in twin && twin.heading) Object.assign(twin, { heading: twin.heading.map(part) })
    if ('children' in twin) Object.assign(twin, { children: (twin.children as Nodes[]).map(part) })
    return twin
  }
  return { tree: part(tree) as Root, values }
}

/** Puts the values back in the XML that a shape was written as. */
export function withValues(xml: string, values: string[]): string {
  return xml.replace(/\uFDD0(\d+)\uFDD1/g, (_, at: string) =>
    escapeXml((values[Number(at)] ?? '').replace(/\s*\n\s*/g, ' ')),
  )
}

type Party = SignaturesNode['parties'][number]

/** A line without a name stays one to fill by hand. */
function partySlots(party: Party, slot: (value: string) => string): Party {
  const given = (value: string | undefined) => (value === undefined || value === '' ? value : slot(value))
  const signer = (one: Signer): Signer => {
    const [signatory, title] = [given(one.signatory), given(one.title)]
    return { ...(signatory !== undefined && { signatory }), ...(title !== undefined && { title }) }
  }
  return {
    ...party,
    name: slot(party.name),
    ...signer(party),
    ...(party.others && { others: party.others.map(signer) }),
  }
}

/** Columns are as wide as their words ask for, and a slot has none. */
function withWidths(table: Table): Table {
  const columns = table.children[0]?.children.length ?? 0
  if (table.data?.widths?.length === columns) return table
  return { ...table, data: { ...table.data, widths: sharesOf(table, columns) } }
}
