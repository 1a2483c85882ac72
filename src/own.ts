/**
 * What a table has under a word of somebody's file. A bare lookup would find `constructor` and `toString` in every table.
 *
 * @returns undefined where the table itself has no such entry
 */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined
}
