import { Router } from 'express'
import { findVendors, licenseDuties, obligations } from '../../register/index.ts'
import { filterIn, filterNames, horizonIn, requireNames, wordIn } from '../page/vendor-filter.ts'
import type { Site } from '../site.ts'
import { ownMatter, requireRegister, vendorNamed } from './register.ts'

/** `/api/vendors` and `/api/obligations`: the register, what is kept of a vendor, and what is due. */
export function vendorsApiRoutes(site: Pick<Site, 'shownTo' | 'library'>): Router {
  const router = Router()
  router.get('/api/vendors', async (request, response) => {
    requireNames(request.query, filterNames)
    const { vendors, wrong } = await requireRegister(site, request).all()
    const found = findVendors(vendors, filterIn(request.query))
    response.json({ vendors: found.map(({ id, record }) => ({ id, ...record })), wrong })
  })
  router.get('/api/vendors/:id', async (request, response) => {
    const { id, record } = await vendorNamed(site, request, request.params.id)
    response.json({ id, ...record, history: await requireRegister(site, request).history(id) })
  })
  router.get('/api/obligations', async (request, response) => {
    requireNames(request.query, [...filterNames, 'due', 'matter'])
    const { vendors } = await requireRegister(site, request).all()
    const horizon = horizonIn(request.query)
    const found = findVendors(vendors, filterIn(request.query))
    const own = await ownMatter(site, request, wordIn(request.query, 'matter'))
    response.json({
      ...horizon,
      ...obligations(found, site.library, horizon),
      licenses: licenseDuties(found, site.library, own),
    })
  })
  return router
}
