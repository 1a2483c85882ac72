import type { Request } from 'express'
import { decodeText } from '../../texts/index.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'
import { sentFiles } from './receive.ts'

/**
 * The matter that was sent as a file, or the one that was chosen of those that are kept.
 *
 * @param chosen its name; empty where none is
 * @param what the matter is for: `the paper is held against`
 * @returns its YAML, and its name where it is kept
 */
export async function matterGiven(
  site: Site,
  request: Request,
  chosen: string,
  what: string,
): Promise<{ yaml: string; name?: string }> {
  const [sent] = sentFiles(request, 'matter_file')
  if (sent) return { yaml: decodeText(sent.bytes, sent.file) }
  const { store } = site.shownTo(request)
  if (chosen === '' || !store) throw new Refusal(400, 'form', `choose the matter that ${what}`)
  const { name, yaml } = await store.matters.open(chosen)
  return { yaml, name }
}
