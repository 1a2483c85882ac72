import type { DirectiveBuilder } from './types.ts'

/** `::page-break` */
export const pageBreak: DirectiveBuilder = () => [{ type: 'pageBreak' }]
