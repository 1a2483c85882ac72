import { Paragraph, TextRun } from 'docx'
import type { LicenseClauseNode } from '../../draft/index.ts'
import { xmlText } from '../package/xml-text.ts'
import { agreementStyle } from '../style/agreement-styles.ts'
import type { BlockWriter } from './types.ts'

/** A clause of a license in a conformed copy, with the number that the license prints. */
export const licenseClause: BlockWriter<LicenseClauseNode> = (
  state,
  { kind, label, depth, change, children },
  place,
) => [
  new Paragraph({
    style: agreementStyle({ kind, label, depth }),
    children: [
      ...(label === ''
        ? []
        : [
            new TextRun({
              text: xmlText(`${label}\t`),
              ...(change ? { style: change === 'insertion' ? 'Insertion' : 'Deletion' } : {}),
            }),
          ]),
      ...state.inline(children, place),
    ],
  }),
]
