export { reportToHtml } from './report/html.ts'
