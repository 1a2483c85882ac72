import express, { type Request, type Response, Router } from 'express'
import { outputFormats } from '../../formats.ts'
import { isWordName } from '../../markup/word-name.ts'
import { Problem } from '../../problem.ts'
import { decisionsGiven } from '../../review/any-paper.ts'
import {
  type AnyDecision,
  decidedReview,
  decisionName,
  decisionsYaml,
  isDecisionOn,
  type KeptDecision,
  type KeptPositionDecision,
  type Review,
  rowName,
  verdictsToDecide,
} from '../../review/index.ts'
import { decidedLicensorReview, type LicensorReview } from '../../review/licensor.ts'
import { NoSuchMatter } from '../../store/index.ts'
import { secondsView } from '../../task-time.ts'
import { decodeText } from '../../texts/index.ts'
import { today } from '../../today.ts'
import type { AskedPapers } from '../batches.ts'
import { begunRows, typedWords, wordsTyped } from '../form/decisions.ts'
import { houseNamedIn } from '../houses.ts'
import { reviewPageView, type Typing } from '../page/review-page.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable, Refusal } from '../refusal.ts'
import { fileName, sendFile } from '../report.ts'
import type { KeptReview } from '../reviews.ts'
import { samplePapers } from '../samples.ts'
import { visitorOf, whoseOf } from '../security/visitor.ts'
import type { Site } from '../site.ts'
import type { ReviewTask } from '../work/review.ts'
import { begun } from './begun.ts'
import { matterGiven } from './matter-given.ts'
import { nameOf } from './matters.ts'
import { receive, type SentFile, sentFiles } from './receive.ts'
import {
  fieldIn,
  filesAgain,
  formAgain,
  type SentForm,
  sentForm,
  setFormStatus,
  whyAgain,
} from './sent-form.ts'

