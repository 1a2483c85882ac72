// Setting words in lines of a terminal, apart from the comparison: whoever prints need not load it.
export { columnsOf } from './report/terminal/columns.ts'
export { type Run, wrap } from './report/terminal/wrap.ts'
