import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx'

/** How a paper of a vendor counts: numbers that are typed, or that Word counts. */
export type Counting = 'typed' | 'counted'

/** Sections of a paper: heading, and its clauses, each with a heading before the first full stop where it has one. */
export type Sections = [heading: string, clauses: string[]][]

const counting = {
  reference: 'clauses',
  levels: [
    { level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.START },
    { level: 1, format: LevelFormat.DECIMAL, text: '%1.%2', alignment: AlignmentType.START },
  ],
}

/** A contract of a vendor as a Word file, with signatures behind its last section. */
export async function vendorPaper(sections: Sections, how: Counting): Promise<Uint8Array> {
  const numbering = (level: number) =>
    how === 'counted' ? { numbering: { reference: 'clauses', level } } : {}
  const typed = (number: string) => (how === 'typed' ? [new TextRun({ text: `${number} `, bold: true })] : [])
  const body = sections.flatMap(([heading, clauses], at) => [
    new Paragraph({
      ...numbering(0),
      children: [...typed(`${at + 1}.`), new TextRun({ text: heading, bold: true })],
    }),
    ...clauses.map((clause, index) => {
      const [, title = '', rest = clause] = /^([^.]{3,40}\.)( .+)$/s.exec(clause) ?? []
      return new Paragraph({
        ...numbering(1),
        children: [
          ...typed(`${at + 1}.${index + 1}`),
          new TextRun({ text: title, bold: true }),
          new TextRun(rest),
        ],
      })
    }),
  ])
  const document = new Document({
    numbering: { config: [counting] },
    sections: [
      {
        children: [
          new Paragraph({ heading: 'Title', children: [new TextRun('Subscription Agreement')] }),
          new Paragraph(
            'This agreement is made between Tidewater Software, Inc. (the “Supplier”) and Harrow Insurance Company (the “Client”).',
          ),
          ...body,
          new Paragraph('Signed for the Supplier: ____________________'),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** A paper that has hardly anything of what is asked for. */
export const bare: Sections = [
  [
    'Services',
    [
      'Access. The Supplier gives the Client access to the claims assistant (the “Services”) during the term of this Agreement.',
      'Support. The Supplier answers questions of the Client on the Services on working days, and tells the Client when the Services are down.',
    ],
  ],
  [
    'Fees',
    [
      'Invoices. The Client pays invoices within thirty (30) days.',
      'Taxes. Fees are without taxes, which the Client pays.',
    ],
  ],
  [
    'General',
    [
      'Assignment. Neither party transfers this Agreement without the consent of the other.',
      'Counterparts. This Agreement may be signed in counterparts.',
    ],
  ],
]
