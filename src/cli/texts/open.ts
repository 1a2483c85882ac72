import { Problem } from '../../problem.ts'
import type { TextStore } from '../../texts/index.ts'

/** Opens the store of official texts for the library's licenses. */
export async function openStore(): Promise<TextStore> {
  const [{ libraryFolder, loadLicenses }, { openTexts }] = await Promise.all([
    import('../../library/index.ts'),
    import('../../texts/index.ts'),
  ])
  return openTexts(await loadLicenses(libraryFolder()))
}

/**
 * A command that has nothing to do without the network says so.
 *
 * @throws Problem where it may not be asked
 */
export async function requireNetwork(command: string, offline: boolean | undefined): Promise<void> {
  const { isOffline } = await import('../../texts/index.ts')
  if (!isOffline(process.env, offline)) return
  throw new Problem(
    'offline',
    `texts ${command} asks the network, which --offline or CLAUSEBOOK_OFFLINE forbids: texts import DIR works without`,
  )
}
