import express, { type Request, type Response, Router } from 'express'
import { answerWords, lastReturn } from '../../deal/index.ts'
import { type DealFileFormat, dealFileFormats, outputFormats } from '../../formats.ts'
import { Problem } from '../../problem.ts'
import { mayApprove } from '../../store/index.ts'
import { today } from '../../today.ts'
import type { DroppedDeal } from '../dropped-deals.ts'
import { type AnswerTyped, dealPageView } from '../page/deal-page.ts'
import { withAsksNamed } from '../page/on-page.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { fileName, sendFile } from '../report.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { DealTask } from '../work/deal.ts'
import type { Client } from '../work/workshop.ts'
import { begun } from './begun.ts'
import { matterGiven } from './matter-given.ts'
import { receive, sentFiles } from './receive.ts'
import {
  fieldIn,
  filesAgain,
  formAgain,
  type SentForm,
  sentForm,
  setFormStatus,
  whyAgain,
} from './sent-form.ts'

/** Turns that can be dropped in at once; what goes on longer is kept as a deal. */
const mostTurns = 4
const turnFields = Array.from({ length: mostTurns }, (_, at) => [
  `sent_${at + 1}`,
  `returned_${at + 1}`,
]).flat()

/** `/deals`: a negotiation and its turns, kept in a folder or in the team's database, or dropped in. */
export function dealRoutes(site: Site): Router {
  const router = Router()
  const fields = express.urlencoded({ extended: false, limit: '100kb', parameterLimit: 500 })

  router.get('/deals', async (request, response) => {
    const again = formAgain(site, request)
    await list(request, response, again?.error, again?.sent)
  })
  router.post('/deals', receive(site, 'matter_file', 1, turnFields), async (request, response) => {
    const given = wordsOf(request)
    const keep = given.name !== undefined && given.name !== ''
    try {
      response.redirect(303, await (keep ? opened(request, given) : dropped(request, given)))
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, error, sentForm(request))
    }
  })

  router.post('/deals/sample', async (request, response) => {
    const to = await begun(site, request, { title: 'Reading a sample', back: '/deals' }, async (client) => {
      const task = await site.workshop.run('deal-sample', { folder: site.texts.folder }, client)
      return droppedAt(task, client)
    })
    response.redirect(303, to)
  })

  router.get('/deals/:name', async (request, response) => {
    const again = formAgain(site, request)
    await showKept(request, response, again?.error, again?.sent)
  })
  router.get('/deals/:name/issues', async (request, response) => {
    const { name } = request.params
    const format = formatOf(request)
    const content = await kept(request).file(name, format, visitorOf(request))
    sendFile(response, {
      name: `${fileName(name)}-issues.${format}`,
      type: outputFormats[format].type,
      content,
    })
  })
  router.get('/deals/:name/sent/:round', async (request, response) => {
    const { name, round } = request.params
    const { bytes } = await kept(request).sent(name, /^\d{1,3}$/.test(round) ? Number(round) : 0)
    const file = `${fileName(name)}-round-${round}.docx`
    sendFile(response, { name: file, type: outputFormats.docx.type, content: bytes })
  })
  router.post('/deals/:name/returned', receive(site, 'returned'), async (request, response) => {
    const name = String(request.params.name)
    const { by = '', on = '' } = wordsOf(request)
    try {
      const [returned] = sentFiles(request, 'returned')
      if (!returned) throw new Refusal(400, 'form', 'choose the file that came back')
      const deals = kept(request)
      const to = await begun(
        site,
        request,
        { title: `Reading ${returned.file}`, back: addressOf(name) },
        async (client) => {
          await deals.add(name, returned, { by, on: dayOf(on) }, client)
          return addressOf(name)
        },
      )
      response.redirect(303, to)
    } catch (error) {
      if (!isMendable(error)) throw error
      await showKept(request, response, error, sentForm(request))
    }
  })
  router.post('/deals/:name/answer', fields, async (request, response) => {
    const name = String(request.params.name)
    const deals = kept(request)
    try {
      const given = answerOf(request)
      await deals.requireChange(name)
      const to = await begun(
        site,
        request,
        { title: `Answering in ${name}`, back: addressOf(name) },
        async (client) => {
          const before = await deals.status(name, client)
          const notes = withAsksNamed(await deals.answer(name, given, client), before)
          const { rounds } = await deals.status(name, client)
          const file = await deals.sent(name, rounds.length)
          return `/deals/answers/${site.dealAnswers.keep({ round: rounds.length, notes, file, back: addressOf(name) }, whoseOf(client))}`
        },
      )
      response.redirect(303, to)
    } catch (error) {
      if (!isMendable(error)) throw error
      await showKept(request, response, error, sentForm(request))
    }
  })
  router.post('/deals/:name/undo', fields, async (request, response) => {
    const name = String(request.params.name)
    try {
      const visitor = visitorOf(request)
      await kept(request).undo(name, visitor?.name ?? '', visitor)
      response.redirect(303, addressOf(name))
    } catch (error) {
      if (!isMendable(error)) throw error
      await showKept(request, response, error, sentForm(request))
    }
  })
  router.post('/deals/:name/approve', fields, async (request, response) => {
    const name = String(request.params.name)
    const { approve = '', approving = '' } = wordsOf(request)
    const by = approve.trim().slice(0, 200)
    try {
      if (by === '') throw new Refusal(400, 'form', 'say who approves')
      await kept(request).approve(name, by, approving, visitorOf(request))
      response.redirect(303, addressOf(name))
    } catch (error) {
      if (!isMendable(error)) throw error
      await showKept(request, response, error, sentForm(request))
    }
  })

  router.get('/deals/answers/:id', (request, response) => {
    const { round, notes, back } = answerNamed(request)
    const view = {
      title: `Round ${round} is written`,
      dealPage: true,
      notes,
      back,
      file: `${request.path}/file`,
    }
    page(request, response, 'deal-answer', view)
  })
  router.get('/deals/answers/:id/file', (request, response) => {
    const { round, file } = answerNamed(request)
    const name = `round-${round}.docx`
    sendFile(response, { name, type: outputFormats.docx.type, content: file.bytes })
  })
  router.get('/deals/dropped/:id', (request, response) => {
    const again = formAgain(site, request)
    showDropped(request, response, again?.error, again?.sent)
  })
  router.get('/deals/dropped/:id/issues', async (request, response) => {
    const { task, status } = droppedNamed(request)
    const format = formatOf(request)
    const needs = { matter: task.matter, status, format }
    const { content } = await site.workshop.run('deal-file', needs, visitorOf(request))
    sendFile(response, { name: `issues.${format}`, type: outputFormats[format].type, content })
  })
  router.post('/deals/dropped/:id/answer', fields, async (request, response) => {
    const { id } = request.params
    const { task, status } = droppedNamed(request)
    const address = `/deals/dropped/${id}`
    try {
      const needs = { ...task, ...answerOf(request) }
      const to = await begun(site, request, { title: 'Answering', back: address }, async (client) => {
        const { content, ...answer } = await site.workshop.run('deal-answer', needs, client)
        const known = status.points.map(({ point }) => point)
        const { left, waits } = answerWords(answer, known, lastReturn(status))
        const notes = withAsksNamed([...left, ...waits], status)
        const file = { file: 'answer.docx', bytes: content }
        const round = task.turns.length + 1
        return `/deals/answers/${site.dealAnswers.keep({ round, notes, file, back: address }, whoseOf(client))}`
      })
      response.redirect(303, to)
    } catch (error) {
      if (!isMendable(error)) throw error
      showDropped(request, response, error, sentForm(request))
    }
  })
  return router

  /** A new deal of the folder. */
  async function opened(request: Request, given: Record<string, string>): Promise<string> {
    const { name = '', vendor = '', owner = '', on = '' } = given
    const deals = kept(request)
    const [sent] = sentFiles(request, 'sent_1')
    if (!sent) throw new Refusal(400, 'form', 'choose what we sent first')
    const matter = await matterGiven(site, request, given.matter ?? '', 'the deal is about')
    const opening = {
      name: name.trim(),
      sent,
      matter,
      vendor: vendor.trim(),
      owner: owner.trim(),
      on: dayOf(on),
    }
    return begun(site, request, { title: `Opening ${name}`, back: '/deals' }, async (client) => {
      await deals.open(opening, client)
      const [returned] = sentFiles(request, 'returned_1')
      if (returned) await deals.add(opening.name, returned, { by: '', on: today() }, client)
      return addressOf(opening.name)
    })
  }

  /** A deal whose files stay in memory. */
  async function dropped(request: Request, given: Record<string, string>): Promise<string> {
    const turns: DealTask['turns'] = []
    for (let at = 1; at <= mostTurns; at += 1) {
      const [[sent], [returned]] = [sentFiles(request, `sent_${at}`), sentFiles(request, `returned_${at}`)]
      if (!sent && returned) throw new Refusal(400, 'form', `choose what we sent in turn ${at} too`)
      if (!sent) continue
      if (turns.length > 0 && !turns.at(-1)!.returned)
        throw new Refusal(400, 'form', `choose what came back in turn ${turns.length}, before turn ${at}`)
      turns.push({ sent, ...(returned && { returned }) })
    }
    if (turns.length === 0) throw new Refusal(400, 'form', 'choose what we sent, and what came back')
    const { yaml: matter } = await matterGiven(site, request, given.matter ?? '', 'the deal is about')
    const task = { matter, vendor: (given.vendor ?? '').trim(), turns, folder: site.texts.folder }
    return begun(site, request, { title: 'Reading the turns', back: '/deals' }, (client) =>
      droppedAt(task, client),
    )
  }

  /** @returns the address of the deal, read */
  async function droppedAt(task: DealTask, client: Client): Promise<string> {
    const status = await site.workshop.run('deal', task, client)
    return `/deals/dropped/${site.droppedDeals.keep({ task, status }, whoseOf(client))}`
  }

  async function list(request: Request, response: Response, error?: unknown, sent?: SentForm): Promise<void> {
    const given =
      sent && Object.fromEntries(Object.entries(sent.fields).map(([name, [word]]) => [name, word]))
    const { store, deals } = site.shownTo(request)
    const matters = store ? (await store.matters.list({ find: '', page: 1 })).matters : undefined
    if (error instanceof Problem) setFormStatus(response, error)
    page(request, response, 'deals', {
      title: 'Deals',
      dealPage: true,
      script: 'files.js',
      wrong: whyAgain(error),
      filesAgain: sent && filesAgain(sent),
      given: { on: today(), ...given },
      deals: deals && { list: await deals.list() },
      keeps: deals?.mayChange,
      matters: matters?.map(({ name, title }) => ({ name, title, chosen: name === given?.matter })),
      turns: Array.from({ length: mostTurns }, (_, at) => ({ at: at + 1, first: at === 0 })),
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
    })
  }

  async function showKept(
    request: Request,
    response: Response,
    error?: unknown,
    sent?: SentForm,
  ): Promise<void> {
    const name = String(request.params.name)
    const deals = kept(request)
    const status = await deals.status(name, visitorOf(request))
    const address = addressOf(name)
    const view = dealPageView(status, { title: name, address, answered: sent && answerTyped(sent) })
    if (error instanceof Problem) setFormStatus(response, error)
    page(request, response, 'deal', {
      ...view,
      rounds: view.rounds.map((one) => ({ ...one, file: `${address}/sent/${one.round}` })),
      ...(deals.mayChange
        ? view.answer === undefined
          ? { add: `${address}/returned` }
          : { undo: `${address}/undo` }
        : { answer: undefined }),
      approve: view.waits && mayApprove(site.shownTo(request).person) ? `${address}/approve` : undefined,
      wrong: whyAgain(error),
      filesAgain: sent && filesAgain(sent),
      given: sent ? { by: fieldIn(sent, 'by'), on: fieldIn(sent, 'on') || today() } : { by: '', on: today() },
      by: visitorOf(request)?.name ?? '',
    })
  }

  function showDropped(request: Request, response: Response, error?: unknown, sent?: SentForm): void {
    const id = String(request.params.id)
    const { status } = droppedNamed(request)
    const address = `/deals/dropped/${id}`
    const view = dealPageView(status, { title: status.deal, address, answered: sent && answerTyped(sent) })
    if (error instanceof Problem) setFormStatus(response, error)
    page(request, response, 'deal', {
      ...view,
      dropped: true,
      wrong: whyAgain(error),
      by: visitorOf(request)?.name ?? '',
    })
  }

  function page(request: Request, response: Response, name: string, view: object): void {
    const html = site.views.render(name, { ...view, ...visitorView(request) })
    response.set('Cache-Control', 'no-store').type('html').send(html)
  }

  function kept(request: Request) {
    const { deals } = site.shownTo(request)
    if (deals) return deals
    throw new Refusal(
      404,
      'no-such-deal',
      'this server keeps no deals: start it with --deals FOLDER, or on a database',
    )
  }

  function droppedNamed(request: Request): DroppedDeal {
    const found = site.droppedDeals.find(String(request.params.id), whoseOf(visitorOf(request)))
    if (!found)
      throw new Refusal(
        410,
        'gone',
        'this deal is not kept any more: its files stay for an hour. Send them again',
      )
    return found
  }

  function answerNamed(request: Request) {
    const found = site.dealAnswers.find(String(request.params.id), whoseOf(visitorOf(request)))
    if (!found) throw new Refusal(410, 'gone', 'this answer is not kept here any more: its deal has it')
    return found
  }
}

