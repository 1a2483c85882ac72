/**
 * A place for the cell of a table: of an entry without a number its own first words, which no other entry has, without
 * the headings above it.
 *
 * @example
 * shortWhere('Llama 3.1, use policy, “Prohibited Uses”, “We want everyone …”') // 'Llama 3.1, use policy, “We want everyone …”'
 */
export function shortWhere(where: string): string {
  return where.replaceAll(/“[^”]*”, (?:items? )?(?=“)/g, '')
}
