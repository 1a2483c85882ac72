import type { Request } from 'express'

/**
 * The cookies of a request, of those that can be ours. Several may have one name: a neighbour below the same domain may set one,
 * which stands before ours then.
 */
export function cookiesOf(request: Request): { name: string; value: string }[] {
  const given = (request.get('cookie') ?? '').matchAll(/(?:^|; )([\w-]+)=([\w.-]+)(?=;|$)/g)
  return [...given].map(([, name = '', value = '']) => ({ name, value }))
}
