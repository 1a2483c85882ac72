import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import { addressOf } from './address.ts'
import { visitorOf } from './visitor.ts'

/** Uploads that are taken into memory at the same time. */
const most = { ofOne: 3, ofAddress: 6, ofAll: 8 }

/** Lets so many uploads in at once, of one client, of one address (which may sign in many times) and of all; who comes later is told when to come again. */
export function uploadRoom(): RequestHandler {
  const under = new Map<string, number>()
  let all = 0
  return (request, response, next) => {
    const keys = [
      { key: visitorOf(request)?.key ?? '', most: most.ofOne },
      { key: `from ${addressOf(request)}`, most: most.ofAddress },
    ]
    if (all >= most.ofAll || keys.some((one) => (under.get(one.key) ?? 0) >= one.most)) {
      const reason = 'too many files are being sent: try again in some seconds'
      // What is still being sent is not worth reading.
      response.set('Connection', 'close')
      return next(new Refusal(503, 'busy', reason, { retryAfter: 10 }))
    }
    all += 1
    for (const { key } of keys) under.set(key, (under.get(key) ?? 0) + 1)
    let held = true
    const release = () => {
      if (!held) return
      held = false
      all -= 1
      for (const { key } of keys) {
        const left = (under.get(key) ?? 1) - 1
        if (left > 0) under.set(key, left)
        else under.delete(key)
      }
    }
    request.once('end', release)
    response.once('close', release)
    next()
  }
}
