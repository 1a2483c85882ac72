import type { Nodes } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import type { DraftMessage } from '../../types.ts'

/** What a directive may draw on. */
export interface Building {
  /** The document's view, for directives that print data: `::signatures{of="parties"}`. */
  view: object
  messages: DraftMessage[]
}

export type Directive = ContainerDirective | LeafDirective | TextDirective

/** Makes the nodes that a directive stands for. Its children are built already. */
export type DirectiveBuilder = (node: Directive, building: Building) => Nodes[]
