import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** A Word file with its body that many times: everything in it but the properties of the last section. */
export function bodyTimes(bytes, times) {
  const parts = unzipSync(bytes)
  const name = 'word/document.xml'
  const xml = strFromU8(parts[name])
  const start = xml.indexOf('<w:body>') + '<w:body>'.length
  const end = xml.lastIndexOf('<w:sectPr')
  const body = xml.slice(start, end)
  parts[name] = strToU8(xml.slice(0, start) + body.repeat(times) + xml.slice(end))
  return zipSync(parts)
}
