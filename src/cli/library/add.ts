import { stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { Command } from 'commander'
import type { Agreement } from '../../agreement/index.ts'
import { writeFolder } from '../../files/index.ts'
import type { NewText } from '../../library/add.ts'
import type { Library, TextKind } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { writeOutput } from '../output.ts'

interface AddOptions {
  usePolicy?: string
  extends?: string
  folder?: string
  json?: true
}

/** `clausebook library add ID FILE`. */
export function addCommand(): Command {
  return new Command('add')
    .description('begin a license from its text: topics are proposed, and files written to finish')
    .argument('<id>', 'the id of the new license, for example llama-5')
    .argument('<file>', 'its agreement (.txt, .md, .html, .docx, .pdf, .odt, .rtf, .doc)')
    .option('--use-policy <file>', 'its use policy')
    .option('--extends <license>', 'the license that it continues: only what differs gets a file')
    .option('--folder <dir>', 'another library than the one that comes with the program')
    .option('--json', 'what is proposed, as JSON')
    .action(run)
}

async function run(id: string, file: string, options: AddOptions): Promise<void> {
  const { libraryFolder, loadLibrary, loadLicenses } = await import('../../library/index.ts')
  const { newLicense, planLicense, skeletonOf } = await import('../../library/add.ts')
  const { classifierOf } = await import('../../compare/knowledge.ts')
  const folder = options.folder ?? libraryFolder()
  const target = join(folder, 'licenses', id)
  await refuseKnown(id, target, await loadLicenses(options.folder))
  const library = await loadLibrary(options.folder)
  const parent = options.extends === undefined ? undefined : library.licenses.get(options.extends)
  if (options.extends !== undefined && !parent) {
    const known = [...library.licenses.keys()].join(', ')
    throw new Problem('unknown-license', `${options.extends} is no license of the library: they are ${known}`)
  }
  const texts = [await readText('agreement', file)]
  if (options.usePolicy !== undefined) texts.push(await readText('use-policy', options.usePolicy))
  const classifiers = {
    agreement: classifierOf(library, 'agreement'),
    'use-policy': classifierOf(library, 'use-policy'),
  }
  const plan = planLicense(
    library,
    newLicense(id, texts, parent),
    texts,
    (kind, clause) => classifiers[kind](clause),
    await textsOf(library, parent?.id),
  )
  const files = skeletonOf(library, plan)
  await writeFolder(target, files, { workshop: folder })
  const left = await leftToDo(folder, id, texts)
  if (options.json) {
    const { proposals, unclassified, notes } = plan
    return writeOutput(
      '-',
      `${JSON.stringify({ folder: target, files: [...files.keys()], proposals, unclassified, notes, left }, null, 2)}\n`,
    )
  }
  const { blocks, planPage } = await import('../../library/page.ts')
  const { pageToTerminal } = await import('../terminal/page.ts')
  const { terminalOf } = await import('../terminal.ts')
  const next = [
    'Fill in license.yaml: where the text is published, and the parties.',
    ...[file, options.usePolicy].flatMap((one) =>
      one === undefined ? [] : [`Keep the text where the check finds it: clausebook texts import ${one}`],
    ),
    'Finish each file: sections, quotes, facts, restatement; add the models to models.yaml.',
    `See what is left: clausebook library check${options.folder === undefined ? '' : ` --folder ${options.folder}`}`,
  ]
  const page = [
    ...planPage(library, plan),
    blocks.heading(2, `Written to ${target}: what to do next`),
    ...blocks.bullets(next),
    ...(left.length === 0
      ? []
      : [
          blocks.heading(2, `What is left to do (${left.length})`),
          ...blocks.bullets(left.map(({ where, reason }) => `${where}: ${reason}`)),
        ]),
  ]
  await writeOutput('-', pageToTerminal({ type: 'root', children: page }, terminalOf('-')))
}

/** Everything that the check asks of the library since the license is in it. */
async function leftToDo(
  folder: string,
  id: string,
  texts: NewText[],
): Promise<{ where: string; rule: string; reason: string }[]> {
  const [{ checkLibrary, nameOfText }, { conditionRule }] = await Promise.all([
    import('../../library/index.ts'),
    import('../../matter/index.ts'),
  ])
  const here = new Map(
    texts.map(({ kind, agreement }) => [nameOfText(id, kind), { agreement, matches: 'bytes' as const }]),
  )
  const { problems } = await checkLibrary(folder, here, [conditionRule])
  return problems.flatMap(({ place: { file = folder, line }, rule, message }) => {
    const where = relative(folder, file).split(sep).join('/')
    const own = where.startsWith(`licenses/${id}/`) || message.split(/\s/).includes(id)
    return own ? [{ where: line === undefined ? where : `${where}:${line}`, rule, reason: message }] : []
  })
}

async function refuseKnown(
  id: string,
  target: string,
  licenses: ReadonlyMap<string, unknown>,
): Promise<void> {
  if (!/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/.test(id)) {
    throw new Problem(
      'license-id',
      `${id} is no id: it has small letters, digits, hyphens and dots, like llama-5`,
    )
  }
  const there =
    licenses.has(id) ||
    (await stat(target).then(
      () => true,
      () => false,
    ))
  if (there)
    throw new Problem(
      'license-there',
      'is there already, and nothing is written over it: choose another id',
      { file: target },
    )
}

async function readText(kind: TextKind, file: string): Promise<NewText> {
  const [{ readAsText, sha256Of, wordsDigest }, { clausesOf, parseAgreement }] = await Promise.all([
    import('../../texts/index.ts'),
    import('../../agreement/index.ts'),
  ])
  const { bytes, source } = await readAsText(file)
  const agreement = parseAgreement(source)
  if (clausesOf(agreement).length < 2)
    throw new Problem('no-agreement', 'has no clauses: give the text of a license', { file })
  return { kind, agreement, sha256: sha256Of(bytes), bytes: bytes.length, words: wordsDigest(source) }
}

/** The official texts of a license that are here. */
async function textsOf(library: Library, license: string | undefined): Promise<Map<TextKind, Agreement>> {
  const texts = new Map<TextKind, Agreement>()
  if (license === undefined) return texts
  const [{ openTexts }, { parseAgreement }, { nameOfText }] = await Promise.all([
    import('../../texts/index.ts'),
    import('../../agreement/index.ts'),
    import('../../library/index.ts'),
  ])
  const store = openTexts(library.licenses)
  for (const { kind } of library.licenses.get(license)?.texts ?? []) {
    const text = await store.read(nameOfText(license, kind))
    if (text) texts.set(kind, parseAgreement(text.source))
  }
  return texts
}