/** `/review`: a vendor's own paper, held against the clauses that a matter calls for, with what persons decide of it. */
export function reviewRoutes(site: Site): Router {
  const router = Router()
  const fields = express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 1000 })
  router.get('/review', async (request, response) => {
    const again = formAgain(site, request)
    await form(request, response, again?.error, again?.sent)
  })
  router.post(
    '/review',
    receive(site, 'paper', mostPapers, ['matter_file', 'decisions_file'], mostTogether(site)),
    async (request, response) => {
      const given = Object(request.body) as Record<string, unknown>
      const text = (name: string) => (typeof given[name] === 'string' ? given[name].trim() : '')
      const typed = { vendor: text('vendor'), chosen: text('matter'), whose: text('whose') }
      try {
        response.redirect(303, await reviewBegun(request, typed))
      } catch (error) {
        if (!(error instanceof Problem) || (error instanceof Refusal && !isMendable(error))) throw error
        await form(request, response, error, sentForm(request))
      }
    },
  )
  router.post('/review/sample/:id', async (request, response) => {
    const sample = samplePapers().find(({ id }) => id === request.params.id)
    if (!sample) throw new Refusal(404, 'no-such-sample', 'there is no such sample: /review lists them')
    const { paper, matter } = sample
    response.redirect(303, await reviewOn(request, { paper, matter, vendor: '', folder: site.texts.folder }))
  })
  router.get('/review/:id', async (request, response) => {
    await show(request, response)
  })
  router.post('/review/:id/decisions', fields, async (request, response) => {
    const id = String(request.params.id)
    const kept = reviewNamed(request)
    const { rows } = decided(kept.reviewed.review, await saidOf(request, kept))
    const typed = typedWords(request.body, rows)
    // A button sets the row that it stands in; others that are begun stay as they are typed.
    const own = rowSet(request.body)
    const set = own === undefined ? typed : new Map([...typed].filter(([row]) => row === own))
    const { said, withdrawn, wrong } = wordsTyped(set, rows, verdictsToDecide, today())
    if (wrong.length > 0) return show(request, response, { typed, wrong })
    await keepWords(request, kept, said, withdrawn)
    const left = begunRows(new Map([...typed].filter(([row]) => !set.has(row))), rows)
    // A device that keeps what is typed gives it back itself.
    if (left.size > 0 && Object(request.body)._kept === undefined)
      return show(request, response, { typed: left, wrong })
    const [first] = [...said.map(decisionName), ...withdrawn]
    response.redirect(303, `/review/${id}${first === undefined ? '' : `#r-${first}`}`)
  })
  router.get('/review/:id/decisions.yaml', async (request, response) => {
    const content = decisionsYaml(await saidOf(request, reviewNamed(request)))
    sendFile(response, { name: 'decisions.yaml', type: 'application/yaml; charset=utf-8', content })
  })
  for (const kind of ['marked', 'rider', 'report'] as const)
    router.get(`/review/:id/${kind}`, async (request, response) => {
      const kept = reviewNamed(request)
      const { decisions: _, ...task } = kept.task
      const needs = { ...task, kind, said: await saidOf(request, kept) }
      const { content } = await site.workshop.run('review-file', needs, visitorOf(request))
      const name = `${fileName(task.paper.file.replace(/\.\w+$/, ''))}-${kind}.docx`
      sendFile(response, { name, type: outputFormats.docx.type, content })
    })
  return router

  /** Begins a review of what was sent. @returns the address of what it came to, or of its steps */
  async function reviewBegun(
    request: Request,
    { vendor, chosen, whose: said }: { vendor: string; chosen: string; whose: string },
  ): Promise<string> {
    const papersSent = sentFiles(request, 'paper')
    const [paper] = papersSent
    if (!paper) throw new Refusal(400, 'form', 'choose their paper')
    const whose = papers.find(({ id }) => id === said)?.id
    if (said !== '' && !whose) throw new Refusal(400, 'form', 'say whose paper it is, as the list has it')
    const { yaml, name } = await matterGiven(site, request, chosen, 'the paper is held against')
    const [decisions] = sentFiles(request, 'decisions_file')
    if (papersSent.length > 1)
      return manyBegun(request, {
        papers: papersSent,
        matter: { yaml, ...(name !== undefined && { name }) },
        vendor,
        whose,
        decisions,
      })
    const task: ReviewTask = {
      paper,
      matter: yaml,
      vendor,
      folder: site.texts.folder,
      ...(whose && { whose }),
      ...(decisions && {
        decisions: { file: decisions.file, yaml: decodeText(decisions.bytes, decisions.file) },
      }),
    }
    return reviewOn(request, task, name)
  }

  /** Keeps a review of many papers as a job. @returns its address */
  async function manyBegun(
    request: Request,
    {
      papers,
      matter,
      vendor,
      whose,
      decisions,
    }: Pick<AskedPapers, 'papers' | 'matter' | 'vendor'> & {
      whose: ReviewTask['whose'] | undefined
      decisions: SentFile | undefined
    },
  ): Promise<string> {
    const { store } = site.shownTo(request)
    if (!site.batches || !store)
      throw new Refusal(400, 'form', 'this server keeps no jobs, which many papers are: send one at a time')
    const sent = decisions && { file: decisions.file, yaml: decodeText(decisions.bytes, decisions.file) }
    const kept = matter.name === undefined ? [] : await store.decisions.list(matter.name, vendor)
    const library = await site.houses.library(houseNamedIn(matter.yaml))
    const said = [...(sent ? decisionsGiven({ decisions: sent }, library) : []), ...kept]
    const { id } = await site.batches.beginReviews({
      ...{ papers, matter, vendor, by: nameOf(request) },
      ...(whose && { whose }),
      ...(said.length > 0 && { decisions: decisionsYaml(said) }),
    })
    return `/jobs/${id}`
  }

  /** @param matter its name, where it is kept here */
  function reviewOn(request: Request, task: ReviewTask, matter?: string): Promise<string> {
    // What cannot be read is told on the form where that is soon, and not behind a link.
    return begun(
      site,
      request,
      { title: `Reviewing ${task.paper.file}`, back: '/review' },
      async (client) => {
        const reviewed = await site.workshop.run('review', task, client)
        return `/review/${site.reviews.keep({ task, reviewed, matter, said: reviewed.given }, whoseOf(client))}`
      },
    )
  }

  async function show(request: Request, response: Response, typing?: Required<Typing>): Promise<void> {
    const id = String(request.params.id)
    const kept = reviewNamed(request)
    const said = await saidOf(request, kept)
    const view = reviewPageView(
      { ...kept.reviewed, review: decided(kept.reviewed.review, said) },
      {
        address: `/review/${id}`,
        isWord: isWordName(kept.task.paper.file),
        isKept: kept.matter !== undefined,
        said: said.length,
        by: visitorOf(request)?.name ?? '',
        autosave: site.options.autosave,
        ...typing,
      },
    )
    if (typing && typing.wrong.length > 0) response.status(422)
    page(response, 'reviewed', { ...view, ...visitorView(request) })
  }

  /** What was decided of a review: on its page and in the file that came with it, and what the store has of its matter. */
  async function saidOf(request: Request, { matter, said, task }: KeptReview): Promise<AnyDecision[]> {
    const { store } = site.shownTo(request)
    if (matter === undefined || !store) return said
    const kept = await store.decisions.list(matter, task.vendor).catch((error: unknown) => {
      if (error instanceof NoSuchMatter) return []
      throw error
    })
    return [...said, ...kept]
  }

  async function keepWords(
    request: Request,
    kept: KeptReview,
    said: AnyDecision[],
    withdrawn: string[],
  ): Promise<void> {
    const names = new Set([...withdrawn, ...said.map(decisionName)])
    const gone = kept.reviewed.review.rows.filter((row) => names.has(rowName(row)))
    kept.said = kept.said.filter((one) => !gone.some((row) => isDecisionOn(one, row)))
    const { store } = site.shownTo(request)
    if (kept.matter === undefined || !store) {
      kept.said.push(...said)
      return
    }
    const words = [...withdrawn.map((row) => ({ withdrawn: row })), ...said.map((one) => ({ said: one }))]
    if (words.length === 0) return
    const signed = visitorOf(request)?.name ?? 'somebody'
    await store.decisions.add(kept.matter, kept.task.vendor, words, signed)
  }

  async function form(request: Request, response: Response, error?: unknown, sent?: SentForm): Promise<void> {
    const typed = (name: string) => (sent === undefined ? '' : fieldIn(sent, name))
    const { store } = site.shownTo(request)
    const matters = store ? (await store.matters.list({ find: '', page: 1 })).matters : undefined
    if (error instanceof Problem) setFormStatus(response, error)
    page(response, 'review', {
      title: 'Review their paper',
      sentence:
        'A vendor’s own paper or a licensor’s against a matter: verdicts, the worst first, and what goes back.',
      reviewPage: true,
      script: 'files.js',
      wrong: whyAgain(error),
      filesAgain: sent && filesAgain(sent),
      vendor: typed('vendor'),
      papers: papers.map((one) => ({ ...one, chosen: one.id === typed('whose') })),
      samples: samplePapers().map(({ id, title }) => ({ id, title })),
      matters: matters?.map(({ name, title }) => ({ name, title, chosen: name === typed('matter') })),
      megabytes: Math.round(site.options.largestUpload / 1024 / 1024),
      many: site.batches && { most: mostPapers, megabytes: Math.round(mostTogether(site) / 1024 / 1024) },
      ...secondsView(site.options.workTime),
      ...visitorView(request),
    })
  }

  function page(response: Response, name: string, view: object): void {
    response.set('Cache-Control', 'no-store').type('html').send(site.views.render(name, view))
  }

  function reviewNamed(request: Request): KeptReview {
    const kept = site.reviews.find(String(request.params.id), whoseOf(visitorOf(request)))
    if (!kept)
      throw new Refusal(
        410,
        'gone',
        'this review is not kept any more: it stays for an hour. Send its files again at /review',
      )
    return kept
  }
}

/** Papers that are sent at once, and how many times the largest file they may have together. */
const mostPapers = 40

function mostTogether({ options }: Site): number {
  return options.largestUpload * 3
}

/** The row whose button was pressed. */
function rowSet(body: unknown): string | undefined {
  const { _row: row } = Object(body) as Record<string, unknown>
  return typeof row === 'string' && row !== '' ? row : undefined
}

/** Whose a paper may be, as the form offers it. */
const papers = [
  { id: 'vendor', name: 'A vendor’s: against the clauses that the matter calls for' },
  {
    id: 'licensor',
    name: 'A licensor’s, or a letter of ours that came back: against the positions that the matter takes',
  },
] as const

/** A review with what persons decided above it. */
function decided(review: Review | LicensorReview, said: readonly AnyDecision[]): Review | LicensorReview {
  return review.paper === 'vendor'
    ? decidedReview(
        review,
        said.flatMap((one): KeptDecision[] => ('flow_down' in one ? [one] : [])),
      )
    : decidedLicensorReview(
        review,
        said.flatMap((one): KeptPositionDecision[] => ('position' in one ? [one] : [])),
      )
}
