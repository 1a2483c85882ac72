import { besideWordsOf, unlikeOmissions, watchedWordsOf } from '../report/guard.ts'
import { alone } from '../text/alone.ts'
import { unlikeMarks } from '../text/marks.ts'
import { unlikePictures } from '../text/pictures.ts'
import type { SidedOmission } from '../types.ts'
import type { GateSide } from './side.ts'
import type { GateFinding, GateOptions } from './types.ts'

/** Marks that change what a reader of the printed page sees, whatever the formats of the two sides. */
const SEEN = new Set([
  'unseen',
  'direction',
  'cover',
  'struck',
  'drawn-letters',
  'script',
  'review',
  'tip',
  'sign-font',
  'stored-value',
  'field',
  'reckoned',
])
/** Signs that a PDF's font does not name. */
const UNMAPPED = /[\u0000-\u0008\u000e-\u001f\ufffd\ue000-\uf8ff]/

/**
 * What of both sides was not read, and what is otherwise about words that are the same: while there is any of it, nobody
 * may say that the text is the agreed one.
 *
 */
export function unsure(
  agreed: GateSide,
  toSign: GateSide,
  { trackedRead = false, picturesSeen = false }: GateOptions,
): GateFinding[] {
  return [
    ...unread(agreed, 'agreed'),
    ...unread(toSign, 'toSign'),
    ...(picturesSeen ? [] : unlikePictures(agreed.document, toSign.document)).map((one) =>
      told(
        one,
        `picture ${one.place}`,
        'the pictures are not the same, or may not be: what they show is not read',
      ),
    ),
    ...marks(agreed, toSign),
    ...leftOut(agreed, toSign),
    ...links(agreed, toSign),
    ...remarks(agreed, toSign),
    ...(toSign.document.tracked && !trackedRead
      ? [beside('', '', '', `${toSign.id} still has tracked changes: --right-view says which state is meant`)]
      : []),
  ]
}

function beside(place: string, agreed: string, toSign: string, reason: string): GateFinding {
  return { kind: 'beside', place, agreed, toSign, reason }
}

function told({ side }: Pick<SidedOmission, 'side'>, words: string, reason: string): GateFinding {
  return side === 'left' ? beside('', words, '', reason) : beside('', '', words, reason)
}

function unread({ id, document, blocks }: GateSide, side: 'agreed' | 'toSign'): GateFinding[] {
  const unnamed = blocks.flatMap(({ words }) => words).filter(({ text }) => UNMAPPED.test(text))
  const bullets = unnamed.every(({ label }) => label === 'bullet')
  return document.unread
    .filter(({ kind }) => !(kind === 'unmapped-signs' && bullets))
    .map(({ kind, place }) => {
      const what = `${place === '' ? '' : `${place}, `}${kind.replaceAll('-', ' ')}`
      return {
        kind: 'unread',
        place: place,
        agreed: side === 'agreed' ? what : '',
        toSign: side === 'toSign' ? what : '',
        reason: `not read in ${id}`,
      }
    })
}

function marks(agreed: GateSide, toSign: GateSide): GateFinding[] {
  const [ours, theirs] = [agreed.document.marks ?? [], toSign.document.marks ?? []]
  const alike = agreed.document.format === toSign.document.format
  const known = (alike ? unlikeMarks(agreed.document, toSign.document) : []).filter(
    ({ kind, side }) => side === 'right' || !OF_SIGNING.has(kind),
  )
  // Paragraphs may be cut otherwise, so that what a mark says counts beside where it stands.
  const more = alone(
    theirs.filter(({ kind }) => SEEN.has(kind)),
    ours,
    ({ kind, place }) => `${kind} ${place}`,
  ).map(({ kind, place }): SidedOmission => ({ kind, place, side: 'right' }))
  const told = new Set(known.map(({ kind, place, side }) => `${side} ${kind} ${place}`))
  return [...known, ...more.filter(({ kind, place }) => !told.has(`right ${kind} ${place}`))]
    .filter(({ kind }) => !OF_REMARKS.has(kind))
    .map((one) => mark(one))
}

function mark(one: SidedOmission): GateFinding {
  return told(one, one.place, besideWordsOf(one.kind) ?? one.kind)
}

/** Marks that count in the text to sign alone: words that show what they show by themselves are as good as a field. */
const OF_SIGNING = new Set(['direction', 'cover', 'reckoned', 'drawn-letters'])

/** What a comment hangs on and who wrote it is no part of the agreement; the comments of the text to sign are told. */
const OF_REMARKS = new Set(['comment-mark', 'comment-author'])

function leftOut(agreed: GateSide, toSign: GateSide): GateFinding[] {
  const sided = (side: GateSide, name: 'left' | 'right') =>
    side.document.leftOut.map((one) => ({ ...one, side: name }))
  return unlikeOmissions({ leftOut: [...sided(agreed, 'left'), ...sided(toSign, 'right')] }).map((kind) => {
    const words = (side: GateSide) =>
      side.document.leftOut
        .filter((one) => one.kind === kind)
        .map(({ text = '' }) => text.replace(/\s+/g, ' ').trim())
        .join(' ')
    return beside('', words(agreed), words(toSign), `the ${watchedWordsOf(kind)} is not the same`)
  })
}

/** Addresses that the words of one side lead to and those of the other do not. */
function links(agreed: GateSide, toSign: GateSide): GateFinding[] {
  const targets = ({ stories }: GateSide) =>
    stories
      .filter(({ kind }) => kind === 'links')
      .flatMap(({ text }) => text.split('\n'))
      .map((line) => ({ line, target: line.slice(line.lastIndexOf(': ') + 2) }))
      .filter(({ target }) => !target.startsWith('#'))
  const [ours, theirs] = [targets(agreed), targets(toSign)]
  const lacks = (list: typeof ours, target: string) =>
    !list.some((one) => plain(one.target) === plain(target))
  return [
    ...theirs
      .filter(({ target }) => lacks(ours, target))
      .map(({ line }) => beside('', '', line, 'a link leads where none of the agreed text does')),
    // The words stand there all the same: a print leads nowhere.
    ...(agreed.document.format !== toSign.document.format ? [] : ours)
      .filter(({ target }) => lacks(theirs, target))
      .map(({ line }) => beside('', line, '', 'a link of the agreed text is not there')),
  ]
}

function plain(address: string): string {
  return address.trim().replace(/\/$/, '')
}

/** Comments of the text to sign that the agreed one has not; those of the agreed text may have been taken off. */
function remarks(agreed: GateSide, toSign: GateSide): GateFinding[] {
  const texts = ({ stories }: GateSide) =>
    stories.filter(({ kind }) => kind === 'comments').map(({ text, name }) => ({ text, name }))
  const ours = new Set(texts(agreed).map(({ text }) => text.replace(/\s+/g, ' ')))
  return texts(toSign)
    .filter(({ text }) => !ours.has(text.replace(/\s+/g, ' ')))
    .map(({ text, name }) => beside(name, '', text, 'a comment that the agreed text has not'))
}
