const RAISED: Record<string, string> = {
  '0': '⁰', '1': '¹', '2': '²', '3': '³', '4': '⁴', '5': '⁵', '6': '⁶', '7': '⁷', '8': '⁸', '9': '⁹',
  '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾',
} // biome-ignore format: a table
const LOWERED: Record<string, string> = {
  '0': '₀', '1': '₁', '2': '₂', '3': '₃', '4': '₄', '5': '₅', '6': '₆', '7': '₇', '8': '₈', '9': '₉',
  '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎',
} // biome-ignore format: a table

/**
 * Words that are raised or lowered, so that they do not run into what stands before them: `1²` is not `12`, and `10⁶`
 * not `106`. Digits have signs of their own; letters that belong to a number or a name (`1st`, `™`) stay as they are;
 * anything else stands behind a `^` or a `_`.
 */
export function raised(text: string, how: 'sup' | 'sub'): string {
  const words = text.trim()
  if (words === '') return text
  const signs = how === 'sup' ? RAISED : LOWERED
  const characters = [...words]
  if (characters.every((one) => one in signs)) return characters.map((one) => signs[one]).join('')
  if (how === 'sup' && /^(?:st|nd|rd|th|er|re|e|o|a|tm|sm|r|®|™|℠|©)$/iu.test(words)) return words
  return `${how === 'sup' ? '^' : '_'}${characters.length > 1 ? `(${words})` : words}`
}
