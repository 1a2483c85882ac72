import { fileOf } from '../../folder.ts'
import type { CheckRule } from '../types.ts'

const atTop = [
  'topics',
  'facts',
  'changes',
  'cues',
  'evidence',
  'models',
  'vendor-kinds',
  'advisory',
  'tables',
  'limits',
  'open-points',
  'policy-items',
  'statements',
  'silences',
  'contradictions',
  'paper-contradictions',
  'paper-duties',
  'position-pairs',
  'told-facts',
].map((name) => `${name}.yaml`)

export const deadFiles: CheckRule = {
  id: 'dead-files',
  proves: 'every file of the library is read',
  needsTexts: false,
  run({ library, reader, report }) {
    for (const path of reader.folder.files.keys()) {
      const [top = '', second = '', ...rest] = path.split('/')
      const known =
        second === ''
          ? atTop.includes(top)
          : top === 'licenses'
            ? library.licenses.has(second) &&
              rest.length === 1 &&
              /^((?:license|absent|citations|renumbered)\.yaml|.+\.md)$/.test(rest[0]!)
            : ['positions', 'flow-downs', 'risks', 'duties', 'incidents'].includes(top) &&
              rest.length === 0 &&
              second.endsWith('.md')
      if (known) continue
      report('dead-files', 'nothing reads this file: move it to where it belongs, or delete it', {
        file: fileOf(reader.folder, path),
      })
    }
  },
}
