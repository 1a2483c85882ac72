import { describe, expect, test } from 'vitest'
import { loadLibrary } from '../../../src/library/index.ts'
import { type Folding, foldCards } from '../../../src/server/form/folds.ts'
import { type FieldView, formView } from '../../../src/server/form/view.ts'

const library = await loadLibrary()

const facts = {
  client: { kind: 'company', principal_place_of_business: 'Freedonia', domicile: 'DE' },
  audience: ['staff', 'contractors'],
  personal_data: 'unknown',
  sensitive_uses: [],
  reach: { at_most: 1_200_000 },
  controls: { logging: 'yes' },
}

function folded(settled: Folding['settled'], ...asked: string[]) {
  const needs = {
    needed: new Set<string>(),
    printed: new Set(['client', 'client.name', 'negotiation', 'negotiation.appetite']),
    asked: new Set(['personal_data', ...asked]),
    wrong: new Map([['client.principal_place_of_business', 'expected a country']]),
    library,
  }
  const cards = foldCards(formView(facts, needs), { settled, asked: needs.asked, whole: new Set() })
  return new Map(cards.map((card) => [card.id as string, card]))
}

const names = (fields: readonly FieldView[] = []): string[] =>
  fields.flatMap(({ name, idle, fields: inner }) => (idle ? [] : [name, ...names(inner)]))

describe('the cards of a form', () => {
  test('fold what is answered into a line, but for what is wrong, blank or not known', () => {
    const cards = folded('all', 'controls.logging', 'controls.moderation')
    const who = cards.get('who')!
    expect(who.fold).toMatchObject({ act: 'change', line: 'company · Germany' })
    expect(names(who.fields)).toEqual(['client', 'client.name', 'client.principal_place_of_business'])
    // What is folded of a group has not its address, which leads to what is left.
    expect(who.fold!.fields.map(({ part }) => part)).toEqual([true])
    expect(cards.get('uses')!.fold!.line).toBe('staff, contractors · 1 more answer')
    expect(names(cards.get('uses')!.fields)).toEqual(['personal_data'])
    expect(cards.get('reach')!.fold!.line).toBe('1,200,000 users')
    // A grid is one question: half of it is not folded.
    expect(cards.get('controls')!.fold).toBeUndefined()
    expect(folded('all').get('controls')!.fold!.line).toBe('1 answer')
  })

  test('fold one that can change nothing, until it can', () => {
    const { fold, fields } = folded('all').get('negotiation')!
    expect([fold!.act, names(fold!.fields), fields]).toEqual([
      'show',
      ['negotiation', 'negotiation.appetite'],
      [],
    ])
    expect(folded('all', 'negotiation.appetite').get('negotiation')!.fold).toBeUndefined()
    expect(folded(new Set()).get('negotiation')!.fold).toBeUndefined()
  })

  test('fold of a matter that is opened again those that ask for nothing more', () => {
    const cards = folded('cards')
    expect([...cards].filter(([, { fold }]) => fold?.act === 'change').map(([id]) => id)).toEqual([
      'reach',
      'controls',
    ])
  })

  test('stay as they were folded when the form comes back, however much is answered since', () => {
    const before = folded('all').get('uses')!.fold!.names!
    expect(folded(new Set(before.split(' '))).get('uses')!.fold!.names).toBe(before)
    expect(folded(new Set()).get('uses')!.fold).toBeUndefined()
    expect(folded(new Set(['audience'])).get('uses')!.fold!.names).toBe('audience')
  })
})
