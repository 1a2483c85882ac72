/** The words with which parties sign, and a line that waits for their pen. */
const SIGNING =
  /^(?:\[?(?:signature|signing|execution) (?:page|block|page to follow)|in witness (?:whereof|hereof|of which)\b|(?:as )?witness(?:es|ed)? (?:whereof|the hands)\b|the parties (?:have|hereto have|to this \S+ have) (?:executed|signed|caused)\b|(?:agreed|accepted|acknowledged)(?: (?:to|and|by|as of)\b.{0,40})?:?$|(?:executed|signed)(?: (?:as a deed|by|for and on behalf|on behalf|in|on|this|at|and)\b.{0,120})?[:.]?$|for and on behalf of\b|yours (?:sincerely|faithfully|truly)\b|(?:signature|signed|by|name|title|date|printed name|print name|place|its)\s*:?\s*[_.…]{2,}|[_…]{4,}|(?:signature|by|name|title|printed name|print name)\s*:)/i
/** What stands at the foot of a page or a text and belongs to none of its sections. */
const FOOT =
  /^(?:©|\(c\)\s|copyright\s+(?:©|\(c\)|\d{4})|(?:page|seite)\s+\d+|(?:last\s+(?:updated|modified|revised)|(?:version|revision|rev\.?|form|document)\s+(?:no\.?\s*)?[\dA-Z][\w./-]*)\b.{0,40}$|(?:rev(?:ision)?\.?|version)\s*:|-+\s*\d+\s*-+$|end of (?:the\s+)?(?:license|licence|agreement|terms|document)\b.{0,30}$|end\s*$)/i

/** Longer is a provision, and no line for a name or of a page's foot. */
const LONG = 120

/** Whether a paragraph without number begins what the parties sign. Nothing from there on stands in the last section. */
export function beginsSigning(text: string): boolean {
  return SIGNING.test(text)
}

/** Whether a line is the foot of a last page: nothing but short lines stands behind it. */
export function isFoot(text: string, behind: number): boolean {
  return behind === 0 && text.length <= 80 && FOOT.test(text)
}

/** For each of some texts how many provisions come behind it: numbered ones, headings and long ones. */
export function provisionsBehind<T extends { text: string }>(
  all: readonly T[],
  heads: (one: T) => boolean,
): Uint32Array {
  const behind = new Uint32Array(all.length)
  for (let at = all.length - 2; at >= 0; at -= 1) {
    const next = all[at + 1]!
    behind[at] = behind[at + 1]! + (next.text.length > LONG || heads(next) ? 1 : 0)
  }
  return behind
}

/** Whether a line says that the terms are over: what follows stands under none of their headings. */
export function endsTerms(text: string): boolean {
  return /^[-–—\s]*end of (?:the )?(?:terms|license|licence|agreement|document)\b.{0,30}$/i.test(text)
}
