import { relative } from 'node:path'
import { Command } from 'commander'
import type { CheckResult, License, TextToCheck } from '../../library/index.ts'
import type { Problem } from '../../problem.ts'
import type { HouseOptions } from '../house.ts'
import { tell } from '../output.ts'

/** `clausebook library check`. */
export function checkCommand(): Command {
  return new Command('check')
    .description(
      'check the library against its schemas and the official texts (exit status 1 where it fails)',
    )
    .option('--folder <dir>', 'another library than the one that comes with the program')
    .option('--json', 'the result as JSON')
    .action(async (options: { folder?: string; json?: true } & HouseOptions) => {
      const { checkLibrary, libraryFolder } = await import('../../library/index.ts')
      const [
        { conditionRule },
        { documentRule, houseTemplateRule, houseWordsRule, loadTemplates },
        { nameRule },
        { houseOf },
      ] = await Promise.all([
        import('../../matter/index.ts'),
        import('../../draft/index.ts'),
        import('../../library/published-names.ts'),
        import('../house.ts'),
      ])
      const folder = options.folder ?? libraryFolder()
      const house = await houseOf(options)
      const templates = await loadTemplates()
      const result = await checkLibrary(
        folder,
        await textsToCheck(folder),
        [conditionRule, documentRule, nameRule, houseTemplateRule(templates), houseWordsRule(templates)],
        house,
      )
      await tell(options.json ? jsonOf(result) : linesOf(result))
      if (result.problems.length > 0) process.exitCode = 1
    })
}

/** The official texts that are on this machine, parsed. */
async function textsToCheck(folder: string): Promise<Map<string, TextToCheck>> {
  const [{ loadLicenses, namesOfTexts }, { openTexts }, { parseAgreement }] = await Promise.all([
    import('../../library/index.ts'),
    import('../../texts/index.ts'),
    import('../../agreement/index.ts'),
  ])
  // A license.yaml that cannot be read is for the check to tell, with all else that is wrong.
  const licenses = await loadLicenses(folder).catch(() => new Map<string, License>())
  const store = openTexts(licenses)
  const texts = new Map<string, TextToCheck>()
  for (const license of licenses.values()) {
    for (const name of namesOfTexts(license)) {
      const text = await store.read(name)
      if (text) texts.set(name, { agreement: parseAgreement(text.source), matches: text.matches })
    }
  }
  return texts
}

function placeOf({ place: { file, line, column, layer } }: Problem) {
  return {
    ...(layer === undefined ? {} : { layer }),
    ...(file === undefined ? {} : { file: relative(process.cwd(), file) || file }),
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
  }
}

function jsonOf({ problems, notes, skipped, counts }: CheckResult): string {
  const told = problems.map((problem) => ({
    ...placeOf(problem),
    rule: problem.rule,
    reason: problem.message,
  }))
  return `${JSON.stringify({ problems: told, notes, skipped, counts }, null, 2)}\n`
}

/** One problem a line, `file:line:column rule reason`, and a last line that sums up. */
function linesOf({ problems, notes, skipped, counts }: CheckResult): string {
  const lines = problems.map((problem) => {
    const { file = '', line = 1, column = 1, layer } = placeOf(problem)
    const where = layer === undefined ? '' : ` (${layer})`
    return `${file}:${line}:${column}${where} ${problem.rule} ${problem.message}`
  })
  lines.push(...notes.map((words) => `Note: ${words}`))
  if (skipped.length > 0) {
    const missing = skipped[0]!.without
    const which =
      counts.texts === 0
        ? 'the official texts are'
        : `${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'}`
    lines.push(`Not checked, since ${which} not here (clausebook texts fetch):`)
    for (const { rule, proves } of skipped) lines.push(`  ${rule}: ${proves}`)
  }
  lines.push(
    `${problems.length === 0 ? 'No problems' : `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`}` +
      ` in ${counts.files} files: ${counts.licenses} licenses, ${counts.topics} topics, ${counts.terms} terms,` +
      ` ${counts.quotes} quotes, against ${counts.texts} texts.`,
  )
  return `${lines.join('\n')}\n`
}
