import { InvalidArgumentError } from 'commander'

/** A whole number from 1, as an option gives it. */
export function wholeNumber(value: string): number {
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('give a whole number from 1')
}
