import { Command } from 'commander'
import { matterSource } from '../files/matter-source.ts'
import type { Library } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import type { HouseOptions } from './house.ts'
import { importAnswersCommand } from './matter/import-answers.ts'
import { requireWritable, tell, writeOutput } from './output.ts'

/** `clausebook matter …`: a matter file, made, checked and shown. */
export function matterCommand(): Command {
  return new Command('matter')
    .description('make, check and show a matter file')
    .addCommand(newCommand())
    .addCommand(checkCommand())
    .addCommand(showCommand())
    .addCommand(importAnswersCommand())
    .addCommand(schemaCommand())
}

function newCommand(): Command {
  return new Command('new')
    .description(
      'ask for the facts in the terminal and write them; elsewhere write every question, to be filled in',
    )
    .argument('<file>', 'file to write')
    .option('--for <document>', 'only what one document reads: risk-memo, notice, vendor-addendum …')
    .action(async (file: string, options: { for?: string } & HouseOptions) => {
      const library = await (await import('./house.ts')).libraryFor(options)
      const wanted = options.for === undefined ? undefined : await neededFor(options.for, library)
      const { existsSync } = await import('node:fs')
      if (existsSync(file)) throw new Problem('output', 'is there already: name another file', { file })
      await requireWritable(file)
      await writeOutput(
        file,
        process.stdin.isTTY && process.stdout.isTTY
          ? await interviewed(library, wanted)
          : await blank(library, wanted),
      )
    })
}

/** The facts that a document reads, groups and lists above them included. */
async function neededFor(document: string, library: Library): Promise<ReadonlySet<string>> {
  const { documentOf, neededFacts } = await import('../draft/index.ts')
  return neededFacts(documentOf(document), library)
}

async function blank(library: Library, wanted?: ReadonlySet<string>): Promise<string> {
  const { matterSkeleton } = await import('../matter/index.ts')
  return matterSkeleton(library, wanted)
}

/** The facts that were given in the terminal, as a matter file. */
async function interviewed(library: Library, wanted?: ReadonlySet<string>): Promise<string> {
  const [{ interview }, { terminalAsker }, { isCancel, text }, { factsToYaml }] = await Promise.all([
    import('./matter/interview.ts'),
    import('./matter/terminal-asker.ts'),
    import('@clack/prompts'),
    import('../matter/index.ts'),
  ])
  const title = await text({ message: 'What is the title of the matter?' })
  if (isCancel(title))
    throw new Problem('interview', 'the interview was ended before it began: nothing is written')
  return factsToYaml(await interview(title?.trim() || 'Untitled matter', terminalAsker, library, wanted))
}

function checkCommand(): Command {
  return new Command('check')
    .description('check a matter file (exit status 1 where it is wrong)')
    .argument('<file>', "the matter's YAML file")
    .option('--upgrade', 'rewrite a matter of the old form as one use, and check that')
    .action(async (file: string, { upgrade, ...house }: { upgrade?: true } & HouseOptions) => {
      const { checkMatter, upgradeInYaml } = await import('../matter/index.ts')
      const given = await matterSource(file)
      const source = upgrade ? upgradeInYaml(given, file) : given
      if (upgrade) await writeOutput(file, source)
      const checked = checkMatter(source, file)
      const problems = checked.matter
        ? await libraryProblems(checked.matter, source, file, house)
        : checked.problems
      await tell(problems.length === 0 ? 'No problems.\n' : problems.map((one) => `${one}\n`).join(''))
      if (problems.length > 0) process.exitCode = 1
    })
}

/**
 * What the library has to say of a matter whose facts are right: of its models, of its own clauses and figures, and of the
 * positions that it chooses.
 */
async function libraryProblems(
  matter: Matter,
  source: string,
  file: string,
  house: HouseOptions,
): Promise<Problem[]> {
  const [{ libraryFor }, { wrongPositions }, { parseYaml }, { namedPath, unknownModels, wrongOwnParts }] =
    await Promise.all([
      import('./house.ts'),
      import('../redline/index.ts'),
      import('../yaml.ts'),
      import('../matter/index.ts'),
    ])
  const yaml = parseYaml(source, file)
  const library = await libraryFor(house, matter)
  const models = unknownModels(matter, library).map(
    ({ path, reason }) => new Problem('model', `${namedPath(path)}: ${reason}`, yaml.at(path)),
  )
  const own = wrongOwnParts(matter, library).map(
    ({ rule, message, place }) => new Problem(rule, message, yaml.at(pathOf(place.fact!))),
  )
  if (own.length > 0 || matter.negotiation?.positions === undefined) return [...models, ...own]
  const positions = wrongPositions(matter, library).map(
    ({ id, reason }) =>
      new Problem(
        'position',
        `matter.negotiation.positions: ${reason}`,
        yaml.at(['negotiation', 'positions', id]),
      ),
  )
  return [...models, ...positions]
}

/** `clauses[0].id` as the keys that lead there. */
function pathOf(fact: string): PropertyKey[] {
  return fact
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .map((key) => (/^\d+$/.test(key) ? Number(key) : key))
}

function showCommand(): Command {
  return new Command('show')
    .description('show the facts of a matter, and its digest')
    .argument('<file>', "the matter's YAML file")
    .action(async (file: string) => {
      const { factsToYaml, matterDigest, readMatter } = await import('../matter/index.ts')
      const matter = readMatter(await matterSource(file), file)
      await writeOutput('-', `${factsToYaml(matter)}# digest ${matterDigest(matter)}\n`)
    })
}

function schemaCommand(): Command {
  return new Command('schema')
    .description('the JSON Schema of matter files')
    .action(async (options: HouseOptions) => {
      const [{ matterJsonSchema }, { libraryFor }] = await Promise.all([
        import('../matter/index.ts'),
        import('./house.ts'),
      ])
      await writeOutput('-', matterJsonSchema(await libraryFor(options)))
    })
}
