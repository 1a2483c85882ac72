import { workWithin } from '../../files/index.ts'
import type { Library } from '../../library/index.ts'
import { assess, readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import { type Houses, houseNamedIn, openHouses } from '../houses.ts'
import { checkWords } from './check.ts'
import { compareSources } from './compare.ts'
import { dealAnswer, dealFile, dealRead } from './deal.ts'
import { draftFile, preview } from './draft.ts'
import { comparePage } from './page.ts'
import { redlineFile } from './redline.ts'
import { savedReport } from './report.ts'
import { reviewed, reviewedJson, reviewFile } from './review.ts'
import { sampleDeal } from './sample-deal.ts'
import type { Tell } from './step.ts'
import type { Answer, Task } from './task.ts'
import { vendorTable } from './vendor-table.ts'
import { silentIn, wordRedline } from './word.ts'

let houses: Houses | undefined

/** Does what may take long in a thread that can be ended. A problem comes back as data: threads lose classes. */
export default async function work(task: Task): Promise<Answer> {
  workWithin(task.folder)
  houses ??= openHouses(task.houses)
  const tell: Tell = (step) => task.port?.postMessage(step)
  try {
    tell({ what: 'Reading the library' })
    return { done: await doneBy(task, await libraryOf(task, houses), tell) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { rule, message, place } = error
    return { problem: { rule, message, place } }
  }
}

/** The library of the matter that the work is on, or that of the server. */
function libraryOf({ name, needs }: Task, all: Houses): Promise<Library> {
  // What is wrong with a matter's house is part of what its preview tells.
  const matter = name !== 'preview' && 'matter' in needs ? needs.matter : ''
  return all.library(houseNamedIn(matter))
}

function doneBy(task: Task, known: Library, tell: Tell) {
  switch (task.name) {
    case 'compare':
      return compareSources(known, task.needs, tell)
    case 'check':
      return checkWords(task.needs)
    case 'page':
      return comparePage(known, task.needs)
    case 'preview':
      return preview(known, task.needs, () => houses!.library(houseNamedIn(task.needs.matter)))
    case 'draft':
      return draftFile(known, task.needs, task.needs.format)
    case 'redline':
      return redlineFile(known, task.needs)
    case 'word-redline':
      return wordRedline(task.needs)
    case 'silent':
      return silentIn(known, task.needs)
    case 'report':
      return savedReport(task.needs)
    case 'review':
      return reviewed(known, task.needs, tell)
    case 'review-json':
      return reviewedJson(known, task.needs)
    case 'review-file':
      return reviewFile(known, task.needs)
    case 'deal':
      return dealRead(known, task.needs, tell)
    case 'deal-sample':
      return sampleDeal(known, task.needs)
    case 'deal-file':
      return dealFile(known, task.needs)
    case 'deal-answer':
      return dealAnswer(known, task.needs, tell)
    case 'vendor-table':
      return vendorTable(known, task.needs)
    case 'assess':
      return assess(readMatter(task.needs.matter, 'matter'), known, { allLicenses: task.needs.allLicenses })
  }
}
