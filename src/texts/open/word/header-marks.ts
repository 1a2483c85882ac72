import type { SourceMark } from '../../../agreement/index.ts'
import type { HeaderUse, ViewedStory } from '../../../ooxml/index.ts'
import { firstWords } from './piece-words.ts'

/** From which section on each header and footer stands; one that only goes on is not told again (17.10.1). */
export function headerMarks(stories: readonly ViewedStory[]): SourceMark[] {
  const uses: (HeaderUse & { kind: string; within: string })[] = []
  for (const { story, blocks } of stories) {
    if (story.kind !== 'header' && story.kind !== 'footer') continue
    const within = firstWords(blocks)
    for (const use of story.pages ?? []) uses.push({ ...use, kind: story.kind, within })
  }
  uses.sort((a, b) => a.section - b.section)
  const current = new Map<string, string>()
  return uses.flatMap(({ kind, pages, section, within, unseen }) => {
    if (unseen && within !== '') {
      const at = `${kind} ${pages} ${section} unseen`
      return [{ kind: `${kind}-place`, within, at, place: `no page of section ${section}` }]
    }
    const key = `${kind} ${pages}`
    const goesOn = current.get(key) === within
    current.set(key, within)
    // A text of one section has nothing to confuse.
    if (goesOn || within === '' || section === 1) return []
    const at = `${key} ${section}`
    return [{ kind: `${kind}-place`, within, at, place: `section ${section}` }]
  })
}
