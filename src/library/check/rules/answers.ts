import { join } from 'node:path'
import type { CheckRule } from '../types.ts'

export const answers: CheckRule = {
  id: 'answers',
  proves: 'every license answers every topic of its texts, or says that it is silent',
  needsTexts: false,
  run({ library, files, reader, report }) {
    for (const { id, texts } of library.licenses.values()) {
      for (const topic of library.topics.values()) {
        const has = texts.some(
          ({ kind, attached }) => kind === topic.document || attached?.kind === topic.document,
        )
        const broken = [...files.values()].some(({ terms }) => terms.has(topic.id))
        if (!has || library.terms.has(`${id}/${topic.id}`)) continue
        // A file that is there but wrong has been named already.
        if (
          broken &&
          library.terms.size > 0 &&
          reader.problems.some(({ place }) => place.file?.endsWith(`${topic.id}.md`))
        )
          continue
        report(
          'answers',
          `${id} has no answer to ${topic.id}: write ${topic.id}.md, or its silence in absent.yaml`,
          {
            file: join(reader.folder.folder, 'licenses', id, 'license.yaml'),
          },
        )
      }
    }
  },
}
