import { blank } from './blank.ts'
import { clause } from './clause.ts'
import { definitions } from './definitions.ts'
import { field } from './field.ts'
import { heatMap } from './heat-map.ts'
import { licenseText } from './license-text.ts'
import { note } from './note.ts'
import { pageBreak } from './page-break.ts'
import { record } from './record.ts'
import { reference } from './reference.ts'
import { schedule } from './schedule.ts'
import { signatures } from './signatures.ts'
import { table } from './table.ts'
import { term } from './term.ts'
import type { Directive, DirectiveBuilder } from './types.ts'
import { words } from './words.ts'

/** Every directive that a template may use, by its form. */
export const directives: Record<Directive['type'], Record<string, DirectiveBuilder>> = {
  containerDirective: { clause, definitions, schedule, note, record, table },
  leafDirective: {
    'page-break': pageBreak,
    signatures,
    heatmap: heatMap,
    'license-text': licenseText,
    words,
  },
  textDirective: { ref: reference, term, blank, field },
}
