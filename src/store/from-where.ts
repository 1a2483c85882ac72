import { AsyncLocalStorage } from 'node:async_hooks'

const place = new AsyncLocalStorage<string>()

/**
 * Says from where all that the work saves is done, as the audit has it: the address of a request, or this machine.
 *
 * @example
 * actingFrom('192.0.2.7', () => matters.save(saving))
 */
export function actingFrom<T>(where: string, work: () => T): T {
  return place.run(where, work)
}

/** From where this is done, as far as it was said. */
export function fromWhere(): string | undefined {
  return place.getStore()
}
