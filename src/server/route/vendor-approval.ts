import type { Request } from 'express'
import { type DraftToApprove, waitingDrafts } from '../../batch/index.ts'
import { Problem } from '../../problem.ts'
import type { KeptVendor } from '../../register/index.ts'
import type { Site } from '../site.ts'

/** The newest draft for a vendor that waits for an approval, of those that whoever asks sees. */
export async function draftThatWaits(
  site: Site,
  vendor: KeptVendor,
  request: Request,
): Promise<DraftToApprove | undefined> {
  const { store } = site.shownTo(request)
  return store && (await waitingDrafts(store, [vendor])).get(vendor.id)
}

/**
 * Holds up what is said to be sent and waits for an approval, where people are told apart: without, everybody gives himself any.
 *
 * @param vendors that come to be sent
 * @throws Problem for the first of them whose draft waits
 */
export async function requireApproved(
  site: Site,
  vendors: readonly KeptVendor[],
  request: Request,
): Promise<void> {
  const { store } = site.shownTo(request)
  if (!site.options.people || !store || vendors.length === 0) return
  const [waits] = (await waitingDrafts(store, vendors)).values()
  if (waits) throw new Problem('approval', `${waitsWords(waits)}: “sent” is for after it`)
}

export function waitsWords({ vendor, approvals, job }: DraftToApprove): string {
  const approvers = [...new Set(approvals.map(({ approver }) => approver))].join(', ')
  return `the draft for ${vendor} waits for the approval of ${approvers} (job ${job})`
}
