export { explained } from './report/explained.ts'
export { assessmentToMarkdown } from './report/markdown.ts'
export { markdownToPage } from './report/page.ts'
export type { ReportInput } from './report/types.ts'
