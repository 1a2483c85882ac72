import { diffLines } from 'diff'
import express, { type Response, Router } from 'express'
import { Conflict, type OpenMatter } from '../matters/index.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** `/matters/acme/versions`, and what happens when two people save one matter. */
export function matterRoutes(site: Site): Router {
  const router = Router()
  const { matters } = site
  if (!matters) return router
  router.get('/matters/:name/versions', async (request, response) => {
    const { name } = request.params
    const { yaml } = await matters.open(name)
    const view = {
      title: `Versions of ${name}`,
      draftPage: true,
      script: 'site.js',
      name,
      yaml,
      versions: (await matters.versions(name)).map(({ version, saved }) => ({
        version,
        saved: saved.slice(0, 16).replace('T', ' '),
      })),
    }
    response.set('Cache-Control', 'no-cache').type('html').send(site.views.render('versions', view))
  })
  router.post(
    '/matters/:name',
    express.urlencoded({ extended: false, limit: '2mb' }),
    async (request, response) => {
      const { yaml, base, document } = Object(request.body) as Record<string, unknown>
      if (typeof yaml !== 'string' || typeof base !== 'string')
        throw new Refusal(400, 'form', 'the form cannot be read: send it from the page')
      await saveMatter(site, response, {
        yaml,
        name: request.params.name,
        base,
        document: String(document ?? ''),
      })
    },
  )
  return router
}

/** Saves and goes on with the saved matter, or shows what someone else saved and what to do. */
export async function saveMatter(
  site: Site,
  response: Response,
  { yaml, name, base, document }: { yaml: string; name?: string; base?: string; document: string },
): Promise<void> {
  if (!site.matters)
    throw new Refusal(403, 'matters', 'this server keeps no matters: download the matter instead')
  const to = /^[a-z-]+$/.test(document) ? document : 'side-letter'
  try {
    const saved = await site.matters.save(yaml, name, base)
    response.redirect(303, `/draft/${to}?matter=${encodeURIComponent(saved.name)}&saved=yes`)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    response
      .status(409)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(site.views.render('conflict', conflictView(error.theirs, yaml, to)))
  }
}

function conflictView(theirs: OpenMatter, yaml: string, document: string) {
  return {
    title: 'Someone else saved first',
    draftPage: true,
    script: 'site.js',
    name: theirs.name,
    base: theirs.base,
    yaml,
    document,
    lines: diffLines(theirs.yaml, yaml).flatMap(({ added, removed, value }) =>
      added || removed ? [{ text: value, inserted: added, deleted: removed }] : [],
    ),
  }
}
