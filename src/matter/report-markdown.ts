export { anyMarkdownToPage } from './report/markdown-page.ts'
