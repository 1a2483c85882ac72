import { leftOver, listed, turning, unaccountedIn, WEB } from './accounted.ts'
import type { SaidReader } from './said.ts'

const nouns =
  'page pages screen screens footer foot header head bar banner website site app application portal homepage home dialog dialogue box window menu settings login sign-in splash start about credits notices notice help documentation docs manual readme terms imprint legal corner chat widget pane panel sidebar tab section view dashboard interface ui'
const words = listed(`${nouns}
  the a an of on in at to each every its our and or below under above beside near next bottom top left right first main landing product products
  service user users every with by text line display mobile web desktop online public every each also as well linked link from shown
  displayed visible prominently built llama version client api response responses reply answer answers information company`)
const NOUN = new RegExp(`\\b(?:${nouns.split(' ').join('|')})\\b`, 'iu')
const NONE = /^(?:none|no|nowhere|not shown|not displayed|no display(?: line)?)[.!]?$/i

/** Where something is shown: an address or a place of the product, today and for everybody; or that it is not. */
export const display: SaidReader = (said) => {
  if (NONE.test(said.trim())) return undefined
  const isAddress = new RegExp(`^${WEB.source}$`, 'i').test(said.trim())
  if (isAddress) return undefined
  const left = unaccountedIn(said, { words, signs: [WEB, /[“"]Built with[^”"]*[”"]/gi] })
  if (left !== undefined) return leftOver(left)
  const first = said.trim().split(/\s/)[0]!.toLowerCase()
  return (NOUN.test(said) || new RegExp(WEB.source, 'i').test(said)) &&
    !(turning.has(first) && !words.has(first))
    ? undefined
    : `“${said.trim()}” names no place of the product: a person reads it`
}
