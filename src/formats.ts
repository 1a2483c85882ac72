/** A form in which results leave the program. */
interface OutputFormat {
  /** How the names of its files end, the usual one first. */
  endings: readonly [string, ...string[]]
  /** Media type, as HTTP names it. */
  type: string
  /** For a person who chooses. */
  label: string
}

/** Every format, by the id that `--format` and addresses have. What is written in which stands in the lists below. */
export const outputFormats = {
  terminal: { endings: ['txt'], type: 'text/plain; charset=utf-8', label: 'Text' },
  markdown: { endings: ['md', 'markdown'], type: 'text/markdown; charset=utf-8', label: 'Markdown' },
  html: { endings: ['html', 'htm'], type: 'text/html; charset=utf-8', label: 'HTML' },
  docx: {
    endings: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    label: 'Word',
  },
  json: { endings: ['json'], type: 'application/json; charset=utf-8', label: 'JSON' },
  csv: { endings: ['csv'], type: 'text/csv; charset=utf-8', label: 'CSV' },
  xlsx: {
    endings: ['xlsx'],
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: 'Excel',
  },
  rss: { endings: ['rss', 'xml'], type: 'application/rss+xml; charset=utf-8', label: 'RSS' },
  ics: { endings: ['ics'], type: 'text/calendar; charset=utf-8', label: 'Calendar' },
} as const satisfies Record<string, OutputFormat>

export type FormatId = keyof typeof outputFormats

export const formatIds = Object.keys(outputFormats) as FormatId[]

/** What a document is written in. */
export const documentFormats = ['markdown', 'html', 'docx'] as const satisfies FormatId[]
export type DocumentFormat = (typeof documentFormats)[number]

/** What a comparison is saved in. */
export const reportFormats = ['docx', 'html', 'markdown', 'json', 'csv'] as const satisfies FormatId[]
export type ReportFormat = (typeof reportFormats)[number]

/** What a redline of a license is written in. */
export const redlineFormats = ['docx', 'markdown', 'html', 'json'] as const satisfies FormatId[]
export type RedlineFormat = (typeof redlineFormats)[number]

/** What an assessment is written in. */
export const assessmentFormats = ['terminal', 'markdown', 'html', 'json'] as const satisfies FormatId[]
export type AssessmentFormat = (typeof assessmentFormats)[number]

/** What a review of a paper is written in. */
export const reviewFormats = [
  'terminal',
  'markdown',
  'html',
  'docx',
  'json',
  'csv',
] as const satisfies FormatId[]
export type ReviewFormat = (typeof reviewFormats)[number]

/** What a list of vendors is written in, and what is kept of one. */
export const registerFormats = [...reviewFormats, 'xlsx'] as const satisfies FormatId[]
export type RegisterFormat = (typeof registerFormats)[number]

/** What a report on a change is written in. */
export const impactFormats = ['terminal', 'markdown', 'html', 'docx', 'json'] as const satisfies FormatId[]
export type ImpactFormat = (typeof impactFormats)[number]

/** What a watch is written in: for a terminal, a mail, a program, a reader of feeds. */
export const watchFormats = ['terminal', 'html', 'json', 'rss'] as const satisfies FormatId[]
export type WatchFormat = (typeof watchFormats)[number]

/** What obligations are written in. */
export const obligationFormats = [...reviewFormats, 'ics'] as const satisfies FormatId[]
export type ObligationFormat = (typeof obligationFormats)[number]

/** What the issues list of a deal is written in. */
export const dealFormats = reviewFormats
export type DealFormat = (typeof dealFormats)[number]

/** What a page offers of it as a file. */
export const dealFileFormats = ['docx', 'csv', 'html'] as const satisfies FormatId[]
export type DealFileFormat = (typeof dealFileFormats)[number]

/** What a page of the library is written in. */
export const pageFormats = ['terminal', 'markdown', 'json'] as const satisfies FormatId[]
export type PageFormat = (typeof pageFormats)[number]

/** The usual ending of a format's files: `md`. */
export function endingOf(format: FormatId): string {
  return outputFormats[format].endings[0]
}

/** The format of files with an ending: `markdown` for `.md`; undefined where there is none. */
export function formatOfEnding(ending: string): FormatId | undefined {
  const bare = ending.replace(/^\./, '').toLowerCase()
  return formatIds.find((id) => outputFormats[id].endings.some((one) => one === bare))
}
