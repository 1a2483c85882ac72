import { type Place, Problem } from '../../problem.ts'
import { type LibraryFolder, readFolder } from '../folder.ts'
import { readHouseFiles } from '../house/files.ts'
import type { HousePlace } from '../house/types.ts'
import { inItsLayer, readWithHouse } from '../house/whole.ts'
import { readLibraryIn } from '../read-library.ts'
import { nameOfText } from '../text-name.ts'
import type { License, TextKind } from '../types.ts'
import { rules } from './rules/index.ts'
import type { CheckContext, CheckResult, CheckRule, TextToCheck } from './types.ts'

/** What `checkLibrary` does. */
export async function check(
  folder: string | LibraryFolder,
  texts: ReadonlyMap<string, TextToCheck>,
  moreRules: CheckRule[],
  house?: HousePlace,
): Promise<CheckResult> {
  const files = typeof folder === 'string' ? await readFolder(folder) : folder
  const reading = house ? readWithHouse(files, await readHouseFiles(house)) : readLibraryIn(files)
  const problems: Problem[] = [...reading.problems]
  const notes: string[] = []
  const context: CheckContext = {
    ...reading,
    textOf: (license: License | string, document: TextKind, copy?: 'attached') =>
      texts.get(nameOfText(typeof license === 'string' ? license : license.id, document, copy)),
    note: (words: string) => notes.push(words),
    report: (rule: string, reason: string, place: Place) => problems.push(new Problem(rule, reason, place)),
  }
  // Without licenses and topics every other rule would only repeat that they are missing.
  const { library } = reading
  if (library.licenses.size > 0 && library.topics.size > 0)
    for (const rule of [...rules, ...moreRules]) rule.run(context)

  const wanted = [...library.licenses.values()].flatMap(({ id, texts: own }) =>
    own.map(({ kind }) => nameOfText(id, kind)),
  )
  const without = wanted.filter((name) => !texts.has(name))
  const terms = [...library.terms.values()]
  return {
    problems: problems
      .map((one) => inItsLayer(one, reading))
      .sort(
        (a, b) =>
          (a.place.file ?? '').localeCompare(b.place.file ?? '') ||
          (a.place.line ?? 0) - (b.place.line ?? 0) ||
          a.message.localeCompare(b.message),
      ),
    notes,
    skipped:
      without.length === 0
        ? []
        : [...rules, ...moreRules]
            .filter(({ needsTexts }) => needsTexts)
            .map(({ id, proves }) => ({ rule: id, proves, without })),
    counts: {
      licenses: library.licenses.size,
      topics: library.topics.size,
      terms: terms.length,
      quotes: terms.reduce((sum, term) => sum + (term.absent ? 0 : term.quotes.length), 0),
      texts: wanted.length - without.length,
      files: reading.reader.folder.files.size,
    },
  }
}
