export {
  type AskedLink,
  type Links,
  type LinksOfVendor,
  mostKept,
  mostSent,
  openLinks,
} from './link/links.ts'
export { isOpenOn, lastOpenDay, usuallyOpen } from './link/open-until.ts'
export { type AnswersRead, type ReadAnswer, readAnswers, unreadAnswers } from './link/read.ts'
export type { GivenAnswer, GivenAnswers, KeptLink, VendorLink } from './link/types.ts'
