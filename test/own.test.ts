import { expect, test } from 'vitest'
import { openForEdits } from '../src/markup/index.ts'
import { numberText } from '../src/ooxml/numbering/format.ts'
import { own } from '../src/own.ts'
import { plainTokens } from '../src/review/read/plain.ts'
import { bodyBlocks } from '../src/texts/word.ts'
import { p, wordFile } from './ooxml/word-file.ts'

const inEveryObject = Object.getOwnPropertyNames(Object.prototype)

test('a word that every object has is none of a table', () => {
  for (const word of inEveryObject) expect(own({ ins: 1 }, word)).toBeUndefined()
  expect(own({ ins: 1 }, 'ins')).toBe(1)
})

test.each(inEveryObject)('a paper, a number and a Word file may say %s', (word) => {
  const none = { vendor: [], customer: [], either: [], others: {} }
  expect(plainTokens(`tell the ${word} of it`, none).map((one) => one.word)).toHaveLength(4)
  expect(numberText(7, word)).toBe('7')
  const strange = `<${word}/><w:p><${word}/><w:r><${word}/><w:t>Words.</w:t></w:r><m:oMath><${word}/></m:oMath></w:p>`
  const { document, blocks } = openForEdits(wordFile({ body: p('One.') + strange }))
  expect(JSON.stringify(bodyBlocks(document, blocks))).toContain('Words.')
})
