import type { Clause } from '../agreement/index.ts'

/** The address of a clause as a person writes it: `Section 1.b.i`, `Definition of “Llama Materials”`, `Recital 2`. */
export function sectionOf({ kind, path, text, terms, heading = '' }: Clause): string {
  const slash = path.lastIndexOf('/')
  const own = path.slice(slash + 1)
  const within = slash < 0 ? '' : `${sentenceCase(path.slice(0, slash).split('/').join(', '))}, `
  const address = within + addressOf(own, kind, terms?.[0] ?? '', heading || text)
  return address
}

function addressOf(path: string, kind: Clause['kind'], term: string, heading: string): string {
  const again = /~(\d+)$/.exec(path)
  const times = again ? ` (${again[1]})` : ''
  if (kind === 'title') return `Title${times}`
  if (kind === 'definition' && path.includes('definition.')) return `Definition of “${term}”${times}`
  if (kind === 'heading') return `Heading “${heading}”${times}`
  const named = /^(recital|paragraph|heading|definition|title)\.(.+)$/.exec(path.replace(/~\d+$/, ''))
  if (named) return `${sentenceCase(named[1]!)} ${named[2]}${times}`
  return `Section ${path.replace(/~\d+$/, '')}${times}`
}

function sentenceCase(slug: string): string {
  const words = slug.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
