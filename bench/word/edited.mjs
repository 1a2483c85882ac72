import { createHash } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

const name = 'word/document.xml'

/** A Word file with its body's markup changed. */
function changed(bytes, change) {
  const parts = unzipSync(bytes)
  parts[name] = strToU8(change(strFromU8(parts[name])))
  return zipSync(parts)
}

/** A Word file with one word replaced in so many places, chosen by a seed. */
export function withEdits(bytes, edits, seed) {
  return changed(bytes, (xml) => {
    const places = [...xml.matchAll(/<w:t(?: [^>]*)?>[^<]*?\b([a-z]{4,}) [^<]*<\/w:t>/g)]
    let state = seed
    const chosen = new Set()
    while (chosen.size < edits) {
      state = (state * 1664525 + 1013904223) % 4294967296
      chosen.add(Math.floor((state / 4294967296) * places.length))
    }
    let text = ''
    let at = 0
    for (const place of [...chosen].sort((a, b) => a - b)) {
      const { 0: whole, 1: word, index } = places[place]
      const start = index + whole.indexOf(`${word} `, whole.indexOf('>'))
      text += `${xml.slice(at, start)}amended`
      at = start + word.length
    }
    return text + xml.slice(at)
  })
}

/** A Word file with a cross-reference behind every fourth run, by what it says: the same behind the same words of two files. */
export function withReferences(bytes) {
  return changed(bytes, (xml) => {
    const run = (inner) => `<w:r>${inner}</w:r>`
    const char = (type) => run(`<w:fldChar w:fldCharType="${type}"/>`)
    return xml.replace(
      /<w:r(?: [^>]*)?>(?:(?!<\/w:r>).)*?<w:t(?: [^>]*)?>([^<]+)<\/w:t><\/w:r>/gs,
      (whole, words) => {
        const number = createHash('sha256').update(words).digest().readUInt16BE(0)
        if (number % 4 !== 0) return whole
        const kind = number % 8 === 0 ? 'REF' : 'PAGEREF'
        const told = run(`<w:instrText xml:space="preserve"> ${kind} _Ref${number} \\h </w:instrText>`)
        return `${whole}${char('begin')}${told}${char('separate')}${run(`<w:t>${number % 90}</w:t>`)}${char('end')}`
      },
    )
  })
}
