import type { FileChild, ParagraphChild } from 'docx'
import type { Nodes, PhrasingContent } from 'mdast'
import { blockquote } from './blockquote.ts'
import { clauseBlock } from './clause-block.ts'
import { clauseReference } from './clause-reference.ts'
import { code } from './code.ts'
import { formField } from './form-field.ts'
import { heading } from './heading.ts'
import { heatMap } from './heat-map.ts'
import { licenseClause } from './license-clause.ts'
import { link } from './link.ts'
import { list } from './list.ts'
import { note } from './note.ts'
import { pageBreak } from './page-break.ts'
import { paragraph } from './paragraph.ts'
import { blank, change, definedTerm, emphasis, inlineCode, lineBreak, strong, text } from './phrasing.ts'
import { schedule } from './schedule.ts'
import { signatures } from './signatures.ts'
import { table } from './table.ts'
import { thematicBreak } from './thematic-break.ts'
import type { Place, State } from './types.ts'

/** Writes a block by its type. What can hold no words of the document (comments, front matter) is left out. */
export function block(state: State, node: Nodes, place: Place): FileChild[] {
  switch (node.type) {
    case 'blockquote':
      return blockquote(state, node, place)
    case 'clauseBlock':
      return clauseBlock(state, node, place)
    case 'code':
      return code(state, node, place)
    case 'heading':
      return heading(state, node, place)
    case 'heatMap':
      return heatMap(state, node, place)
    case 'licenseClause':
      return licenseClause(state, node, place)
    case 'list':
      return list(state, node, place)
    case 'note':
      return note(state, node, place)
    case 'pageBreak':
      return pageBreak(state, node, place)
    case 'paragraph':
      return paragraph(state, node, place)
    case 'schedule':
      return schedule(state, node, place)
    case 'signatures':
      return signatures(state, node, place)
    case 'table':
      return table(state, node, place)
    case 'thematicBreak':
      return thematicBreak(state, node, place)
    default:
      return 'children' in node ? state.blocks(node.children as Nodes[], place) : []
  }
}

/** Writes words by their type. */
export function inline(state: State, node: PhrasingContent, place: Place): ParagraphChild[] {
  switch (node.type) {
    case 'blank':
      return blank(state, node, place)
    case 'break':
      return lineBreak(state, node, place)
    case 'clauseReference':
      return clauseReference(state, node, place)
    case 'definedTerm':
      return definedTerm(state, node, place)
    case 'deletion':
    case 'insertion':
      return change(state, node, place)
    case 'emphasis':
      return emphasis(state, node, place)
    case 'formField':
      return formField(state, node, place)
    case 'inlineCode':
      return inlineCode(state, node, place)
    case 'link':
      return link(state, node, place)
    case 'strong':
      return strong(state, node, place)
    case 'text':
      return text(state, node, place)
    default:
      return 'children' in node ? state.inline(node.children as PhrasingContent[], place) : []
  }
}
