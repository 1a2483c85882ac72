/** Languages whose names of months are read beside the English ones, wherever a table comes from. */
const languages = ['de', 'fr', 'es', 'it', 'nl', 'pt', 'pl', 'sv', 'da']

let known: Map<string, number> | undefined

/**
 * The month of a name in one of the languages that are read: `März` → 3.
 *
 * @returns 1 to 12; undefined where it is none, or another month in another language
 */
export function monthNamed(name: string): number | undefined {
  known ??= monthNames()
  const month = known.get(plain(name))
  return month === 0 ? undefined : month
}

/** Names of months, long and short; 0 where two languages mean two months by one. */
function monthNames(): Map<string, number> {
  const names = new Map<string, number>()
  for (const language of languages)
    for (const month of ['long', 'short'] as const)
      for (const with_ of [{ day: 'numeric' }, {}] as const)
        for (let number = 1; number <= 12; number += 1) {
          const parts = new Intl.DateTimeFormat(language, { month, ...with_, timeZone: 'UTC' }).formatToParts(
            Date.UTC(2024, number - 1, 1),
          )
          const name = plain(parts.find(({ type }) => type === 'month')?.value ?? '')
          if (!/\p{L}/u.test(name)) continue
          const before = names.get(name)
          names.set(name, before === undefined || before === number ? number : 0)
        }
  return names
}

function plain(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\.$/, '')
}