function addressOf(name: string): string {
  return `/deals/${encodeURIComponent(name)}`
}

/** What was typed, each field once. */
function wordsOf(request: Request): Record<string, string> {
  const given = Object.entries(Object(request.body) as Record<string, unknown>)
  return Object.fromEntries(
    given.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}

function answerOf(request: Request): { accept: string[]; refuse: string[]; author: string } {
  const body = Object(request.body) as Record<string, unknown>
  const { accept = [], author = '' } = body
  const asks = Object.entries(body).flatMap(([name, does]) =>
    name.startsWith('ask.') ? [{ id: name.slice('ask.'.length), does }] : [],
  )
  if (asks.some(({ does }) => !['', 'take', 'strike'].includes(String(does))))
    throw new Refusal(
      422,
      'form',
      'choose one of the list for what they ask for: leave it, take it or strike it',
    )
  const asksThat = (what: string) => asks.filter(({ does }) => does === what).map(({ id }) => id)
  const taken = [...(Array.isArray(accept) ? accept : [accept]).map(String), ...asksThat('take')]
  const refuse = asksThat('strike')
  const wrong = [...taken, ...refuse].find((point) => !/^[a-z0-9][a-z0-9-]{0,99}$/.test(point))
  if (wrong !== undefined) throw new Refusal(400, 'form', 'there is no such point in this deal')
  return { accept: taken, refuse, author: String(author).trim().slice(0, 200) }
}

/** What was chosen in the form of an answer. */
function answerTyped({ fields }: SentForm): AnswerTyped {
  const asks = Object.entries(fields).flatMap(([name, [does = '']]): [string, string][] =>
    name.startsWith('ask.') ? [[name.slice('ask.'.length), does]] : [],
  )
  return { accept: new Set(fields.accept), asks: new Map(asks), author: fields.author?.[0] ?? '' }
}

function dayOf(on: string): string {
  if (on === '') return today()
  if (/^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on))) return on
  throw new Refusal(400, 'form', 'a day is written like 2026-11-02')
}

function formatOf({ query }: Request): DealFileFormat {
  const format = dealFileFormats.find((one) => one === query.format)
  if (!format) throw new Refusal(400, 'format', `an issues list is one of ${dealFileFormats.join(', ')}`)
  return format
}
