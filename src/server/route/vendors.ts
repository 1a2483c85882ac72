import express, { type Request, type Response, Router } from 'express'
import { outputFormats } from '../../formats.ts'
import {
  findVendors,
  keepRow,
  licenseDuties,
  obligationCalendar,
  obligations,
  obligationsCsv,
  registerFile,
} from '../../register/index.ts'
import { today } from '../../today.ts'
import { onPage } from '../page/on-page.ts'
import { columnsView, headerIn, saidColumns } from '../page/vendor-columns.ts'
import { asksIn, columnsIn, filterIn, filterWords, horizonIn, wordIn } from '../page/vendor-filter.ts'
import { dueView, tableView, vendorsView } from '../page/vendors-page.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { sendFile } from '../report.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { AskedTable } from '../vendor-tables.ts'
import { begun } from './begun.ts'
import { hasJobs } from './jobs.ts'
import { nameOf } from './matters.ts'
import { receive, sentFiles } from './receive.ts'
import { ownMatter, requireRegister } from './register.ts'
import { formAgain, whyAgain } from './sent-form.ts'
import { putOn, vendorPage } from './vendor.ts'
import { requireApproved } from './vendor-approval.ts'
import { vendorsAnswered } from './vendor-links.ts'
import { addressOfView, queryIn, type RefusedView, requireViews, viewsShown } from './vendor-views.ts'

const noDrafts =
  'this server keeps no drafts for many vendors: start it with --matters FOLDER, or with a database'
/** So many matters are offered of which vendors have the rest of their facts. */
const mostMatters = 200
/** What may be said of several at once; what is left empty stays. */
const ofSeveral = ['status', 'owner', 'category']

