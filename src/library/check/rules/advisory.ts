import { join } from 'node:path'
import { placesOf, wordsOfSection } from '../../match.ts'
import type { Cite } from '../../types.ts'
import { placeOfWords } from '../places.ts'
import type { CheckContext, CheckRule } from '../types.ts'

export const advisory: CheckRule = {
  id: 'advisory',
  proves: 'every claim of the advisory is judged once, and what says that it corrects one is on its topic',
  needsTexts: false,
  run({ library, files, reader, report }) {
    const inFile = (name: string) => (words: string) =>
      placeOfWords(reader, join(reader.folder.folder, name), words)
    const place = inFile('advisory.yaml')
    const tablePlace = inFile('tables.yaml')
    const entries = new Map(library.advisory.map((entry) => [entry.id, entry]))
    for (const { id, topics, decidedBy } of library.advisory) {
      const same = library.advisory.filter((other) => other.id === id)
      if (same.length > 1 && same[0]?.topics === topics)
        report('advisory', `there are ${same.length} entries ${id}`, place(id))
      for (const topic of topics)
        if (!library.topics.has(topic))
          report('advisory', `${id}: there is no topic ${topic} in topics.yaml`, place(id))
      for (const { license } of decidedBy)
        if (!library.licenses.has(license))
          report('advisory', `${id}: there is no license ${license} in licenses/`, place(id))
    }
    for (const { terms } of files.values()) {
      for (const [topic, { data, source }] of terms) {
        for (const [at, id] of (data.corrects ?? []).entries()) {
          const entry = entries.get(id)
          if (entry?.topics.includes(topic)) continue
          const reason = entry
            ? `${id} of advisory.yaml is not on ${topic}`
            : `there is no advisory entry ${id} in advisory.yaml`
          report('advisory', reason, source.at(['corrects', at]))
        }
      }
    }
    for (const { id, columns, rows } of library.tables) {
      for (const { heading, cells, corrects } of rows) {
        if (cells.length !== columns.length - 1) {
          const found = `${cells.length + 1} cells under ${columns.length} columns`
          report('advisory', `table ${id}: the row “${heading}” has ${found}`, tablePlace(heading))
        }
        for (const license of cells.flatMap(({ cites }) => cites.map((cite) => cite.license)))
          if (!library.licenses.has(license))
            report(
              'advisory',
              `table ${id}: there is no license ${license} in licenses/`,
              tablePlace(license),
            )
        for (const corrected of corrects)
          if (!entries.has(corrected))
            report(
              'advisory',
              `table ${id}: there is no advisory entry ${corrected} in advisory.yaml`,
              tablePlace(corrected),
            )
      }
    }
  },
}

export const advisorySections: CheckRule = {
  id: 'advisory-sections',
  proves: 'every section that decides a claim or shows a table’s cell is there, and has the words quoted',
  needsTexts: true,
  run(context) {
    const { library, reader, report } = context
    const inFile = (name: string, words: string) =>
      placeOfWords(reader, join(reader.folder.folder, name), words)
    const place = (id: string) => inFile('advisory.yaml', id)
    for (const { id, decidedBy, quotes } of library.advisory) {
      for (const cite of decidedBy) {
        if (citedWords(context, cite) === undefined)
          report('advisory-sections', `${id}: ${cite.license} has no section ${cite.section}`, place(id))
      }
      for (const quote of quotes) {
        const words = citedWords(context, quote)
        const times = words === null ? 1 : placesOf(words ?? '', quote.text).length
        if (times === 1) continue
        const reason = `${quote.license} ${quote.section} has “${quote.text}” ${times} times`
        report('advisory-sections', `${id}: ${reason}`, place(id))
      }
    }
    const cells = library.tables.flatMap(({ id, rows }) =>
      rows.flatMap((row) => row.cells.flatMap(({ cites }) => cites.map((cite) => ({ id, ...cite })))),
    )
    for (const { id, ...cite } of cells) {
      if (citedWords(context, cite) !== undefined) continue
      const reason = `table ${id}: ${cite.license} has no section ${cite.section}`
      report('advisory-sections', reason, inFile('tables.yaml', `id: ${id}`))
    }
  },
}

/** The words of a section; null where the text is not here. */
function citedWords({ textOf }: CheckContext, cite: Cite): string | null | undefined {
  const text = textOf(cite.license, cite.document)
  return text ? wordsOfSection(text.agreement, cite.section) : null
}
