import { describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { parseAgreement } from '../../src/agreement/index.ts'
import { newLicense, planLicense, skeletonOf } from '../../src/library/add.ts'
import { readFolder } from '../../src/library/folder.ts'
import { checkLibrary, libraryFolder, nameOfText, type TextToCheck } from '../../src/library/index.ts'
import { readLibraryIn } from '../../src/library/read-library.ts'
import { conditionRule } from '../../src/matter/index.ts'
import { openTexts } from '../../src/texts/index.ts'

const folder = await readFolder(libraryFolder())
const { library } = readLibraryIn(folder)
const store = openTexts(library.licenses)
const kinds = ['agreement', 'use-policy'] as const
const sources = await Promise.all(kinds.map((kind) => store.read(nameOfText('llama-4', kind))))

/** The texts of Llama 4 as a later version would have them, were its law the same. */
const later = sources.flatMap((text) =>
  text
    ? [
        parseAgreement(
          text.source
            .replaceAll('LLAMA 4', 'LLAMA 5')
            .replaceAll('Llama 4', 'Llama 5')
            .replaceAll('llama4', 'llama5')
            .replaceAll('April 5, 2025', 'May 6, 2026'),
        ),
      ]
    : [],
)

describe.skipIf(later.length < 2)(
  'a license with unchanged law is one file and its models (skipped where the texts are not here)',
  () => {
    const texts = kinds.map((kind, at) => ({
      kind,
      agreement: later[at]!,
      sha256: 'ab'.repeat(32),
      bytes: 1,
      words: 'ab'.repeat(32),
    }))
    const plan = planLicense(
      library,
      newLicense('llama-5', texts, library.licenses.get('llama-4')),
      texts,
      () => undefined,
      new Map(kinds.map((kind, at) => [kind, parseAgreement(sources[at]!.source)])),
    )
    const files = skeletonOf(library, plan)
    const own = new Map(
      [...files].map(([name, content]) => [
        `licenses/llama-5/${name}`,
        content
          .replaceAll('TODO/TODO', 'meta/llama')
          .replaceAll(/path: TODO/g, 'path: LICENSE')
          .replaceAll(/ # TODO.*/g, ''),
      ]),
    )
    const known = parse(folder.files.get('models.yaml')!) as { models: { license: string }[] }
    const shown = known.models.find(({ license }) => license === 'llama-4')!
    known.models.push({ ...shown, name: 'Llama 5', edition: '5', license: 'llama-5' } as typeof shown)
    const models = stringify(known)
    const wide = {
      folder: folder.folder,
      files: new Map([...folder.files, ...own, ['models.yaml', models]]),
    }

    test('two files at the most, and nothing is left to do', async () => {
      expect(own.size).toBeLessThanOrEqual(2)
      const here = new Map<string, TextToCheck>(
        texts.map(({ kind, agreement }) => [
          nameOfText('llama-5', kind),
          { agreement, matches: 'bytes' as const },
        ]),
      )
      const { problems } = await checkLibrary(wide, here, [conditionRule])
      expect(problems.map((problem) => `${problem}`)).toEqual([])
    })

    test('it has every answer, and every position that its parent has', () => {
      const { library: with5, problems } = readLibraryIn(wide)
      expect(problems).toEqual([])
      for (const topic of with5.topics.keys())
        expect(with5.terms.get(`llama-5/${topic}`)?.absent, topic).toBe(
          with5.terms.get(`llama-4/${topic}`)?.absent,
        )
      for (const position of with5.positions.values())
        expect(position.appliesTo.includes('llama-5'), position.id).toBe(
          position.appliesTo.includes('llama-4'),
        )
    })
  },
)

test('a license that is begun and not finished keeps nobody from the rest of the library', async () => {
  const { withoutUnfinished } = await import('../../src/library/without-unfinished.ts')
  const begun = {
    folder: folder.folder,
    files: new Map([
      ...folder.files,
      [
        'licenses/llama-5/license.yaml',
        folder.files.get('licenses/llama-4/license.yaml')!.replace(/^id: .*/m, 'id: llama-5'),
      ],
      [
        'licenses/llama-5/grant.md',
        '---\ntopic: grant\nlicense: llama-5\nmodality: TODO\n---\nTODO: the restatement.\n',
      ],
    ]),
  }
  const { problems } = readLibraryIn(begun)
  expect(problems.length).toBeGreaterThan(0)
  const rest = readLibraryIn(withoutUnfinished(begun, problems)!)
  expect(rest.problems).toEqual([])
  expect([...rest.library.licenses.keys()]).toEqual([...library.licenses.keys()])

  // A mistake in what is finished is told as before.
  const broken = {
    folder: folder.folder,
    files: new Map([...folder.files, ['risks/no-exit.md', 'not even front matter']]),
  }
  expect(withoutUnfinished(broken, readLibraryIn(broken).problems)).toBeUndefined()
})
