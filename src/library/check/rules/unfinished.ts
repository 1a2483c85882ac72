import { fileOf } from '../../folder.ts'
import type { CheckRule } from '../types.ts'

export const unfinished: CheckRule = {
  id: 'unfinished',
  proves: 'nothing is left to do in a file',
  needsTexts: false,
  run({ reader, report }) {
    // A value that is still to be given has been told where its schema does not take it.
    const told = new Set(reader.problems.map(({ place }) => `${place.file}:${place.line}`))
    for (const [path, content] of reader.folder.files) {
      const file = fileOf(reader.folder, path)
      for (const [at, line] of content.split('\n').entries()) {
        const column = line.search(/\bTODO\b/)
        if (column < 0 || told.has(`${file}:${at + 1}`)) continue
        report('unfinished', line.replace(/^.*(?=\bTODO\b)/, '').trim(), {
          file,
          line: at + 1,
          column: column + 1,
        })
      }
    }
  },
}
