import type { Scenario, ScenarioUse } from '../scenario.ts'

/** How people call what is of a country. */
const adjectives: Record<string, RegExp> = {
  AT: /\bAustrian\b/,
  AU: /\bAustralian\b/,
  BE: /\bBelgian\b/,
  BR: /\bBrazilian\b/,
  CA: /\bCanadian\b/,
  CH: /\bSwiss\b/,
  CN: /\bChinese\b/,
  CZ: /\bCzech\b/,
  DE: /\bGerman\b/,
  DK: /\bDanish\b/,
  ES: /\bSpanish\b/,
  FI: /\bFinnish\b/,
  FR: /\bFrench\b/,
  GB: /\b(?:British|English|UK)\b/,
  GR: /\bGreek\b/,
  IE: /\bIrish\b/,
  IN: /\bIndian\b/,
  IT: /\bItalian\b/,
  JP: /\bJapanese\b/,
  KR: /\bKorean\b/,
  NL: /\bDutch\b/,
  NO: /\bNorwegian\b/,
  PL: /\bPolish\b/,
  PT: /\bPortuguese\b/,
  RO: /\bRomanian\b/,
  SE: /\bSwedish\b/,
  US: /\b(?:American|US)\b/,
}

/**
 * The company of the group that runs a use, where it is not the client: it is named as the one who does it or on whose
 * machines it runs (“by Fjordmat Danmark ApS”, “servers of Behemo”, “staff of the Danish subsidiary”).
 */
export function companyOf(use: ScenarioUse, { client, affiliates }: Scenario['facts']): string | undefined {
  const found = affiliates.find(({ name, country, relation }) => {
    const called = [name, name.replace(/\s+(?:\S+\.?|\S{1,4})$/, ''), name.split(' ')[0]!].filter(
      (one) => one.length > 3 && !client.name.startsWith(one),
    )
    const names = called.map(escaped).join('|')
    const kind = /parent|subsidiary|sister/.exec(relation)?.[0]
    const adjective = adjectives[country]?.source
    const spoken = [
      ...(names === '' ? [] : [names]),
      ...(adjective ? [`the ${adjective} (?:subsidiary|affiliate|company|daughter|parent)`] : []),
      ...(kind === 'parent' ? ['the parent'] : []),
    ].join('|')
    if (spoken === '') return false
    const does = new RegExp(String.raw`\b(?:by|use by|run by|offered by|of) (?:${spoken})`)
    const alone = new RegExp(
      `^(?:own )?(?:staff|employees|servers?|machines|data cent(?:er|re)) (?:of|at) (?:${spoken})$`,
    )
    return (
      // What is used by its people on the client’s own machines is served to it.
      (does.test(use.purpose.replace(/in the name of|\bfor (?:\w+ ){1,3}of\b/g, '')) &&
        !(/^own\b/i.test(use.runs) && new RegExp(`\\bused by (?:${spoken})`).test(use.purpose))) ||
      alone.test(use.runs) ||
      // Whoever meets a model that the client runs is served, and runs nothing.
      (alone.test(use.audience) && !/^own\b/i.test(use.runs))
    )
  })
  return found?.name
}

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
