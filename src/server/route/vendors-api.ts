import { Router } from 'express'
import { findVendors, obligations } from '../../register/index.ts'
import { filterIn, filterNames, horizonIn, requireNames, vendorNamed } from '../page/vendor-filter.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** `/api/vendors` and `/api/obligations`: the register, what is kept of a vendor, and what is due. */
export function vendorsApiRoutes({ register, library }: Pick<Site, 'register' | 'library'>): Router {
  const router = Router()
  router.get('/api/vendors', async (request, response) => {
    requireNames(request.query, filterNames)
    const { vendors, wrong } = await kept().all()
    const found = findVendors(vendors, filterIn(request.query))
    response.json({ vendors: found.map(({ id, record }) => ({ id, ...record })), wrong })
  })
  router.get('/api/vendors/:id', async (request, response) => {
    const { id, record } = await vendorNamed(kept(), request.params.id)
    response.json({ id, ...record, history: await kept().history(id) })
  })
  router.get('/api/obligations', async (request, response) => {
    requireNames(request.query, [...filterNames, 'due'])
    const { vendors } = await kept().all()
    const horizon = horizonIn(request.query)
    const found = findVendors(vendors, filterIn(request.query))
    response.json({ ...horizon, ...obligations(found, library, horizon) })
  })
  return router

  function kept() {
    if (register) return register
    throw new Refusal(404, 'no-register', 'this server keeps no register: start it with --register FOLDER')
  }
}
