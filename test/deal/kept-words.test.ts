import { describe, expect, test } from 'vitest'
import { wordsWhereChanged } from '../../src/deal/answer/kept-words.ts'

const sent = [
  {
    text: 'The Vendor tells the Customer of an Incident within 24 hours after it learns of it. It names the models concerned.',
  },
  { text: 'It follows up once a day until the Incident is contained.' },
  { text: 'It cures the Incident at its own cost, and keeps the evidence.' },
]
const fallback = [
  {
    text: 'The Vendor tells the Customer of an Incident within 72 hours after it has confirmed it. It names the models that it knows of.',
  },
  { text: 'It cures the Incident on its side.' },
]
const theirs = (change: (text: string) => string) => sent.map(({ text }) => change(text))
const texts = (back: string[]) => wordsWhereChanged(sent, fallback, back).map(({ text }) => text)

describe('of a number that they changed, the level gives its number, and all other words stay', () => {
  const first = (hours: string) => sent[0]!.text.replace('24 hours', hours)
  test.each([
    ['farther than the level goes', '96 hours', '72 hours'],
    ['less far, which stands', '48 hours', '48 hours'],
    ['the other way, which goes back', '12 hours', '24 hours'],
    ['in another unit', '5 days', '72 hours'],
  ])('%s', (_, to, answer) => {
    const back = theirs((text) => text.replace('24 hours', to))
    expect(texts(back)).toEqual([first(answer), sent[1]!.text, sent[2]!.text])
  })
})

test('of a sentence in which they changed a few words, what the level gives elsewhere is not given', () => {
  const back = theirs((text) => text.replace('tells the Customer of an', 'may tell the Customer of an'))
  expect(texts(back)).toEqual(sent.map(({ text }) => text))
})

test('of a sentence that they changed where the level gives something, the level answers', () => {
  const [ours, lower] = [
    [{ text: 'The Vendor deletes all copies and proves it by a statement of an officer.' }],
    [{ text: 'The Vendor deletes all copies and proves it by a statement of an employee.' }],
  ]
  const back = ours[0]!.text.replace('an officer', 'anybody')
  expect(wordsWhereChanged(ours, lower, [back])).toEqual(lower)
})

test('of a paragraph that they struck, the level gives its own, and what it has none for goes back as it was sent', () => {
  expect(texts([sent[0]!.text, sent[2]!.text])).toEqual(sent.map(({ text }) => text))
  expect(texts([sent[0]!.text, sent[1]!.text])).toEqual([sent[0]!.text, sent[1]!.text, fallback[1]!.text])
})

test('of what came back whole nothing is given, and of what came back in other words all that the level has', () => {
  expect(texts(theirs((text) => text))).toEqual(sent.map(({ text }) => text))
  expect(texts(['Nothing is owed.'])).toEqual(fallback.map(({ text }) => text))
})

test('what paragraphs beside it say already, and which stay, no level says again', () => {
  const data = [
    { text: 'Customer Data and Output are confidential information of the Customer, whether marked or not.' },
    {
      text: 'The Vendor keeps prompts and Output no longer than it needs to answer, and logs for at most 30 days, unless the Customer sets another time or the law demands one.',
    },
  ]
  const said =
    'Customer Data and Output are confidential information of the Customer under the Master Agreement, whether marked or not.'
  const level = [
    {
      text: `${said} The Vendor keeps prompts and Output for at most 90 days, unless the Customer sets another time or the law demands one.`,
    },
  ]
  const back = data.map(({ text }) => text.replace('30 days', '180 days'))
  expect(wordsWhereChanged(data, level, back).map(({ text }) => text)).toEqual([
    data[0]!.text,
    data[1]!.text.replace('30 days', '90 days'),
  ])
})

describe('of a list that the level says in a paragraph', () => {
  const list = [
    { text: 'The Vendor does not use Customer Data or Output, in any form, to:' },
    { text: 'train, fine-tune or otherwise improve a model that serves anyone but the Customer;' },
    { text: 'build a data set or a benchmark for anyone but the Customer; or' },
    { text: 'serve another customer.' },
    { text: 'The Vendor confirms deletion in writing, by an officer, within 10 business days.' },
  ]
  const paragraph = [
    {
      text: 'The Vendor does not use Customer Data or Output to train, fine-tune or otherwise improve a model that serves anyone but the Customer, unless the Customer has agreed in writing.',
    },
  ]
  const back = (change: (text: string) => string) =>
    wordsWhereChanged(
      list,
      paragraph,
      list.map(({ text }) => change(text)).filter((text) => text !== ''),
    )

  test.each([
    ['an item was struck', /^build.*$/],
    ['an item was weakened', / or otherwise improve/],
    ['a paragraph that it has nothing of was changed', 'by an officer, '],
    ['a paragraph that it has nothing of was struck', /^The Vendor confirms.*$/],
  ])('all goes back as it was sent where %s', (_, what) => {
    expect(back((text) => text.replace(what, ''))).toEqual(list)
  })

  test('what the list begins with goes back alone where it was changed', () => {
    expect(back((text) => text.replace('does not use', 'does use'))).toEqual(list)
  })

  test('what the level says takes the place of the list alone where nothing of the list came back', () => {
    const came = ['All is done with care.', list[4]!.text]
    expect(wordsWhereChanged(list, paragraph, came)).toEqual([...paragraph, list[4]])
  })
})
