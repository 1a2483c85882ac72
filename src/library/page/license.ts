import type { RootContent } from 'mdast'
import { grouped } from '../../in-words.ts'
import type { Reference, ShownLicense } from '../show/types.ts'
import type { LicenseText } from '../types.ts'
import { bullets, code, heading, inline, paragraph, strong } from './blocks.ts'
import { documentWords } from './citation.ts'

/** A license as a page: what it is, where its texts are published, and what it answers itself. */
export function licensePage(shown: ShownLicense): RootContent[] {
  const { id, title, license, models, own, silent, duties, answered } = shown
  const dated = license.released && `${license.releasedAs ?? 'Date'} ${license.released}`
  const inherits = license.extends
    ? `It extends ${license.extends}: of its ${answered} answers, ${own.length} are in files of its own and the rest are inherited.`
    : `It has ${answered} answers.`
  return [
    heading(1, title),
    paragraph(code(id), ` · version ${license.version} · ${dated ?? 'the text gives no date'}`),
    ...(license.dateNote ? [paragraph(license.dateNote)] : []),
    paragraph(strong('Of Meta:'), ' ', license.parties.join(' or ').replace(/\.?$/, '.')),
    ...(models.length > 0 ? [paragraph(strong('Models:'), ' ', `${models.join(', ')}.`)] : []),
    paragraph(inherits),
    heading(2, 'Texts'),
    ...bullets(license.texts.map(textWords)),
    ...references('Duties', duties),
    ...references('Answers of its own', own),
    ...references('Silent on', silent),
  ]
}

function textWords({ kind, title, pin, address, attached, note }: LicenseText) {
  return inline([
    strong(`${title} (${documentWords(kind)}).`),
    ' ',
    `${pin.repository} at ${pin.commit.slice(0, 7)}, ${pin.path}; ${grouped(pin.bytes)} bytes, SHA-256 `,
    code(pin.sha256),
    ...(address === undefined ? [] : [`; official address ${address}`]),
    '.',
    ...(attached ? [` Its file also holds the ${documentWords(attached.kind)}: ${attached.note}`] : []),
    ...(note ? [` ${note}`] : []),
  ])
}

function references(title: string, list: Reference[]): RootContent[] {
  if (list.length === 0) return []
  return [heading(2, title), ...bullets(list.map((one) => inline([one.title, ' ', code(one.show)])))]
}
