import { Router } from 'express'
import type { WholeSite } from '../site.ts'

/**
 * `/healthz`: the process answers, and tells whether its database does: to start it again would not help where that does not.
 * `/readyz`: it takes requests, which it does not while it ends, or its database is away.
 */
export function healthRoutes(site: WholeSite): Router {
  const router = Router()
  router.get('/healthz', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'ok', ...(await databaseOf(site)) })
  })
  router.get('/readyz', async (_request, response) => {
    const database = site.ready ? await databaseOf(site) : {}
    const away = database.database === 'away'
    response
      .status(site.ready && !away ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json(
        site.ready && !away
          ? {
              status: 'ready',
              licenses: site.library.licenses.size,
              library: site.library.digest,
              ...database,
            }
          : { status: away ? 'waiting' : 'ending', ...database },
      )
  })
  return router
}

/** Why it is away is told to nobody who only asks. */
async function databaseOf({ database }: Pick<WholeSite, 'database'>): Promise<{ database?: 'ok' | 'away' }> {
  if (!database) return {}
  return database.answers().then(
    () => ({ database: 'ok' }),
    () => ({ database: 'away' }),
  )
}
