import type { ScenarioUse } from '../scenario.ts'

/** The words that the license of a model asks to be shown. */
function wordsFor(model: string): string {
  const version = /(?:llama|guard)[^\d]*(\d(?:\.\d)?)/i.exec(model)?.[1]
  return version === '3' && !/guard/i.test(model) ? 'Built with Meta Llama 3' : 'Built with Llama'
}

/**
 * What is done of the duties for one model, read from what is shown today. Shown words that are not those of the
 * license are a display not done; papers that are said to go with one version do not go with another.
 */
export function performedOf(model: string, { branding }: ScenarioUse): Record<string, string> | undefined {
  if (/^not told$/i.test(branding.trim())) return undefined
  const quoted = [...branding.matchAll(/“([^”]+)”/g)].map(([, words]) => words!)
  const shown = quoted.filter((words) => /\b(?:built|powered|made|runs) (?:with|by|on)\b/i.test(words))
  const silent = /\bno (?:papers?\b|papers? about|mention|word)/i.test(branding)
  return {
    agreement_copy: paper(branding, /\b(?:agreement|license)\b/i, model, silent),
    notice_file: paper(branding, /\b(?:notice|attribution)\b/i, model, silent),
    built_with_display: shown.some(
      (words) => words === wordsFor(model) || words.endsWith(`, ${wordsFor(model)}`),
    )
      ? 'yes'
      : shown.length > 0 || silent
        ? 'no'
        : 'unknown',
  }
}

function paper(branding: string, called: RegExp, model: string, silent: boolean): string {
  if (silent) return 'no'
  const parts = branding.split(';').filter((part) => called.test(part))
  if (parts.length === 0) return 'unknown'
  // A guard is numbered by itself: papers that are named are those that its license file names.
  const version = /guard/i.test(model) ? undefined : (/(\d(?:\.\d)?)/.exec(model)?.[1] ?? '')
  for (const part of parts) {
    const own = version === undefined ? '' : `|Llama ${version.replace('.', '\\.')}(?![.\\d])`
    if (new RegExp(String.raw`\bno(?:ne|thing)?\b[^,;]*(?:${called.source}${own})`, 'i').test(part))
      return 'no'
    const named = [...part.matchAll(/(?<!\bnothing of )(?:Llama|of) (\d(?:\.\d)?)(?!\d*B)/g)].map(
      ([, of]) => of,
    )
    if (version !== undefined && named.length > 0 && !named.includes(version)) return 'no'
  }
  return 'yes'
}
