import { beforeAll, describe, expect, test } from 'vitest'
import { type Library, loadLibrary } from '../../../src/library/index.ts'
import { type Answer, assess, type Matter } from '../../../src/matter/index.ts'

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

type Use = NonNullable<Matter['uses']>[number]

const study: Use = {
  name: 'study',
  models: [{ model: 'LLaMA 13B' }],
  status: 'in-use',
  since: '2023-04',
  audience: ['staff'],
  inside: 'own',
  research: true,
  weights_recipients: ['nobody'],
  fine_tuning: { done: false },
  output_training: { done: false },
  sensitive_uses: [],
}
const paid: Use = { ...study, name: 'paid', since: '2023-09', research: false, audience: ['customers'] }
const handed: Use = {
  ...study,
  name: 'handed',
  since: '2023-08',
  audience: ['customers'],
  weights_recipients: ['customers'],
  recipients_research: true,
}
const papers = (state: 'yes' | 'no' | 'unknown') => ({
  performed: { agreement_copy: state, notice_file: state },
})

/** The answer for one use of a client with several. */
function answer(name: string, ...uses: Use[]): Answer {
  const matter: Matter = {
    matter: 'A',
    client: { name: 'Rook', principal_place_of_business: 'US', affiliates: [] },
    litigation: { planned: false, suits: [] },
    uses,
  }
  return assess(matter, library).answers.find(({ use }) => use === name)!
}

describe('a license that ends by itself upon any breach', () => {
  test('is there for research alone', () => {
    expect(answer('study', study).path).toBe('go')
    expect(answer('study', study).pastUnlicensedUse.is).toBe('none')
  })

  test('is gone for every use of the company from the breach by one of them on', () => {
    const { path, pastUnlicensedUse, pastBreach, deciding } = answer('study', study, paid)
    expect(path).toBe('not-usable')
    expect(pastUnlicensedUse).toMatchObject({ is: 'since', since: '2023-09' })
    expect(pastBreach.is).toBe('none')
    expect(deciding.map(({ section }) => section)).toContain('7.a')
  })

  test('was never there for a use that began after the end', () => {
    const late = { ...study, name: 'late', since: '2024-01' }
    expect(answer('late', late, paid).pastUnlicensedUse).toMatchObject({ is: 'since', since: '2024-01' })
  })

  test('calls the use that broke it a breach as well as a use without a right', () => {
    const { pastUnlicensedUse, pastBreach } = answer('paid', study, paid)
    expect([pastUnlicensedUse.since, pastBreach.since]).toEqual(['2023-09', '2023-09'])
    expect([pastUnlicensedUse.is, pastBreach.is]).toEqual(['since', 'since'])
  })

  test('still asks for the papers that were left out, since what it asks outlives it', () => {
    const { path, duties } = answer('handed', study, { ...handed, ...papers('no') })
    expect(path).toBe('not-usable')
    expect(duties.filter(({ is }) => is === 'applies').map(({ duty }) => duty)).toEqual(['copy', 'notice'])
    expect(answer('study', study, { ...handed, ...papers('no') }).pastUnlicensedUse.since).toBe('2023-08')
  })

  test('stays where the papers went along', () => {
    expect(answer('study', study, { ...handed, ...papers('yes') }).path).toBe('go')
    expect(answer('handed', study, { ...handed, ...papers('yes') }).path).toBe('go-with-duties')
  })

  test('hangs on what is not told of them', () => {
    const { path, questions } = answer('study', study, { ...handed, ...papers('unknown') })
    expect(path).toBe('not-decided')
    expect(questions.map(({ fact }) => fact)).toEqual(['performed.agreement_copy', 'performed.notice_file'])
  })

  test('is in doubt where another use may have broken it', () => {
    const given = { ...handed, ...papers('yes'), recipients_research: 'unknown' as const }
    expect(answer('handed', study, given).path).toBe('clarify-with-meta')
    expect(answer('study', study, given).path).toBe('clarify-with-meta')
  })

  test('is not ended by what is only planned, nor by another company of the group', () => {
    expect(answer('study', study, { ...paid, status: 'planned' }).path).toBe('go')
    expect(answer('study', study, { ...paid, company: 'Finch' }).path).toBe('go')
  })

  test('takes no later version with it', () => {
    const later = { ...study, name: 'later', models: [{ model: 'Llama 3.3 70B' }] }
    expect(
      answer('later', later, paid)
        .reasons.map(({ statement }) => statement)
        .join(),
    ).not.toMatch(/ended|ends/)
  })
})
