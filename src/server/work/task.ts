import type { MessagePort } from 'node:worker_threads'
import type { DealStatus, Answer as WrittenAnswer } from '../../deal/index.ts'
import type { DealFileFormat, DocumentFormat } from '../../formats.ts'
import type { SilentReport } from '../../markup/silent.ts'
import type { Assessment } from '../../matter/index.ts'
import type { Place } from '../../problem.ts'
import type { AnyDecision } from '../../review/index.ts'
import type { HouseSettings } from '../houses.ts'
import type { AskedTable, ReadTable } from '../vendor-tables.ts'
import type { CheckTask, MatterProblem } from './check.ts'
import type { Compared, CompareTask } from './compare.ts'
import type { DealAnswerTask, DealTask } from './deal.ts'
import type { DraftFile, DraftTask, Preview } from './draft.ts'
import type { PageTask } from './page.ts'
import type { RedlineTask } from './redline.ts'
import type { ReportTask } from './report.ts'
import type { Reviewed, ReviewFile, ReviewFileKind, ReviewTask } from './review.ts'
import type { VendorTableTask } from './vendor-table.ts'
import type { WordFile, WordTask } from './word.ts'

/** What a thread can be asked to do, by name, with what it needs and what it gives. */
export interface Tasks {
  compare: { needs: CompareTask; gives: Compared }
  check: { needs: CheckTask; gives: MatterProblem[] }
  page: { needs: PageTask; gives: string }
  preview: { needs: DraftTask; gives: Preview }
  draft: { needs: DraftTask & { format: DocumentFormat }; gives: DraftFile }
  redline: { needs: RedlineTask; gives: { content: Uint8Array } }
  'word-redline': { needs: WordTask; gives: WordFile }
  silent: { needs: WordTask; gives: SilentReport }
  report: { needs: ReportTask; gives: { content: string | Uint8Array } }
  review: { needs: ReviewTask; gives: Reviewed }
  'review-json': { needs: ReviewTask; gives: string }
  'review-file': {
    needs: ReviewTask & { kind: ReviewFileKind; said: readonly AnyDecision[] }
    gives: ReviewFile
  }
  deal: { needs: DealTask; gives: DealStatus }
  'deal-sample': { needs: { folder: string }; gives: DealTask }
  'deal-file': {
    needs: { matter: string; status: DealStatus; format: DealFileFormat }
    gives: { content: string | Uint8Array }
  }
  'deal-answer': {
    needs: DealAnswerTask
    gives: { content: Uint8Array } & Pick<WrittenAnswer, 'points' | 'asks'>
  }
  'vendor-table': { needs: VendorTableTask; gives: ReadTable | AskedTable }
  assess: { needs: { matter: string; allLicenses: boolean }; gives: Assessment }
}

export type Task = {
  [Name in keyof Tasks]: {
    name: Name
    needs: Tasks[Name]['needs']
    houses: HouseSettings
    /** Where all stands that is kept for a while. */
    folder: string
    /** Where steps are told. */
    port?: MessagePort
  }
}[keyof Tasks]

/** What it answers. */
export type Answer =
  | { done: Tasks[keyof Tasks]['gives'] }
  | { problem: { rule: string; message: string; place: Place } }
