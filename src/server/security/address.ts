import type { Request } from 'express'

/**
 * Where a request came from, as its share and its wrong tokens are counted: an address, without the port that some gateways
 * write behind it, which is another for each connection.
 *
 * @example
 * addressOf(request) // "203.0.113.9", also where X-Forwarded-For says "203.0.113.9:40312"
 */
export function addressOf(request: Request): string {
  const said = request.ip ?? ''
  const [, four, six] = /^(?:(\d+(?:\.\d+){3}):\d+|\[([^\]]+)\](?::\d+)?)$/.exec(said) ?? []
  return four ?? six ?? said
}
