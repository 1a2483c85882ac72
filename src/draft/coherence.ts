import type { Nodes, Root } from 'mdast'
import {
  type CoherenceMessage,
  type CoherencePaper,
  type CoherencePassage,
  coherenceLine,
  coherenceOf,
} from '../coherence/index.ts'
import { papersOfDeal } from '../redline/index.ts'
import type { DraftInput } from './document/types.ts'
import type { NoteNode } from './types.ts'

/** What our client is called in paper of ours. */
const client = ['the Company', 'Company', 'the Customer', 'Customer']

/**
 * What does not fit together in a document for the other side and the licenses that it amends, as they read with the
 * amendments. Where an official text is not here, its license is left out.
 */
export function coherenceOfDraft(
  id: string,
  tree: Root,
  input: Pick<DraftInput, 'redline'>,
  defined: readonly string[],
): CoherenceMessage[] {
  return coherenceOf([...papersOfDeal(input.redline ?? []), paperOfTree(id, tree, defined)])
}

/** A finished document as a paper: its clauses with the numbers that they bear. */
export function paperOfTree(name: string, tree: Root, defined: readonly string[] = []): CoherencePaper {
  const passages: CoherencePassage[] = []
  const walk = (node: Nodes, above: string, schedule: string): void => {
    if (node.type === 'licenseClause' || node.type === 'note' || node.type === 'signatures') return
    if (node.type === 'schedule') {
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
        passages.push({
          place: schedule === '' ? `paragraph ${number}` : `${schedule}, paragraph ${number}`,
          number: schedule === '' ? number : '',
          heading,
          text,
          ours: text,
        })
        for (const child of node.children) walk(child as Nodes, number, schedule)
      } else passages.push({ place: `paragraph ${number}`, number, heading, text: heading, ours: '' })
      return
    }
    if (node.type === 'paragraph') {
      if (above !== '') return
      const text = wordsOf([node])
      passages.push({ place: schedule || 'the beginning', number: '', heading: '', text, ours: text })
      return
    }
    if ('children' in node) for (const child of node.children) walk(child as Nodes, above, schedule)
  }
  for (const node of tree.children) walk(node, '', '')
  return { name, passages, defined, client }
}

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

/** What counsel must see before the paper leaves, set apart in it and taken out before signature. */
export function coherenceNote(messages: readonly CoherenceMessage[]): NoteNode | undefined {
  const told = messages.filter(({ counsel }) => counsel)
  if (told.length === 0) return undefined
  return {
    type: 'note',
    children: [
      {
        type: 'paragraph',
        children: [
          {
            type: 'strong',
            children: [{ type: 'text', value: 'To settle before it leaves: what does not fit together' }],
          },
        ],
      },
      {
        type: 'list',
        ordered: true,
        start: 1,
        spread: false,
        children: told.map((message) => ({
          type: 'listItem',
          spread: false,
          children: [{ type: 'paragraph', children: [{ type: 'text', value: coherenceLine(message) }] }],
        })),
      },
    ],
  }
}
