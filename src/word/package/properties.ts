import { escapeXml } from './xml-text.ts'

/** What File > Properties shows of a document. */
export interface DocumentProperties {
  title: string
  /** What it is about, one line. */
  subject?: string
  /** Who made it. */
  author: string
  /** When, ISO 8601: a day, or a day and time in UTC. Without it the file names no time. */
  date?: string
  keywords?: string[]
  /** `Draft`, `Final`. */
  status?: string
  /** BCP 47, for example `en-US`. */
  language: string
  /** Whether Word tracks what is changed in it, and whether it allows nothing but tracked changes. */
  tracking?: 'on' | 'protected'
  /** Properties of our own, by name: digests, the matter. */
  custom?: Record<string, string>
}

const NAMESPACES = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ')

/** The core properties part (ECMA-376 part 2, 11). `docx` writes the clock into its own, so this one replaces it. */
export function coreProperties(properties: DocumentProperties): string {
  const { title, subject, author, date, keywords, status, language } = properties
  const time = date === undefined ? undefined : timestamp(date)
  const elements: [string, string | undefined][] = [
    ['dc:title', title],
    ['dc:subject', subject],
    ['dc:creator', author || undefined],
    ['cp:keywords', keywords?.join(', ')],
    ['cp:lastModifiedBy', author || undefined],
    ['cp:revision', '1'],
    ['dcterms:created xsi:type="dcterms:W3CDTF"', time],
    ['dcterms:modified xsi:type="dcterms:W3CDTF"', time],
    ['cp:contentStatus', status],
    ['dc:language', language],
  ]
  const content = elements
    .filter((element): element is [string, string] => element[1] !== undefined)
    .map(([name, value]) => `<${name}>${escapeXml(value)}</${name.split(' ')[0]}>`)
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties ${NAMESPACES}>${content.join('')}</cp:coreProperties>`
}

/** A date or a time of ISO 8601 as Word writes it: to the second, in UTC. */
export function timestamp(date: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00Z` : date
  return `${new Date(time).toISOString().slice(0, 19)}Z`
}
