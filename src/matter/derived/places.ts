/** Member states of the European Union, ISO 3166-1 alpha-2. */
const europeanUnion = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE'.split(' '),
)

/** The other members of the European Economic Area, and Switzerland. */
const besides = new Set(['IS', 'LI', 'NO', 'CH'])

export function inEuropeanUnion(country: string): boolean {
  return europeanUnion.has(country)
}

export function inEeaOrSwitzerland(country: string): boolean {
  return europeanUnion.has(country) || besides.has(country)
}
