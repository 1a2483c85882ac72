import type { RootContent } from 'mdast'
import type { DraftDocument } from '../../draft/index.ts'
import type { Matter } from '../../matter/index.ts'

/** Whose a rider is. */
export interface RiderOptions {
  author?: string
  /** ISO date. */
  date?: string
}

/** A rider as a document for the other side: nothing of our matter but what stands in it. */
export function riderDocument(
  { title, children, matter }: { title: string; children: RootContent[]; matter: Matter },
  { author, date }: RiderOptions,
): DraftDocument {
  return {
    id: 'rider',
    title,
    language: 'en-US',
    paper: matter.document?.paper === 'A4' ? 'A4' : 'Letter',
    orientation: 'portrait',
    outbound: true,
    tree: { type: 'root', children },
    properties: {
      matter: '',
      status: matter.document?.status ?? 'Subject to contract',
      libraryDigest: '',
      textDigests: {},
      ...(author !== undefined && { author }),
      ...(date !== undefined && { date }),
    },
    blanks: [],
    messages: [],
  }
}
