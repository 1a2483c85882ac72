const words: Record<string, (operand: string) => string> = {
  $eq: (operand) => `is ${operand}`,
  $ne: (operand) => `is not ${operand}`,
  $in: (operand) => `is one of ${operand}`,
  $nin: (operand) => `is none of ${operand}`,
  $all: (operand) => `has all of ${operand}`,
  $gt: (operand) => `is more than ${operand}`,
  $gte: (operand) => `is at least ${operand}`,
  $lt: (operand) => `is less than ${operand}`,
  $lte: (operand) => `is at most ${operand}`,
  $size: (operand) => `has ${operand} items`,
}

/**
 * What a condition asks of a fact.
 *
 * @param operand as it stands in the condition: `true`, `{ $ne: 'yes' }`, `{ $elemMatch: { kind: 'saas' } }`
 * @returns `is yes`, `is not yes`, `has one whose kind is saas`
 */
export function askedWords(operand: unknown): string {
  if (typeof operand !== 'object' || operand === null || Array.isArray(operand)) return `is ${value(operand)}`
  return Object.entries(operand)
    .map(([operator, inner]) => {
      if (operator === '$exists') return inner === true ? 'is given' : 'is not given'
      if (operator === '$not') return `is not so that it ${askedWords(inner)}`
      if (operator === '$elemMatch') return `has one whose ${itemWords(inner)}`
      return words[operator]?.(value(inner)) ?? `${operator} ${value(inner)}`
    })
    .join(' and ')
}

function itemWords(condition: unknown): string {
  if (typeof condition !== 'object' || condition === null) return value(condition)
  return Object.entries(condition)
    .map(([key, inner]) =>
      key.startsWith('$') ? `value ${askedWords({ [key]: inner })}` : `${key} ${askedWords(inner)}`,
    )
    .join(' and whose ')
}

function value(operand: unknown): string {
  if (Array.isArray(operand)) return operand.map(value).join(', ')
  if (operand === true) return 'yes'
  if (operand === false) return 'no'
  return typeof operand === 'object' ? JSON.stringify(operand) : String(operand)
}