/** `/vendors`: the register, a vendor of it, what is due, and tables that are read into it. */
export function vendorRoutes(site: Site): Router {
  const router = Router()
  const { library } = site
  const fields = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 1_000 })

  router.get('/vendors', async (request, response) => {
    await list(request, response, whyAgain(formAgain(site, request)?.error))
  })
  router.get('/vendors/file', async (request, response) => {
    const format = wordIn(request.query, 'format')
    if (format !== 'csv' && format !== 'xlsx')
      throw new Refusal(400, 'format', 'formats of the register are csv and xlsx')
    const { vendors } = await requireRegister(site, request).all()
    const content = await registerFile(findVendors(vendors, filterIn(request.query)), library, format)
    sendFile(response, { name: `vendors.${format}`, type: outputFormats[format].type, content })
  })
  router.get('/vendors/obligations', async (request, response) => {
    const horizon = horizonIn(request.query)
    const { vendors } = await requireRegister(site, request).all()
    const found = findVendors(vendors, filterIn(request.query))
    const matter = wordIn(request.query, 'matter')
    const due = {
      ...obligations(found, library, horizon),
      licenses: licenseDuties(found, library, await ownMatter(site, request, matter)),
    }
    const format = wordIn(request.query, 'format')
    if (format === 'csv' || format === 'ics') {
      const content = format === 'csv' ? obligationsCsv(due) : obligationCalendar(due, horizon.from)
      sendFile(response, { name: `obligations.${format}`, type: outputFormats[format].type, content })
      return
    }
    const owners = [...new Set(vendors.flatMap(({ record }) => record.owner ?? []))].sort()
    const query = new URLSearchParams([
      ...new URLSearchParams(filterWords(request.query)),
      ['due', wordIn(request.query, 'due') ?? '90d'],
      ...(matter === undefined ? [] : [['matter', matter] as [string, string]]),
    ])
    const kept = await site.shownTo(request).store?.matters.list({ size: mostMatters })
    page(request, response, 'obligations', {
      title: 'What is due',
      ...horizon,
      ...dueView(due),
      query: query.toString(),
      matters: kept?.matters.map((one) => ({ ...one, chosen: one.name === matter })),
      owners: owners.map((name) => ({ name, chosen: name === wordIn(request.query, 'owner') })),
      horizons: horizons.map(([id, name]) => ({
        id,
        name,
        chosen: id === (wordIn(request.query, 'due') ?? '90d'),
      })),
    })
  })

  router.post('/vendors/bulk', fields, async (request, response) => {
    const register = requireRegister(site, request)
    const given = Object(request.body) as Record<string, unknown>
    const ids = [given.vendor ?? []].flat().map(String)
    try {
      const said = ofSeveral.flatMap((path) => {
        const word = wordIn(given, path)
        return word === undefined ? [] : [[path, word] as const]
      })
      if (ids.length === 0) throw new Refusal(400, 'form', 'tick the vendors that are to be changed')
      if (said.length === 0) throw new Refusal(400, 'form', 'say what is to be changed')
      const vendors = await Promise.all(ids.map((id) => register.open(id)))
      if (said.some(([path, word]) => path === 'status' && word === 'sent'))
        await requireApproved(
          site,
          vendors.filter(({ record }) => record.status !== 'sent'),
          request,
        )
      let changed = 0
      for (const vendor of vendors)
        if (await putOn(site, vendor, Object.fromEntries(said), request)) changed += 1
      response.redirect(303, back(given, `changed=${changed}`))
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, whyAgain(error))
    }
  })

  router.post('/vendors/drafts', fields, async (request, response) => {
    const given = Object(request.body) as Record<string, unknown>
    try {
      const { store } = site.shownTo(request)
      if (!site.batches || !store) throw new Refusal(404, 'no-jobs', noDrafts)
      const query = Object.fromEntries(new URLSearchParams(wordIn(given, 'query') ?? ''))
      const { vendors: all } = await requireRegister(site, request).all()
      const vendors = findVendors(all, filterIn(query))
      const chosen = wordIn(given, 'matter')
      const matter = chosen === undefined ? {} : { matter: await store.matters.open(chosen) }
      const document = wordIn(given, 'document') ?? ''
      const blanks = wordIn(given, 'blanks') !== undefined
      // A questionnaire is for one product, whatever was chosen for an addendum.
      const by = document === 'vendor-addendum' ? wordIn(given, 'group') : undefined
      const asked = {
        ...{ document, vendors, ...matter, blanks, by: nameOf(request) },
        ...(by !== undefined && { group: by }),
      }
      const job = await site.batches.begin(asked)
      response.redirect(303, `/jobs/${job.id}`)
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, onPage(error.message))
    }
  })

  router.post('/vendors/tables', receive(site, 'table'), async (request, response) => {
    const { vendors: register } = await requireRegister(site, request).all()
    const [table] = sentFiles(request, 'table')
    try {
      if (!table) throw new Refusal(400, 'form', 'choose the table: a .xlsx or .csv')
      const needs = { table, register, locale: wordIn(Object(request.body), 'locale') ?? '', on: today() }
      const to = await begun(
        site,
        request,
        { title: `Reading ${table.file}`, back: '/vendors' },
        async (client) => {
          const read = await site.workshop.run('vendor-table', needs, client)
          return `/vendors/tables/${site.tables.keep(read, whoseOf(client))}`
        },
      )
      response.redirect(303, to)
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, whyAgain(error))
    }
  })
  router.get('/vendors/tables/:id', (request, response) => {
    const table = tableNamed(request)
    const again = formAgain(site, request)
    const told = again?.error === undefined ? {} : { wrong: whyAgain(again.error)!, given: again.sent.fields }
    if ('table' in table) return columnsPage(request, response, table, told)
    page(request, response, 'vendor-table', { ...tableView(table), address: request.path })
  })
  router.post('/vendors/tables/:id', fields, async (request, response) => {
    const table = tableNamed(request)
    if ('table' in table) throw new Refusal(409, 'form', 'say first what the columns of this table are')
    const sent = table.rows.flatMap(({ record, kept }) =>
      record?.status === 'sent' && kept && kept.record.status !== 'sent' ? [kept] : [],
    )
    await requireApproved(site, sent, request)
    for (const row of table.rows) await keepRow(requireRegister(site, request), row, nameOf(request))
    site.tables.forget(String(request.params.id))
    response.redirect(303, `/vendors?changed=${tableView(table).keeps}`)
  })

  router.post('/vendors/tables/:id/columns', fields, async (request, response) => {
    const asked = tableNamed(request)
    if (!('table' in asked)) return response.redirect(303, `/vendors/tables/${String(request.params.id)}`)
    const given = Object(request.body) as Record<string, unknown>
    try {
      const { vendors: register } = await requireRegister(site, request).all()
      const header = headerIn(given) ?? asked.header
      const locale = wordIn(given, 'locale') ?? ''
      // Under another header stand other columns.
      const columns = header === asked.header ? { columns: saidColumns(asked, given) } : {}
      const needs = { table: asked.table, register, locale, header, ...columns, on: today() }
      const back = `/vendors/tables/${String(request.params.id)}`
      const to = await begun(site, request, { title: `Reading ${asked.file}`, back }, async (client) => {
        const read = await site.workshop.run('vendor-table', needs, client)
        return `/vendors/tables/${site.tables.keep(read, whoseOf(client))}`
      })
      response.redirect(303, to)
    } catch (error) {
      if (!isMendable(error)) throw error
      columnsPage(request, response, asked, { wrong: onPage(error.message), given })
    }
  })

  router.post('/vendors/views', fields, async (request, response) => {
    const sent = Object(request.body) as Record<string, unknown>
    const query = queryIn(sent)
    const name = typeof sent.name === 'string' ? sent.name : ''
    try {
      const { id } = await requireViews(site, request).add(name, asksIn(query), nameOf(request))
      response.redirect(303, addressOfView(id))
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, whyAgain(error), { name, query })
    }
  })
  router.post('/vendors/views/:view', fields, async (request, response) => {
    const { name: said } = Object(request.body) as Record<string, unknown>
    const name = typeof said === 'string' ? said : ''
    const id = String(request.params.view)
    try {
      await requireViews(site, request).rename(id, name, nameOf(request))
      response.redirect(303, addressOfView(id))
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, whyAgain(error), { name, query: { view: id } })
    }
  })
  router.post('/vendors/views/:view/remove', fields, async (request, response) => {
    try {
      await requireViews(site, request).remove(String(request.params.view), nameOf(request))
      response.redirect(303, '/vendors')
    } catch (error) {
      if (!isMendable(error)) throw error
      await list(request, response, whyAgain(error))
    }
  })

  router.use(vendorPage(site))
  return router

  async function list(
    request: Request,
    response: Response,
    wrong?: string,
    refused?: RefusedView,
  ): Promise<void> {
    if (wrong !== undefined) response.status(422)
    const { register, store } = site.shownTo(request)
    if (!register) {
      page(request, response, 'vendors', { title: 'Vendors', without: true })
      return
    }
    const address = request.method === 'GET' ? request.query : {}
    const { given, ...views } = await viewsShown(requireViews(site, request), address, refused)
    const { vendors, wrong: unread } = await register.all()
    const { answered, wrong: noLinks } = await vendorsAnswered(site, vendors)
    const columns = columnsIn(given)
    const at = {
      page: Number(wordIn(given, 'page') ?? 1) || 1,
      query: filterWords(given),
      ...(columns && { columns }),
    }
    page(request, response, 'vendors', {
      title: 'Vendors',
      ...vendorsView(vendors, filterIn(given), at),
      ...views,
      ownColumns: columns !== undefined,
      unread: [...unread, ...views.unread, ...noLinks],
      wrong,
      answered,
      jobs: await hasJobs(store),
      drafting: site.batches && {
        matters: (await store?.matters.list({ size: mostMatters }))?.matters,
        columns: [...new Set(vendors.flatMap(({ record }) => Object.keys(record.ids)))].sort(),
      },
      changed: wordIn(given, 'changed'),
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
    })
  }

  function columnsPage(
    request: Request,
    response: Response,
    asked: AskedTable,
    told: { wrong?: string; given?: Record<string, unknown> } = {},
  ): void {
    if (told.wrong !== undefined) response.status(422)
    const address = `/vendors/tables/${String(request.params.id)}/columns`
    page(request, response, 'vendor-columns', {
      ...columnsView(asked, library, told.given),
      ...told,
      address,
    })
  }

  function tableNamed(request: Request) {
    const found = site.tables.find(String(request.params.id), whoseOf(visitorOf(request)))
    if (found) return found
    throw new Refusal(410, 'gone', 'this table is not kept any more: it was read in, or an hour has passed')
  }

  function page(request: Request, response: Response, name: string, view: object): void {
    const html = site.views.render(name, {
      vendorsPage: true,
      script: 'files.js',
      ...view,
      ...visitorView(request),
    })
    response.set('Cache-Control', 'no-store').type('html').send(html)
  }
}

const horizons = [
  ['30d', 'the next 30 days'],
  ['90d', 'the next 90 days'],
  ['6m', 'the next 6 months'],
  ['1y', 'the next year'],
  ['3y', 'the next 3 years'],
] as const

/** The list as it was, with what was done. */
function back(given: Record<string, unknown>, done: string): string {
  const query = wordIn(given, 'query')
  return `/vendors?${query === undefined ? '' : `${new URLSearchParams(query)}&`}${done}`
}
