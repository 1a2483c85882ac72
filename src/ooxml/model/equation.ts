import { own } from '../../own.ts'
import { flatElements } from '../xml/flat.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf, textIn } from '../xml/walk.ts'
import { revisionOf, stands } from './revisions.ts'

type View = 'accepted' | 'original'

/**
 * An equation on one line, as Word's linear format writes it: `(a+b)/2`, `x^2`, `√(x)` (Office Math, ECMA-376 part 1,
 * 22.1). Every character of it is in the result.
 *
 * @param node `m:oMath`, `m:oMathPara` or anything in one
 * @param view what was deleted, or inserted, is left out
 */
export function equationText(node: XmlElement, view: View): string {
  const write = own(writers, node.name)
  if (write) return write(node, view)
  if (node.name === 'm:t' || node.name === 'w:t' || node.name === 'w:delText') return textIn(node)
  if (node.name.endsWith('Pr')) return ''
  const revision = revisionOf(node)
  if (revision && !stands([revision], view)) return ''
  return flatElements(node)
    .map((part) => equationText(part, view))
    .join('')
}

const writers: Record<string, (node: XmlElement, view: View) => string> = {
  'm:f': (node, view) => {
    // Without a bar it is no fraction: a binomial, one thing above another (22.1.2.36).
    const bare = child(child(node, 'm:fPr'), 'm:type')?.attributes['m:val'] === 'noBar'
    return `${part(node, 'm:num', view)}${bare ? '¦' : '/'}${part(node, 'm:den', view)}`
  },
  'm:sSup': (node, view) => `${plain(node, 'm:e', view)}^${part(node, 'm:sup', view)}`,
  'm:sSub': (node, view) => `${plain(node, 'm:e', view)}_${part(node, 'm:sub', view)}`,
  'm:sSubSup': (node, view) =>
    `${plain(node, 'm:e', view)}_${part(node, 'm:sub', view)}^${part(node, 'm:sup', view)}`,
  'm:sPre': (node, view) =>
    `_${part(node, 'm:sub', view)}^${part(node, 'm:sup', view)} ${plain(node, 'm:e', view)}`,
  'm:rad': (node, view) => {
    const degree = plain(node, 'm:deg', view)
    return `√(${degree === '' ? '' : `${degree}&`}${plain(node, 'm:e', view)})`
  },
  'm:nary': (node, view) => {
    const sign = character(node, 'm:naryPr', 'm:chr', '∫')
    return `${sign}${script('_', node, 'm:sub', view)}${script('^', node, 'm:sup', view)} ${plain(node, 'm:e', view)}`
  },
  'm:func': (node, view) => `${plain(node, 'm:fName', view)} ${plain(node, 'm:e', view)}`,
  'm:limLow': (node, view) => `${plain(node, 'm:e', view)}_${part(node, 'm:lim', view)}`,
  'm:limUpp': (node, view) => `${plain(node, 'm:e', view)}^${part(node, 'm:lim', view)}`,
  'm:d': (node, view) => {
    const between = character(node, 'm:dPr', 'm:sepChr', '|')
    const inside = elementsOf(node, 'm:e').map((part) => equationText(part, view))
    return `${character(node, 'm:dPr', 'm:begChr', '(')}${inside.join(between)}${character(node, 'm:dPr', 'm:endChr', ')')}`
  },
  'm:m': (node, view) => {
    const rows = elementsOf(node, 'm:mr').map((row) =>
      elementsOf(row, 'm:e')
        .map((part) => equationText(part, view))
        .join(' & '),
    )
    return `[${rows.join('; ')}]`
  },
  'm:eqArr': (node, view) =>
    elementsOf(node, 'm:e')
      .map((part) => equationText(part, view))
      .join('; '),
  'm:acc': (node, view) => `${plain(node, 'm:e', view)}${character(node, 'm:accPr', 'm:chr', '\u0302')}`,
  // The signs of the linear form that Word itself reads.
  'm:bar': (node, view) => {
    const below = child(child(node, 'm:barPr'), 'm:pos')?.attributes['m:val'] !== 'top'
    return `${below ? '▁' : '¯'}(${plain(node, 'm:e', view)})`
  },
  'm:borderBox': (node, view) => `▭(${plain(node, 'm:e', view)})`,
  'm:groupChr': (node, view) =>
    `${plain(node, 'm:e', view)}${character(node, 'm:groupChrPr', 'm:chr', '\u23DF')}`,
}

function plain(node: XmlElement, name: string, view: View): string {
  const found = child(node, name)
  return found ? equationText(found, view) : ''
}

/** A part, in brackets where it is more than one thing. */
function part(node: XmlElement, name: string, view: View): string {
  const text = plain(node, name, view)
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`
}

function script(sign: string, node: XmlElement, name: string, view: View): string {
  const text = part(node, name, view)
  return text === '' ? '' : sign + text
}

/** A sign that the properties name; the standard's where they do not, none where they name an empty one. */
function character(node: XmlElement, properties: string, name: string, standard: string): string {
  const found = child(child(node, properties), name)
  return found ? (found.attributes['m:val'] ?? '') : standard
}
