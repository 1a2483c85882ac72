/** Words that stay text in Markdown, on one line. */
export const plain = (text: string) => text.replace(/[\\`*_{}[\]<>#|~&]/g, '\\$&').replace(/\s+/g, ' ')

/** A table of Markdown; cells are Markdown on one line, and columns of numbers are set to the right. */
export function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`
  const ruled = head.map((_, at) => (rows.every((row) => /^-?[\d,]+$/.test(row[at] ?? '')) ? '--:' : '---'))
  return [line(head), line(ruled), ...rows.map(line)].join('\n')
}
