export {
  type DealChange,
  type DealPlace,
  type Deals,
  type HeldDeal,
  isDealName,
  NoSuchDeal,
  type OpenDeal,
} from './deals.ts'
export type { Deed, KeptDeed } from './deed.ts'
export {
  type AskedDraft,
  type DraftList,
  type Drafts,
  type KeptDraft,
  NoSuchDraft,
  type OpenDraft,
} from './drafts.ts'
export { dealFolder } from './file/deal.ts'
export { openFileLinks } from './file/links.ts'
export { openFileStore } from './file/open.ts'
export { actingFrom, fromWhere } from './from-where.ts'
export {
  type AskedJob,
  type AskedPart,
  isUnderWay,
  type Job,
  type JobPart,
  type JobShare,
  type JobState,
  type Jobs,
  NoSuchJob,
  type OpenJob,
  ShareUsedUp,
  shareOfOne,
  type TakenPart,
  type Thing,
  type ThingResult,
  type WaitingThing,
  type Word,
  wordOn,
  words,
} from './jobs.ts'
export {
  type Audience,
  audienceWords,
  isPersonName,
  mayApprove,
  mayChange,
  mayNegotiate,
  mayRule,
  NotYours,
  type People,
  type Person,
  type Role,
  roles,
  type Shared,
  type SharedKind,
  type Sharing,
} from './people.ts'
export type { SignedIn, SignIns } from './sign-ins.ts'
export {
  Conflict,
  type Decisions,
  type ListedMatter,
  type MatterList,
  type MatterPage,
  type Matters,
  NameTaken,
  NoSuchMatter,
  type OpenMatter,
  type Said,
  type Saving,
  type SeenStore,
  type Store,
  type TeamStore,
} from './types.ts'
export type { Version } from './version.ts'
export { type Watch, type Watches, watchJob } from './watches.ts'
