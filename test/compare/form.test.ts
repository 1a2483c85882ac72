import { expect, test } from 'vitest'
import { parseBlocks } from '../../src/agreement/index.ts'
import { compared } from './texts.ts'

const paired = (left: string, right: string) =>
  compared(left, right)
    .pairs.filter(({ status }) => status !== 'identical')
    .map(({ left, right }) => `${left?.text ?? '-'} → ${right?.text ?? '-'}`)

const form = (name: string, office: string) =>
  `1. Fees. Ten crowns a month.\n\nThe parties sign below.\n\nName: ${name}\n\nOffice held: ${office}\n\nDone twice.\n`

test('lines of a form with the same label answer each other', () => {
  expect(paired(form('[Name]', '[Office]'), form('Ada Lovelace', 'First Secretary'))).toEqual([
    'Name: [Name] → Name: Ada Lovelace',
    'Office held: [Office] → Office held: First Secretary',
  ])
})

test('a placeholder alone in its place is what was put there, and other lines are not', () => {
  const with_ = (line: string) => `1. Fees. Ten crowns.\n\nBetween the two:\n\n${line}\n\nDone twice.\n`
  expect(paired(with_('[Supplier]'), with_('Harbour Lights Limited'))).toEqual([
    '[Supplier] → Harbour Lights Limited',
  ])
  expect(paired(with_('Old Quay Partners'), with_('Harbour Lights Limited'))).toHaveLength(2)
})

test('the name of an agreement answers the name of the other', () => {
  const named = (title: string) => `# ${title}\n\n1. Fees. Ten crowns a month are due.\n`
  expect(paired(named('Mutual Secrecy Deed'), named('One-Way NDA'))).toEqual([
    'Mutual Secrecy Deed → One-Way NDA',
  ])
})

test('rows of a table are told by their label where what they say was written anew', () => {
  const table = (...rows: string[][]) =>
    parseBlocks([
      {
        type: 'table',
        rows: rows.map((cells) => ({
          cells: cells.map((text) => ({ blocks: [{ type: 'paragraph', text }] })),
        })),
      },
    ])
  const left = table(['General cap', 'ten crowns'], ['Covered claims', 'none'], ['Law', 'Ireland'])
  const right = table(
    ['General cap', 'what was paid in the twelve months before the claim'],
    ['Training data', 'prompts'],
    ['Covered claims', 'those of others about patents'],
    ['Law', 'Ireland'],
  )
  expect(
    compared(left, right)
      .pairs.filter(({ right }) => right?.cell?.column === 1)
      .map(({ left, right }) => `${left?.text ?? '-'} → ${right!.text}`),
  ).toEqual([
    'ten crowns → what was paid in the twelve months before the claim',
    '- → prompts',
    'none → those of others about patents',
    'Ireland → Ireland',
  ])
})
