import { join, resolve } from 'node:path'
import envPaths from 'env-paths'

/**
 * The folder of the official texts: `CLAUSEBOOK_TEXTS`, or `texts` in the platform's data directory.
 *
 * @param env environment variables
 */
export function textsFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env.CLAUSEBOOK_TEXTS
    ? resolve(env.CLAUSEBOOK_TEXTS)
    : join(envPaths('clausebook', { suffix: '' }).data, 'texts')
}

/**
 * Whether the network may not be asked: `--offline`, or `CLAUSEBOOK_OFFLINE` set to anything but 0 or nothing.
 *
 * @param env environment variables
 * @param offline the value of the option, where the command has one
 */
export function isOffline(env: NodeJS.ProcessEnv = process.env, offline = false): boolean {
  return offline || !['', '0', 'false'].includes(env.CLAUSEBOOK_OFFLINE ?? '')
}
