/** The Markdown report as plain text for a terminal: without the marks, with their meaning. */
export function reportToText(markdown: string): string {
  return markdown
    .replace(/^#{1,2} (.*)$/gm, (_, heading: string) => heading.toUpperCase())
    .replace(/^### /gm, '■ ')
    .replace(/\*\*(.+?)\*\*/g, '$1')
    .replace(/`(.+?)`/g, '[$1]')
    .replace(/\\([\\`*_{}[\]<>()#+!|~&])/g, '$1')
    .replace(/\n{3,}/g, '\n\n')
}
