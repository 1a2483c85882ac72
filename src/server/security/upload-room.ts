import type { RequestHandler } from 'express'
import { Refusal } from '../refusal.ts'
import { visitorOf } from './visitor.ts'

/** Uploads that are taken into memory at the same time. */
const most = { ofOne: 3, ofAll: 8 }

/** Lets so many uploads in at once, of one client and of all; who comes later is told when to come again. */
export function uploadRoom(): RequestHandler {
  const under = new Map<string, number>()
  let all = 0
  return (request, response, next) => {
    const key = visitorOf(request)?.key ?? ''
    const own = under.get(key) ?? 0
    if (all >= most.ofAll || own >= most.ofOne) {
      const reason = 'too many files are being sent: try again in some seconds'
      // What is still being sent is not worth reading.
      response.set('Connection', 'close')
      return next(new Refusal(503, 'busy', reason, { retryAfter: 10 }))
    }
    all += 1
    under.set(key, own + 1)
    let held = true
    const release = () => {
      if (!held) return
      held = false
      all -= 1
      const left = (under.get(key) ?? 1) - 1
      if (left > 0) under.set(key, left)
      else under.delete(key)
    }
    request.once('end', release)
    response.once('close', release)
    next()
  }
}
