import { type Label, lastPartOf, prefixOf } from './label.ts'
import type { Line } from './lines.ts'
import type { Wrap } from './wrap.ts'

const UNFINISHED = /(?:[\p{L}\p{N},–—-]|["”’)\]]|S\.I\. No\.|\bNos?\.)$/u
const REFERRING =
  /(?:\b(?:sections?|articles?|art\.|clauses?|paragraphs?|part|chapter|schedule|annex|exhibit|appendix|version|no\.|nos\.|items?)|§)$/i
const RUNS_ON = /^(?:or|and|of|above|below|hereof|hereunder)\b|^[,;)]/

/** What makes a day or a share of the number before it. */
const AMOUNT =
  /^(?:per ?cent\b|%|(?:jan(?:uar|uary|vier)|feb(?:ruar|ruary)|février|march|märz|mars|april|avril|may|mai|juni?|june|juin|jul[iy]|juillet|august|août|sept(?:ember|embre)|o[ck]tob(?:er|re)|nov(?:ember|embre)|de[cz]ember|décembre)\s+\d)/i
/** What cannot end a sentence. */
const LEADS_ON = /\b(?:to|of|in|under|with|by|from|than|at)$/i

/**
 * Takes the markers away from lines that only look as if they had one: `Clause` at a line's end and `2. of the Order` on the
 * next is a reference, and a bare number counts only where its neighbours count with it. The marker is words then.
 */
export function trustLabels(lines: Line[], wrap: Wrap, soft: 'markdown' | 'width' | 'never'): void {
  const later = new LaterMarkers(lines)
  const seen = new Set<string>()
  let previous: Line | undefined
  lines.forEach((line, at) => {
    if (line.blank) {
      previous = undefined
      return
    }
    const { label } = line
    if (label && !isTrusted(line, label, at, previous)) {
      asWords(line, label)
      if (previous && !label.weak && soft !== 'never') line.runsOn = true
    } else if (label) remember(label, seen)
    previous = line
  })

  function isTrusted(line: Line, label: Label, at: number, before: Line | undefined): boolean {
    const bullet = label.number === ''
    const first = label.readings.some(({ value }) => value === 1 || value === 0)
    const next = label.readings.some(({ style, value }) => comesNext(label, style, value))
    const followed = later.hasSuccessor(at, label)
    if (label.weak && !(next || (first && followed) || later.hasChild(at, label))) return false
    if (before && soft !== 'never') return insideParagraph()
    if (bullet) return true
    // `(c) 2004 Acme` is a copyright line.
    if (label.number.toLowerCase() === 'c' && !next && label.dress === '()') return false
    // Nobody's list begins with `J.` or `x.`, or with `12. of 2013`.
    if (first || next || followed) return true
    return (
      (label.dress !== '.' && label.dress !== ')') ||
      (/^\d{1,3}(?!\d)/.test(label.number) && !/^\p{Ll}/u.test(line.text))
    )

    /** Whether a marker right under another line is one. */
    function insideParagraph(): boolean {
      const above = before!
      const capital = /^["“‘]?\p{Lu}/u.test(line.text)
      const cut =
        wrap.nearlyFull(above, line) && UNFINISHED.test(above.text) && !/(?:,|\band|\bor)$/.test(above.text)
      if (!bullet && UNFINISHED.test(above.text) && AMOUNT.test(line.text)) return false
      if (!bullet && LEADS_ON.test(above.text) && RUNS_ON.test(line.text)) return false
      if (!bullet && REFERRING.test(above.text) && !isHeadLine(above)) return false
      if (cut && bullet) return !/^\p{Ll}/u.test(line.text)
      if (cut && label.weak) return false
      if (first && later.goesOnInside(at, label)) return false
      if (cut && !(first && followed) && !(next && capital)) return false
      if (bullet) return true
      if (wrap.full(above, line) && RUNS_ON.test(line.text)) return false
      return first || next || followed || soft === 'markdown'
    }
  }

  function comesNext(label: Label, style: string, value: number): boolean {
    const key = keyOf(label, style)
    if (!Number.isInteger(value)) return seen.has(`${key} ${Math.floor(value)}`)
    if (seen.has(`${key} ${value - 1}`)) return true
    // `3.` behind `2.1`, where the line of `2` has no number that can be read.
    return style === 'decimal' && label.dress === '.' && seen.has(`multi ${value - 1} 1`)
  }
}

/** A line that is nothing but a name and a number at the head of a paragraph does not refer to anything. */
function isHeadLine({ text, label }: Line): boolean {
  return label !== undefined && /^\p{Lu}[\p{Lu}\s]*$/u.test(text)
}

function asWords(line: Line, label: Label): void {
  const typed = label.glued ?? `${label.printed} `
  line.text = line.text === '' ? label.printed : typed + line.text
  delete line.label
}

function keyOf({ number, dress }: Label, style: string): string {
  return `${style} ${style === 'multi' ? prefixOf(number) : dress}`
}

function remember(label: Label, seen: Set<string>): void {
  for (const { style, value } of label.readings) seen.add(`${keyOf(label, style)} ${Math.floor(value)}`)
}

/** How far a list's next marker may stand from the one before it, in lines. */
const FAR = 4000

/** Which markers come after a line. */
class LaterMarkers {
  private readonly places = new Map<string, number[]>()
  private readonly lines: Line[]

  constructor(lines: Line[]) {
    this.lines = lines
    lines.forEach(({ label }, at) => {
      if (!label) return
      for (const { style, value } of label.readings) {
        const key = `${keyOf(label, style)} ${value}`
        const places = this.places.get(key)
        if (places) places.push(at)
        else this.places.set(key, [at])
      }
    })
  }

  /** Whether the list's next marker comes after a line. */
  hasSuccessor(at: number, label: Label): boolean {
    return label.readings.some(({ style, value }) =>
      this.has(`${keyOf(label, style)} ${Math.floor(value) + 1}`, at),
    )
  }

  /** Whether a marker that holds this one comes within a few lines: `2.1` behind `2`. */
  hasChild(at: number, { number }: Label): boolean {
    return this.has(`multi ${number} 1`, at, 12)
  }

  /** Whether the list goes on inside the sentence, before it goes on at a line's start: `(1) assert …, and (2) offer …`. */
  goesOnInside(at: number, label: Label): boolean {
    if (label.dress !== '()' && label.dress !== ')') return false
    const second =
      lastPartOf(label.number) === '1'
        ? '2'
        : label.number === 'i'
          ? 'ii'
          : label.number === 'a'
            ? 'b'
            : undefined
    if (second === undefined) return false
    const inside = label.dress === '()' ? `(${second})` : ` ${second})`
    for (let line = at; line < Math.min(at + 30, this.lines.length); line += 1) {
      const { text, label: own, blank } = this.lines[line]!
      if (blank || (line > at && own?.number === second && own.dress === label.dress)) return false
      if (text.includes(inside)) return true
    }
    return false
  }

  private has(key: string, after: number, within = FAR): boolean {
    const places = this.places.get(key)
    if (!places) return false
    let [low, high] = [0, places.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (places[middle]! > after) high = middle
      else low = middle + 1
    }
    return low < places.length && places[low]! - after <= within
  }
}
