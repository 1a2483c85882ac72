import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judged } from '../../src/deal/judge.ts'
import { piecesOf } from '../../src/deal/read/pieces.ts'
import type { Mark, PointReading, TurnReading } from '../../src/deal/types.ts'
import { packageRoot } from '../../src/home.ts'
import { type Level, loadLibrary } from '../../src/library/index.ts'
import { readMatter } from '../../src/matter/index.ts'

const library = await loadLibrary()
const file = join(packageRoot(), 'examples', 'vendor-saas.yaml')
const matter = readMatter(readFileSync(file, 'utf8'), file)

/** What a round says of words of ours that came back as others. */
function told(point: string, ours: string, theirs: string, level: Level = 'preferred') {
  const one: Partial<PointReading> = {
    point,
    outcome: 'changed to something else',
    pieces: piecesOf(ours, theirs),
  }
  const reading = { points: [one], asks: [] } as unknown as TurnReading
  return judged(reading, { matter, library }, [{ point, level } as Mark]).points[0]!.review!
}

const warranty =
  'The Vendor warrants for as long as it provides the Service that it has accepted the License in its own name, holds every right that it needs to provide the Service and is not in breach of the License. The Vendor tells the Customer within 2 Business Days when it learns that the License has ended or that Meta alleges a breach.'
const training = 'The Vendor does not use Customer Data to train, tune or improve any model.'
const subs =
  'Subcontractors are listed in Schedule 2. The Vendor tells the Customer 30 days before a new one, binds each to terms no weaker and answers for each as for itself.'
const security =
  'The Vendor keeps to ISO/IEC 27001, encrypts Customer Data in transit and at rest and keeps it apart from that of others. It is processed in the United States alone; the Vendor tells the Customer 30 days before that changes, and the Customer may then end the Service.'

describe('of our own words the difference decides', () => {
  test.each([
    ['authorized-licensee', warranty, warranty.replace('and is not', 'or is not')],
    ['no-training', training, training.replace('any model.', 'any model, as long as this suits it.')],
    ['no-training', training, training.replace('Customer Data', 'Customer Data in identified form')],
    ['subcontractors', subs, `${subs} Sister companies may see Customer Data without a listing.`],
    ['subcontractors', subs, subs.replace('tells', 'may tell')],
    ['security', security, security.replace('at rest', 'at rest where this is usual')],
  ] as const)('%s is not told at a level: %#', (point, ours, theirs) => {
    const { verdict, because } = told(point, ours, theirs)
    expect(['unclear', 'below', 'contrary']).toContain(verdict)
    if (verdict === 'unclear') expect(because).not.toBe('')
  })

  test('with what was struck and what was put in', () => {
    expect(told('authorized-licensee', warranty, warranty.replace('and is not', 'or is not'))).toEqual({
      verdict: 'unclear',
      because: 'What they changed decides, which a person reads: struck “and”; put in “or”.',
    })
  })

  test('but not where only “shall” came in, nor where a number leads to a lower level', () => {
    expect(told('no-training', training, training.replace('does not use', 'shall not use')).verdict).not.toBe(
      'unclear',
    )
    expect(told('subcontractors', subs, subs.replace('30 days', '20 days')).verdict).toBe('fallback')
  })
})
