import { parseAgreement, separateAgreements } from '../agreement/index.ts'
import type { AttachedText } from '../library/types.ts'

/**
 * Cuts a file in which one text is published behind another.
 *
 * @param source the whole file
 * @param attached what stands behind
 * @returns the first text and the attached one; the latter is empty where the file does not carry it
 */
export function cutAttached(source: string, attached: AttachedText): { own: string; attached: string } {
  const second = separateAgreements(parseAgreement(source)).find(({ title }) => title === attached.title)
  const line = second?.children[0]?.position.start.line
  if (line === undefined) return { own: source, attached: '' }
  const lines = source.split(/(?<=\n)/)
  return { own: lines.slice(0, line - 1).join(''), attached: lines.slice(line - 1).join('') }
}
