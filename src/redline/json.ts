import { levelWords } from '../library/index.ts'
import { commentsOf } from './comments.ts'
import type { AmendedLicense } from './types.ts'

/**
 * A redline for a program, as JSON.
 *
 * @param internal whether it stays with us: only then it names the levels and what the comments hold back
 */
export function redlineToJson(
  { license, chosen, amendments, redline }: AmendedLicense,
  { internal, sha256 }: { internal: boolean; sha256: string },
): string {
  // A level that changes no words is a decision of our own, and none of the other side's business.
  const shown = chosen.filter(
    ({ position }) => internal || amendments.some((amendment) => amendment.position === position.id),
  )
  const comments = commentsOf(shown, { internal })
  return `${JSON.stringify(
    {
      license,
      sha256,
      positions: shown.map(({ position: { id, topic }, level }, at) => ({
        id,
        title: comments[at]!.title,
        topic,
        ...(internal ? { level: levelWords[level] } : {}),
        comment: comments[at]!.text,
      })),
      amendments: amendments.map(({ section, sectionName, position, instruction, current, proposed }) => ({
        section,
        sectionName,
        position,
        instruction,
        current,
        proposed,
      })),
      clauses: redline?.clauses ?? [],
    },
    null,
    2,
  )}\n`
}
