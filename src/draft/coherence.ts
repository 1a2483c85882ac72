import type { Nodes, Root } from 'mdast'
import {
  type CoherenceMessage,
  type CoherencePaper,
  type CoherencePassage,
  coherenceLine,
  coherenceOf,
} from '../coherence/index.ts'
import { remembered } from '../reading/remembered.ts'
import type { DocumentKind } from './document/types.ts'
import { listNote } from './list-note.ts'
import type { DraftDocument, NoteNode } from './types.ts'

/** What our client is called in paper of ours. */
const client = ['the Company', 'Company', 'the Customer', 'Customer', 'the Supplier', 'Supplier']

/** What a paper for the check is made of, beside its tree. */
interface PaperOptions {
  /** Terms and names that it takes from elsewhere. */
  defined?: readonly string[]
  /** What it calls its clauses: `Section`, `paragraph`. */
  clause?: string
  counterparty?: 'vendor' | undefined
  /** Names that facts put into it. */
  names?: readonly string[]
}

/**
 * What does not fit together in a document for the other side and what it stands beside in the deal: the licenses as
 * they read with the amendments, the letter.
 */
export function coherenceOfDraft(
  { id, forVendor }: Pick<DocumentKind, 'id' | 'forVendor'>,
  tree: Root,
  beside: readonly CoherencePaper[],
  options: PaperOptions,
): CoherenceMessage[] {
  const counterparty = forVendor ? ('vendor' as const) : undefined
  const messages = coherenceOf([...beside, paperOfTree(id, tree, { ...options, counterparty })])
  // What the other papers are told of among themselves is told with the letter, unless this document is it.
  return forVendor ? messages.filter(({ paper }) => paper === id) : messages
}

/** A drafted document as another one's company in the deal. */
export function paperOfDraft({ id, tree }: DraftDocument): CoherencePaper {
  return paperOfTree(id, tree, { clause: 'paragraph' })
}

/** A finished document as a paper: its clauses with the numbers that they bear. */
export function paperOfTree(
  name: string,
  tree: Root,
  { defined = [], names = [], clause = 'paragraph', counterparty }: PaperOptions = {},
): CoherencePaper {
  const passages: CoherencePassage[] = []
  const walk = (node: Nodes, above: string, schedule: string): void => {
    if (node.type === 'licenseClause' || node.type === 'note' || node.type === 'signatures') return
    if (node.type === 'schedule') {
      const heading = wordsOf(node.heading)
      passages.push(passageOf(node.number, '', heading, heading, heading))
      for (const child of node.children) walk(child as Nodes, '', node.number)
      return
    }
    if (node.type === 'clauseBlock') {
      const own = node.number.replace(/\.$/, '')
      const number = /^\(/.test(own) ? `${above}${own}` : own
      const heading = wordsOf(node.heading ?? [])
      const text = [
        heading,
        ...node.children
          .filter(({ type }) => type !== 'clauseBlock')
          .map((child) => wordsOf([child as Nodes])),
      ]
        .filter((words) => words !== '')
        .join('. ')
      // An amendment is read in the license that it changes.
      const amends = node.id?.startsWith('amendments-') === true
      if (!amends) {
        const place = schedule === '' ? `${clause} ${number}` : `${schedule}, ${clause} ${number}`
        passages.push(passageOf(place, schedule === '' ? number : '', heading, text, text))
        for (const child of node.children) walk(child as Nodes, number, schedule)
      } else passages.push(passageOf(`${clause} ${number}`, number, heading, heading, ''))
      return
    }
    if (node.type === 'paragraph') {
      // The record is no word of the parties.
      if (above !== '' || node.data?.record) return
      const text = wordsOf([node])
      passages.push(passageOf(schedule || 'the beginning', '', '', text, text))
      return
    }
    if (node.type === 'tableRow' && above === '') {
      // A field of a cover page that is called by a term gives it its meaning.
      const [term = '', ...more] = node.children.map((cell) => wordsOf([cell]))
      if (!/^“[^”]+”$/.test(term)) return
      const text = `${term} means ${more.join(', ')}`
      passages.push(passageOf(schedule || 'the beginning', '', '', text, text))
      return
    }
    if ('children' in node) for (const child of node.children) walk(child as Nodes, above, schedule)
  }
  for (const node of tree.children) walk(node, '', '')
  return { name, passages, defined, names, client, ...(counterparty && { counterparty }) }
}

/** A passage; drafts that have it alike share it, and with it what was found in it. */
const passageOf = remembered(
  (place: string, number: string, heading: string, text: string, ours: string): CoherencePassage => ({
    place,
    number,
    heading,
    text,
    ours,
  }),
)

function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .map((node): string => {
      if (node.type === 'clauseReference') return `${node.prefix}${node.number}${node.suffix}`
      if (node.type === 'definedTerm') return node.term
      if (node.type === 'clauseBlock') return ''
      if ('value' in node) return node.value
      return 'children' in node ? wordsOf(node.children as Nodes[]) : ''
    })
    .join('')
}

/** What the record of a document says of the check: what it told, and what it could not read. */
export function coherenceRecord(
  messages: readonly CoherenceMessage[],
  unchecked: readonly string[],
): string | undefined {
  const told = messages.map(coherenceLine)
  if (told.length === 0 && unchecked.length === 0) return undefined
  return [
    ...(told.length > 0 ? [`What does not fit together: ${told.join('; ')}.`] : []),
    ...(unchecked.length > 0 ? [`Not read for what does not fit together: ${unchecked.join('; ')}.`] : []),
  ].join(' ')
}

/** What counsel must see before the paper leaves, set apart in it and taken out before signature. */
export function coherenceNote(messages: readonly CoherenceMessage[]): NoteNode | undefined {
  const told = messages.filter(({ counsel }) => counsel)
  if (told.length === 0) return undefined
  return listNote(
    'To settle before it leaves: what does not fit together',
    told.map((message) => coherenceLine(message)),
  )
}
