import type { Obligations } from '../../register/index.ts'
import type { Impact } from '../types.ts'

/** What a watch found of one text of the licensor. */
export interface WatchedText {
  /** `llama-3.1/use-policy` */
  id: string
  /** `Llama 3.1 use policy` */
  title: string
  /** `not-asked`: no address was asked, and nothing newer is kept from an earlier check. */
  outcome: 'same' | 'changed' | 'absent' | 'unread' | 'not-asked'
  /** The address that was read. */
  address?: string
  /** Why one was passed over, one sentence each. */
  reasons: string[]
  /** Where it changed: what that touches. */
  impact?: Impact
  /** SHA-256 of the text that was found, where it changed: the same change is told under the same name. */
  sha256?: string
}

/** What a watch found on one day. */
export interface Watched {
  /** ISO date. */
  on: string
  /** Whether the official addresses were asked. */
  asked: boolean
  texts: WatchedText[]
  /** What is due, where a register is watched. */
  due?: Obligations & { until: string }
}
