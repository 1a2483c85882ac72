import type { Scenario, ScenarioUse } from '../scenario.ts'

/** What outputs of a use improve, as the facts of outputs tell it, and what only measures a model of the client. */
export function trainedBy(use: ScenarioUse, { uses }: Scenario['facts']): Record<string, unknown>[] {
  const how = /\b(?:choose|select|rank|filter)\w*\b.*\b(?:training|data)\b/i.test(use.purpose)
    ? 'selection'
    : 'training'
  const given = use.outputs_train.map(({ model, kind, base, distributed }) => {
    const planned = /“(Llama[^”]*)”/.exec(use.branding)?.[1]
    return {
      name: planned ?? model,
      ...kindOf(kind),
      ...baseOf(String(base ?? ''), use),
      how,
      distributed: /^(?:true|yes)|\b(?:offered|sold|public|customers)\b/i.test(String(distributed))
        ? 'yes'
        : /^(?:false|no)\b/i.test(String(distributed))
          ? 'no'
          : 'unknown',
    }
  })
  if (given.length > 0) return given
  // Grades of a model that the client makes: “not used in training” measures it.
  const own = uses.flatMap(({ outputs_train: list }) => list)[0]
  const measures = /\b(?:grad(?:es?|ing)|scores?|evaluat\w+|benchmarks?|measur\w+)\b/i.test(use.purpose)
  return measures && own && /\b(?:not used in training|evaluat\w+|benchmark\w*|quality)\b/i.test(use.purpose)
    ? [
        {
          name: own.model,
          ...kindOf(own.kind),
          ...baseOf(own.base, use),
          how: 'evaluation',
          distributed: own.distributed ? 'yes' : 'no',
        },
      ]
    : []
}

function kindOf(words: string): { kind?: string } {
  if (/^(?:unknown|not (?:told|known))/i.test(words)) return {}
  if (/\bno(?:t a)? model\b|\breport\b|\bindex\b(?! model)|\bdata ?set\b/i.test(words))
    return { kind: 'not-a-model' }
  if (/\bclassif\w+\b/i.test(words) && !/language model|encoder|transformer/i.test(words))
    return { kind: 'other-model' }
  if (/\bembedding|\bsmall language|\bencoder\b|\bclassif\w+/i.test(words)) return { kind: 'language-model' }
  if (/\blarge language model|\bLLM\b|\bchat model/i.test(words)) return { kind: 'large-language-model' }
  if (/language model/i.test(words)) return { kind: 'language-model' }
  return { kind: 'other-model' }
}

/** On the same version of Llama, or on something else. */
function baseOf(base: string, use: ScenarioUse): { base?: string } {
  if (/^(?:unknown|not (?:told|known))/i.test(base)) return {}
  // Code Llama comes with the license of Llama 2, and was made from it.
  const version = (name: string) =>
    /code ?llama/i.test(name) ? '2' : /llama[^\d]*(\d(?:\.\d)?)/i.exec(name)?.[1]
  const own = version(base)
  return { base: own !== undefined && use.models.every((name) => version(name) === own) ? 'llama' : 'other' }
}
