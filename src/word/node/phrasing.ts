import { TextRun } from 'docx'
import type { Emphasis, InlineCode, Strong, Text } from 'mdast'
import type { BlankNode, ChangeNode, DefinedTermNode } from '../../draft/index.ts'
import { xmlText } from '../package/xml-text.ts'
import type { InlineWriter, Place } from './types.ts'

function run(text: string, style: string | undefined): TextRun {
  return new TextRun({ text: xmlText(text), ...(style === undefined ? {} : { style }) })
}

/** A change of wording shows through whatever else the words are. */
function styled(place: Place, style: string): Place {
  return place.words === 'Insertion' || place.words === 'Deletion' ? place : { ...place, words: style }
}

export const text: InlineWriter<Text> = (_, { value }, { words }) => [
  run(value.replace(/\s*\n\s*/g, ' '), words),
]

export const lineBreak: InlineWriter<unknown> = () => [new TextRun({ break: 1 })]

export const strong: InlineWriter<Strong> = (state, { children }, place) =>
  state.inline(children, styled(place, 'Strong'))

export const emphasis: InlineWriter<Emphasis> = (state, { children }, place) =>
  state.inline(children, styled(place, 'Emphasis'))

export const inlineCode: InlineWriter<InlineCode> = (_, { value }) => [run(value, 'CodeWords')]

/** A fact that is not known: marked by a character style, in brackets for whoever does not see the mark. */
export const blank: InlineWriter<BlankNode> = (_, { words }) => [run(`[●: ${words}]`, 'Blank')]

export const definedTerm: InlineWriter<DefinedTermNode> = (_, { term }) => [run(term, 'DefinedTerm')]

export const change: InlineWriter<ChangeNode> = (state, { type, children }, place) =>
  state.inline(children, { ...place, words: type === 'insertion' ? 'Insertion' : 'Deletion' })
