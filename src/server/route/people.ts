import express, { type Request, type Response, Router } from 'express'
import { asSentence } from '../../in-words.ts'
import { type Role, roles } from '../../store/index.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import type { WholeSite } from '../site.ts'
import { nameOf } from './matters.ts'
import { setFormStatus, whyAgain } from './sent-form.ts'

/** `/people`: who may come in, and as what. It is there for an admin alone. */
export function peopleRoutes(site: Pick<WholeSite, 'database' | 'shownTo' | 'views'>): Router {
  const router = Router()
  const fields = express.urlencoded({ extended: false, limit: '4kb', parameterLimit: 10 })
  router.get('/people', async (request, response) => {
    await show(request, response)
  })
  router.post('/people', fields, async (request, response) => {
    const { name, role } = wordsOf(request)
    await change(request, response, async () => {
      const known = roles.find((one): one is Role => one === role)
      if (!known) throw new Refusal(400, 'form', 'choose what the person is')
      await peopleFor(request).set({ name, role: known }, nameOf(request))
    })
  })
  router.post('/people/remove', fields, async (request, response) => {
    await change(request, response, () => peopleFor(request).remove(wordsOf(request).name, nameOf(request)))
  })
  return router

  async function change(request: Request, response: Response, work: () => Promise<void>): Promise<void> {
    peopleFor(request)
    try {
      await work()
      response.redirect(303, '/people')
    } catch (error) {
      if (!isMendable(error)) throw error
      setFormStatus(response, error)
      await show(request, response, asSentence(whyAgain(error) ?? ''))
    }
  }

  async function show(request: Request, response: Response, wrong?: string): Promise<void> {
    const people = await peopleFor(request).list()
    const html = site.views.render('people', {
      title: 'People',
      peoplePage: true,
      script: 'site.js',
      wrong,
      people: people.map(({ name, role }) => ({ name, roles: choicesOf(role) })),
      roles: choicesOf('requester'),
      ...visitorView(request),
    })
    response.set('Cache-Control', 'private, no-store').type('html').send(html)
  }

  /** @throws Refusal 404, as of a page that is none, for all but an admin */
  function peopleFor(request: Request) {
    const { person } = site.shownTo(request)
    if (site.database && person?.role === 'admin') return site.database.people
    throw new Refusal(404, 'no-such-page', 'the address names no page of Clausebook')
  }
}

const means: Record<Role, string> = {
  requester: 'requester: changes what is their own',
  drafter: 'drafter: changes what is shared with them',
  counsel: 'counsel: also shares and deletes it',
  admin: 'admin: a drafter who says who is what',
}

function choicesOf(chosen: Role) {
  return roles.map((id) => ({ id, name: means[id], chosen: id === chosen }))
}

function wordsOf(request: Request): { name: string; role: string } {
  const { name, role } = Object(request.body) as Record<string, unknown>
  return { name: typeof name === 'string' ? name.trim() : '', role: String(role ?? '') }
}
