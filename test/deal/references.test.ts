import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { answerReturn, type DealRecord } from '../../src/deal/index.ts'
import { readReturn } from '../../src/deal/turns.ts'
import { resolveWord } from '../../src/markup/index.ts'
import { key, openedDeal } from './deal.ts'

const { bytes: sent, marks, points } = await openedDeal()
const record = { deal: 'tidewater', rounds: [{}] } as DealRecord

function xmlOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['word/document.xml']!)
}

const wordsIn = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('')

/** What each cross-reference points at: the words of the paragraph in which its bookmark begins. */
function targets(xml: string): Map<string, string> {
  const named = new Set([...xml.matchAll(/REF (_\w+)/g)].map(([, name]) => name!))
  return new Map(
    [...named].map((name) => {
      const at = xml.indexOf(`w:name="${name}"`)
      const start = Math.max(xml.lastIndexOf('<w:p ', at), xml.lastIndexOf('<w:p>', at))
      return [name, wordsIn(xml.slice(at < 0 ? 0 : start, xml.indexOf('</w:p>', at))).slice(0, 40)]
    }),
  )
}

test('a cross-reference of an answer points where it pointed, once all is accepted', () => {
  const before = targets(xmlOf(sent))
  expect(before.size).toBeGreaterThan(5)
  // They write each paragraph that is pointed at anew, in words that no level has.
  let xml = xmlOf(sent)
  for (const words of new Set(before.values())) {
    const found = xml.indexOf(`${words.slice(0, 20)}`)
    if (words.length < 40 || found < 0) continue
    const start = Math.max(xml.lastIndexOf('<w:p ', found), xml.lastIndexOf('<w:p>', found))
    const end = xml.indexOf('</w:p>', found)
    let first = true
    const anew = xml
      .slice(start, end)
      .replaceAll(/(<w:t(?: [^>]*)?>)[^<]*(<\/w:t>)/g, (_, open: string, close: string) => {
        const put = first ? 'Nothing of the kind is owed by anybody at any time.' : ''
        first = false
        return open + put + close
      })
    xml = xml.slice(0, start) + anew + xml.slice(end)
  }
  const returned = zipSync({ ...unzipSync(sent), 'word/document.xml': strToU8(xml) })
  const reading = readReturn(sent, marks, returned, points, 1)
  const answer = answerReturn({
    ...{ record, key, points, round: 1, kept: { sent, marks, returned }, reading },
    ...{ accept: new Set<string>(), author: 'Miriam Okafor', date: '2026-02-20T00:00:00Z' },
  })
  const after = targets(xmlOf(resolveWord(answer.bytes, { as: 'accept' })))
  const anew = [...before].filter(([name]) => targets(xml).get(name)?.startsWith('Nothing of the kind'))
  expect(anew.length).toBeGreaterThan(2)
  const countered = anew.filter(
    ([name]) => after.has(name) && !after.get(name)?.startsWith('Nothing of the kind'),
  )
  expect(countered.length).toBeGreaterThan(1)
  expect(countered.map(([name]) => [name, after.get(name)?.slice(0, 20)])).toEqual(
    countered.map(([name, words]) => [name, words.slice(0, 20)]),
  )
})
