import type { Library } from '../../library/index.ts'
import { type Assessment, citedWords, licenseNames } from '../../matter/index.ts'
import { citedSentence } from './cited-sentence.ts'
import { innermost } from './innermost.ts'
import { manyOpen } from './many-open.ts'

/** What has been used, or not done, already. */
export interface MemoPast {
  title: string
  what: string
  /** What ends it. */
  ends: string[]
}

/** What has been, use by use: used without a right, or against a duty; and what may have been. */
export function memoPast({ answers, retired }: Assessment, library: Library): MemoPast[] {
  const all = [...answers, ...retired]
  const several = new Set(all.map(({ use }) => use)).size > 1
  return all.flatMap((answer) => {
    if (answer.license === undefined) return []
    const name = licenseNames([answer.license], library.licenses)
    const where = several ? `${answer.use}, under ${name}` : name
    return (
      [
        ['pastUnlicensedUse', 'used without a right', 'perhaps used without a right'],
        ['pastBreach', 'against a duty', 'perhaps against a duty'],
      ] as const
    ).flatMap(([key, sure, open]): MemoPast[] => {
      const past = answer[key]
      if (past.is === 'none') return []
      const since = `${past.since === undefined ? '' : ` since ${past.since}`}${past.until === undefined ? '' : ` until ${past.until}`}`
      const cited = citedWords(innermost(past.citations), library.licenses)
      return [
        {
          title: `${where}: ${past.is === 'since' ? sure : open}${since}`,
          what:
            (past.is === 'open'
              ? manyOpen(past.what.length, answer.questions, past.citations, library)
              : undefined) ??
            `${past.is === 'open' ? 'Not known whether this holds: ' : ''}${past.what.map((one) => citedSentence(one, '')).join(' ')}${cited === '' ? '' : ` (${cited})`}`,
          ends: past.ends,
        },
      ]
    })
  })
}
