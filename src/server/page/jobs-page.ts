import {
  type DraftToApprove,
  type FailedRow,
  isToBeRead,
  type PaperCame,
  pointLines,
  reviewJob,
  verdictCounts,
  type WatchSaid,
} from '../../batch/index.ts'
import { sentenceCase } from '../../in-words.ts'
import { moment } from '../../moment.ts'
import { type Deed, isUnderWay, type Job, type JobPart, type JobState, watchJob } from '../../store/index.ts'

/** How a state stands out, as marks of a comparison do. */
const marks: Record<JobState, string> = {
  waiting: 'unclear',
  'at work': 'changed',
  done: 'added',
  failed: 'removed',
  cancelled: 'unclear',
}

/** What `jobs.hbs` shows. */
export function jobsView(jobs: readonly Job[]) {
  return { jobs: jobs.map(jobView) }
}

/** What `kept-job.hbs` shows: how far a job is, what failed and why, and who did what. */
export function keptJobView(
  job: Job,
  {
    parts,
    rows,
    drafts,
    deeds,
    papers,
    watch,
  }: {
    parts: readonly JobPart[]
    rows: readonly FailedRow[]
    drafts: readonly DraftToApprove[]
    deeds: readonly Deed[]
    /** Of a review of many papers, those that it is of. */
    papers: readonly PaperCame[]
    /** What a watch came to. */
    watch: WatchSaid | undefined
  },
  may: { approve: boolean; change: boolean },
) {
  const { id, title, state, things, dead } = job
  const waits = isUnderWay(job)
  return {
    ...jobView(job),
    ...(kinds[job.what] ?? ofDrafts),
    watch: watch && {
      verdict: watch.verdict,
      told: watch.told.slice(0, mostTold),
      more: Math.max(0, watch.told.length - mostTold),
    },
    ...papersView(papers),
    title,
    waits,
    // Rows that failed go again with parts that did, once nothing waits any more.
    again: !waits && (state !== 'done' || things.failed > 0),
    parts: parts
      .filter(({ state, reason }) => state === 'failed' || (state === 'waiting' && reason !== undefined))
      .map(({ part, from, to, state, attempts, worker, reason }) => ({
        ...{ part, from, to, attempts, worker, reason },
        state:
          state === 'failed' ? 'failed for good' : attempts === 0 ? 'waits for others' : 'is tried again',
      })),
    dead,
    // Where in a template it stands, and how a command leaves a blank, is of no use on a page.
    rows: rows.map(({ place, problem }) => ({
      place,
      problem: problem.replace(/^templates\/\S+ /, '').replace(' (--allow-blanks)', ''),
    })),
    more: things.failed - rows.length,
    ...approvalsView(id, drafts, may.approve),
    mayRemove: may.change && !waits,
    deeds: deeds.map(({ at, by, from, did }) => ({ at: moment(at), by, from, did })),
    fetch: `clausebook jobs fetch ${id} --output FOLDER`,
  }
}

/** What a page calls the things of a batch, and what comes of them. */
const ofDrafts = {
  none: 'there is no draft',
  without: 'Rows without a draft',
  come: 'the drafts',
  ones: 'Rows',
}
/** … and of a review of many papers. */
const ofReviews = {
  none: 'there is no report',
  without: 'Papers that were not reviewed',
  come: 'the reports',
  ones: 'Papers',
}

/** … and of a watch. */
const ofWatches = {
  none: 'there is no report',
  without: 'What was not watched',
  come: 'the report for a mail, a program and a reader of feeds',
  ones: 'Parts',
  isWatch: true,
}

const kinds: Record<string, typeof ofDrafts> = { [reviewJob]: ofReviews, [watchJob]: ofWatches }

/** So much of what a watch tells is shown. */
const mostTold = 50

/** So many papers, and points of them that a person has to read, are shown; the files that are taken along have all. */
const mostPapers = 200
const mostPoints = 50

/** What came of papers so far: what a person has to read first, then how many points of each have which verdict. */
function papersView(papers: readonly PaperCame[]) {
  const read = papers.flatMap((paper) =>
    'outcome' in paper ? [{ place: paper.place, outcome: paper.outcome }] : [],
  )
  const lines = pointLines(read.map((paper) => ({ paper, report: '' }))).filter(isToBeRead)
  return {
    read: read.slice(0, mostPapers).map(({ place, outcome }) => ({
      ...{ place, vendor: outcome.vendor, against: outcome.against.length },
      ...verdictCounts(outcome),
    })),
    readMore: Math.max(0, read.length - mostPapers),
    points: lines.slice(0, mostPoints),
    pointsMore: Math.max(0, lines.length - mostPoints),
  }
}

/** So many drafts that wait are shown at once: who approves has looked at each. */
const mostAtOnce = 20

function approvalsView(id: string, drafts: readonly DraftToApprove[], mayApprove: boolean) {
  const open = drafts.filter(({ said }) => !said)
  const view = ({ vendor, product, sha256, approvals, said }: DraftToApprove) => ({
    name: product === '' ? vendor : `${vendor}: ${product}`,
    address: `/jobs/${id}/drafts/${sha256}`,
    sha256,
    digest: sha256.slice(0, 12),
    less: approvals.map(({ title, what }) => ({ title, what })),
    approvers: [...new Set(approvals.map(({ approver }) => approver))],
    said: said && `${said.word === 'approved' ? 'Approved' : 'Set aside'} by ${said.by}, ${moment(said.at)}`,
  })
  return {
    waiting: open.slice(0, mostAtOnce).map(view),
    waitingMore: Math.max(0, open.length - mostAtOnce),
    decided: drafts.filter(({ said }) => said).map(view),
    mayApprove,
  }
}

/** How far a job is, for a script that asks. */
export function jobState(job: Job) {
  const { all, done } = job.things
  return { done, total: all, ended: !isUnderWay(job) }
}

function jobView({ id, title, at, by, state, things: { all, done, failed } }: Job) {
  return {
    id,
    address: `/jobs/${id}`,
    name: title,
    at: moment(at),
    by,
    state: sentenceCase(state),
    mark: marks[state],
    all,
    done,
    failed,
  }
}
