import { diffLines } from 'diff'
import express, { type Request, type Response, Router } from 'express'
import { moment } from '../../moment.ts'
import {
  type Audience,
  Conflict,
  type Matters,
  mayRule,
  NoSuchMatter,
  type OpenMatter,
  type Saving,
  type Sharing,
} from '../../store/index.ts'
import { sharingView } from '../page/sharing.ts'
import { visitorView } from '../page/visitor.ts'
import { Refusal } from '../refusal.ts'
import { visitorOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { MatterProblem } from '../work/check.ts'

const form = express.urlencoded({ extended: false, limit: '2mb' })

/** `/matters/acme/versions` and what can be done there, the editor, and what happens when two save one matter. */
export function matterRoutes(site: Site): Router {
  const router = Router()
  router.get('/matters/:name/versions', async (request, response) => {
    const matter = await mattersFor(request).open(request.params.name)
    const versions = await mattersFor(request).versions(matter.name)
    const { sharing, person } = site.shownTo(request)
    const shared = await sharing?.of('matter', matter.name)
    show(response, 'versions', request, {
      title: `Versions of ${matter.name}`,
      name: matter.name,
      base: matter.base,
      said: saidOf(request),
      versions: versions.map((one) => ({
        ...one,
        at: moment(one.at),
        newest: one.version === matter.version,
      })),
      mayRule: !shared || mayRule(person, shared.owner),
      sharing: shared && sharingView(shared, addressOf(matter.name)),
      byHand: !versions.some(({ version }) => version === matter.version),
    })
  })
  router.get('/matters/:name/edit', async (request, response) => {
    const { name, yaml, base } = await mattersFor(request).open(request.params.name)
    show(response, 'editor', request, editorView({ name, yaml, base }, await problemsOf(site, request, yaml)))
  })
  router.post('/matters/:name', form, async (request, response) => {
    const { yaml, base, document } = fieldsOf(request, 'yaml', 'base')
    const to = String(document ?? '')
    mattersFor(request)
    // A browser sends line ends as CR LF.
    const saving = { yaml: yaml.replaceAll('\r\n', '\n'), name: String(request.params.name), base }
    await saveMatter(site, request, response, { ...saving, document: to })
  })
  router.post('/matters/:name/restore', form, async (request, response) => {
    const { version, base } = fieldsOf(request, 'version', 'base')
    const name = String(request.params.name)
    await orConflict(site, request, response, '', '', async () => {
      await mattersFor(request).restore(
        name,
        /^\d{1,9}$/.test(version) ? Number(version) : 0,
        base,
        nameOf(request),
      )
      response.redirect(303, `/matters/${encodeURIComponent(name)}/versions?done=restored`)
    })
  })
  router.post('/matters/:name/rename', form, async (request, response) => {
    const { to, base } = fieldsOf(request, 'to', 'base')
    await orConflict(site, request, response, '', '', async () => {
      const renamed = await mattersFor(request).rename(
        String(request.params.name),
        to.trim(),
        base,
        nameOf(request),
      )
      response.redirect(303, `/matters/${encodeURIComponent(renamed.name)}/versions?done=renamed`)
    })
  })
  router.post('/matters/:name/share', form, async (request, response) => {
    await changeSharing(request, response, (sharing, name) =>
      sharing.share('matter', name, audienceOf(request), nameOf(request)),
    )
  })
  router.post('/matters/:name/unshare', form, async (request, response) => {
    await changeSharing(request, response, (sharing, name) =>
      sharing.unshare('matter', name, audienceOf(request), nameOf(request)),
    )
  })
  router.post('/matters/:name/give', form, async (request, response) => {
    const { to } = fieldsOf(request, 'to')
    await changeSharing(request, response, (sharing, name) =>
      sharing.give('matter', name, to.trim(), nameOf(request)),
    )
  })
  router.post('/matters/:name/delete', form, async (request, response) => {
    const { base, sure } = fieldsOf(request, 'base')
    if (sure !== 'yes') throw new Refusal(400, 'sure', 'nothing was deleted: tick that you are sure')
    await orConflict(site, request, response, '', '', async () => {
      await mattersFor(request).remove(String(request.params.name), base, nameOf(request))
      response.redirect(303, '/draft')
    })
  })
  return router

  async function changeSharing(
    request: Request,
    response: Response,
    work: (sharing: Sharing, name: string) => Promise<void>,
  ): Promise<void> {
    const { sharing, store } = site.shownTo(request)
    if (!sharing || !store) throw new Refusal(404, 'no-such-page', 'the address names no page of Clausebook')
    const name = String(request.params.name)
    await work(sharing, name)
    // Whoever gave it away, or shared it no more with himself, may not see it any more.
    const sees = await sharing.of('matter', name).catch((error: unknown) => {
      if (error instanceof NoSuchMatter) return undefined
      throw error
    })
    response.redirect(303, sees ? `${addressOf(name)}/versions#sharing` : '/draft')
  }

  /** @throws Refusal 404 where the server keeps none */
  function mattersFor(request: Request): Matters {
    const { store } = site.shownTo(request)
    if (store) return store.matters
    throw new Refusal(404, 'no-such-page', 'the address names no page of Clausebook')
  }

  function show(response: Response, view: string, request: Request, fields: object): void {
    const page = { draftPage: true, script: 'site.js', ...visitorView(request), ...fields }
    response.set('Cache-Control', 'private, no-cache').type('html').send(site.views.render(view, page))
  }
}

function addressOf(name: string): string {
  return `/matters/${encodeURIComponent(name)}`
}

function audienceOf(request: Request): Audience {
  const { with: kind, person } = fieldsOf(request, 'with', 'person')
  if (kind === 'everyone' || kind === 'counsel') return { kind }
  if (kind === 'person' && person.trim() !== '') return { kind, name: person.trim() }
  throw new Refusal(400, 'form', 'say with whom it is shared')
}

/** A matter that somebody saves, and the document that he works on. */
export type SavedFrom = Omit<Saving, 'by'> & { document: string }

/**
 * Saves and goes on with the saved matter, or shows what someone else saved and what to do. Words that are no matter are
 * not kept: they come back in an editor with what is wrong.
 */
export async function saveMatter(
  site: Site,
  request: Request,
  response: Response,
  { document, ...saving }: SavedFrom,
): Promise<void> {
  const { store } = site.shownTo(request)
  if (!store) throw new Refusal(403, 'matters', 'this server keeps no matters: download the matter instead')
  const to = /^[a-z-]+$/.test(document) ? document : 'side-letter'
  const wrong = await unreadable(site, request, saving.yaml)
  if (wrong !== undefined) {
    const view = editorView({ name: saving.name ?? '', yaml: saving.yaml, base: saving.base ?? '' }, [wrong])
    const page = { draftPage: true, script: 'site.js', ...visitorView(request), ...view, refused: true }
    response.status(422).set('Cache-Control', 'no-store').type('html').send(site.views.render('editor', page))
    return
  }
  await orConflict(site, request, response, saving.yaml, to, async () => {
    const saved = await store.matters.save({ ...saving, by: nameOf(request) })
    response.redirect(303, `/draft/${to}?matter=${encodeURIComponent(saved.name)}&saved=yes`)
  })
}

async function orConflict(
  site: Site,
  request: Request,
  response: Response,
  yaml: string,
  document: string,
  save: () => Promise<void>,
): Promise<void> {
  try {
    await save()
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const view = { ...visitorView(request), ...conflictView(error.theirs, yaml, document) }
    response
      .status(409)
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(site.views.render('conflict', view))
  }
}

/** Whether a matter is for the editor, since no form can show it. */
export async function isUnreadable(site: Site, request: Request, yaml: string): Promise<boolean> {
  return (await unreadable(site, request, yaml)) !== undefined
}

/** Why a matter cannot be read at all; facts that are wrong can be mended in the form. */
async function unreadable(site: Site, request: Request, yaml: string): Promise<MatterProblem | undefined> {
  return (await problemsOf(site, request, yaml)).find(({ unread }) => unread)
}

function problemsOf(site: Site, request: Request, yaml: string) {
  return site.workshop.run('check', { matter: yaml }, visitorOf(request))
}

function editorView(matter: { name: string; yaml: string; base: string }, problems: MatterProblem[]) {
  return {
    title: `Edit ${matter.name || 'the matter'}`,
    ...matter,
    problems,
  }
}

function conflictView(theirs: OpenMatter, yaml: string, document: string) {
  return {
    title: 'Someone else saved first',
    draftPage: true,
    script: 'site.js',
    name: theirs.name,
    base: theirs.base,
    // Nothing of one's own is at stake where an old version, a new name or an end was asked for.
    yaml: yaml === '' ? undefined : yaml,
    document: document || 'side-letter',
    lines: yaml === '' ? [] : changedLines(theirs.yaml, yaml),
  }
}

function fieldsOf<Needed extends string>(request: Request, ...needed: Needed[]) {
  const fields = Object(request.body) as Record<string, unknown>
  for (const name of needed) {
    if (typeof fields[name] === 'string') continue
    throw new Refusal(400, 'form', 'the form cannot be read: send it from the page')
  }
  return fields as Record<Needed, string> & Record<string, unknown>
}

function saidOf({ query }: Request): string | undefined {
  const said: Record<string, string> = { restored: 'The old version is the newest now.', renamed: 'Renamed.' }
  return Object.hasOwn(said, String(query.done)) ? said[String(query.done)] : undefined
}

/** As it stands in a version. */
export function nameOf(request: Request): string {
  return visitorOf(request)?.name ?? 'somebody'
}

/** Beyond so many edits a page of them helps nobody, and looking for the fewest takes the square of their number. */
const mostEdits = 500

/** The lines that differ; both texts whole where too many do. */
function changedLines(theirs: string, mine: string): { text: string; inserted: boolean; deleted: boolean }[] {
  const found = diffLines(theirs, mine, { maxEditLength: mostEdits }) ?? [
    { value: theirs, added: false, removed: true },
    { value: mine, added: true, removed: false },
  ]
  return found.flatMap(({ added, removed, value }) =>
    added || removed ? [{ text: value, inserted: added, deleted: removed }] : [],
  )
}
