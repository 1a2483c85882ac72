import type { Request } from 'express'

/**
 * The cookies of a request, of those that can be ours. Several may have one name: a neighbour below the same domain may set one,
 * which stands before ours then.
 */
export function cookiesOf(request: Request): { name: string; value: string }[] {
  const given = (request.get('cookie') ?? '').matchAll(/(?:^|; )([\w-]+)=([\w.-]+)(?=;|$)/g)
  return [...given].map(([, name = '', value = '']) => ({ name, value }))
}

/** A neighbour's and ours: of more of one name nobody looks whether one is ours, since anybody may send hundreds. */
const mostOfOneName = 2

/** What the cookies of one name say, of those that can be ours. */
export function cookiesNamed(request: Request, name: string, canBeOurs: RegExp): string[] {
  return cookiesOf(request)
    .filter((one) => one.name === name && canBeOurs.test(one.value))
    .slice(0, mostOfOneName)
    .map(({ value }) => value)
}
