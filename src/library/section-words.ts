/** Sections for a reader: `Section 2`, `Sections 1.b.i, 3`, `Definition llama-materials`. */
export function sectionWords(sections: string[]): string {
  const names = sections.map((path) =>
    path
      .replace(
        /^(title|recital|definition|paragraph|heading)\.?/,
        (_, kind: string) => `${kind[0]!.toUpperCase()}${kind.slice(1)} `,
      )
      .trim(),
  )
  const numbers = names.every((name) => /^\d/.test(name))
  return numbers
    ? `${names.length > 1 ? 'Sections' : 'Section'} ${names.join(', ')}`
    : names.map((name) => (/^\d/.test(name) ? `Section ${name}` : name)).join(', ')
}
