/**
 * How many elements begin in markup, told without reading it: a file that has too many is refused before it takes time.
 * Those in comments count too.
 *
 * @example countTags('<w:p><w:r/></w:p>') // 2
 */
export function countTags(text: string): number {
  let tags = 0
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const next = text.charCodeAt(at + 1)
    // Neither an end (/), nor a comment (!), nor an instruction (?).
    if (next !== 47 && next !== 33 && next !== 63) tags += 1
  }
  return tags
}
