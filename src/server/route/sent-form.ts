import type { Request, Response } from 'express'
import type { Problem } from '../../problem.ts'
import { onPage } from '../page/on-page.ts'
import { Refusal } from '../refusal.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { SentForm } from '../under-way.ts'

export type { SentForm } from '../under-way.ts'

/** A form that comes back, and why. */
export interface FormAgain {
  sent: SentForm
  /** Undefined where the work was called off. */
  error: unknown
}

/** Letters that are remembered of a form; its fields hold names and choices. */
const mostLetters = 20_000

/** What a form was sent with; nothing of one with more in it than such a form has. */
export function sentForm(request: Request): SentForm {
  const body = Object.entries(Object(request.body) as Record<string, unknown>)
  const fields = body.map(([name, given]): [string, string[]] => [name, [given].flat().map(String)])
  const letters = fields.flat(2).reduce((sum, words) => sum + words.length, 0)
  const files = Object.values((request.files ?? {}) as Record<string, Express.Multer.File[]>).flat()
  return {
    fields: letters > mostLetters ? {} : Object.fromEntries(fields),
    files: files.map(({ originalname }) => originalname).filter((name) => name !== ''),
  }
}

/** The form of work that came to nothing, where the address asks for it: `/review?again=ID`. */
export function formAgain({ underWay }: Site, request: Request): FormAgain | undefined {
  const { again } = request.query
  const work = typeof again === 'string' ? underWay.find(again, whoseOf(visitorOf(request))) : undefined
  if (!work?.sent || work.state === 'under way' || work.state === 'done') return undefined
  return { sent: work.sent, error: work.error }
}

/** The first word of a field; empty where it has none. */
export function fieldIn({ fields }: SentForm, name: string): string {
  return fields[name]?.[0] ?? ''
}

/** What has to be chosen again, in a sentence; nothing of a form without files. */
export function filesAgain({ files }: SentForm): string | undefined {
  if (files.length === 0) return undefined
  return `Choose the ${files.length === 1 ? 'file' : 'files'} again, since a browser keeps none of a page that comes back: ${files.join(', ')}.`
}

/** The status of a form that comes back, with when it may be sent again. */
export function setFormStatus(response: Response, error: Problem): void {
  const isOwn = error instanceof Refusal && error.status !== 400
  response.status(isOwn ? error.status : error.rule === 'too-many-facts' ? 413 : 422)
  if (error instanceof Refusal && error.retryAfter !== undefined)
    response.set('Retry-After', String(error.retryAfter))
}

/** Why a form comes back, in the words of a page. */
export function whyAgain(error: unknown): string | undefined {
  return error === undefined ? undefined : onPage(String(error))
}
