import type { DirectiveBuilder } from '../build.ts'

/** `::page-break` */
export const pageBreak: DirectiveBuilder = () => [{ type: 'pageBreak' }]
