import { type FactSources, factAt } from './fact.ts'

/**
 * What is wrong with the slots of a risk's reason, line by line.
 *
 * @param reason the Markdown of the risk
 */
export function wrongSlots(reason: string, library: FactSources): { line: number; reason: string }[] {
  return reason.split('\n').flatMap((text, line) =>
    [...text.matchAll(/\{\{(.*?)(?:\}\}|$)/g)].flatMap(([slot, inner = '']) => {
      const wrong = slot.endsWith('}}')
        ? wrongSlot(inner.trim(), library)
        : 'a slot ends on its line, with }}'
      return wrong === undefined ? [] : [{ line, reason: `${slot}: ${wrong}` }]
    }),
  )
}

function wrongSlot(inner: string, library: FactSources): string | undefined {
  const topic = /^cite\s+([a-z0-9-]+)$/.exec(inner)?.[1]
  if (topic !== undefined) return library.topics.has(topic) ? undefined : `there is no topic ${topic}`
  if (!/^[a-z]+\.[\w.-]+$/.test(inner)) return 'a slot is a fact such as matter.exposure, or cite and a topic'
  const fact = factAt(inner, library)
  return typeof fact === 'string' ? fact : undefined
}
