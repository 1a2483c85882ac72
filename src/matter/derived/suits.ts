import type { DerivedFact } from '../condition/types.ts'
import type { Matter } from '../schema/index.ts'
import type { FirstUse } from './first-use.ts'
import { isOpen, known, notKnown, some } from './known.ts'

type Suit = NonNullable<NonNullable<Matter['litigation']>['suits']>[number]

/** Whether a suit is about a license: about all of them where it names none. */
function isAbout({ licenses = [] }: Suit, license: string): boolean {
  return licenses.length === 0 || licenses.includes(license)
}

/** A suit that is older than the version cannot have spoken of it, unless it is said to. */
function isOlder({ filed, licenses = [] }: Suit, released: string | undefined): boolean {
  return filed !== undefined && released !== undefined && filed < released && licenses.length === 0
}

/** Facts of a suit that are not told. */
function asksOf({ by, claim }: Suit): string[] {
  return [...(isOpen(by) ? ['by'] : []), ...(isOpen(claim) ? ['claim'] : [])]
}

/** Whether it is the client’s own, over the models. */
function isOwn(suit: Suit): boolean | string[] {
  const own = isOpen(suit.by) || suit.by === 'client'
  if (!own || (!isOpen(suit.claim) && suit.claim !== 'models-infringe')) return false
  const asks = asksOf(suit)
  return asks.length > 0 ? asks : true
}

/** By the month, where no day is told: what was taken in the month of the suit counts as taken before it. */
function isTakenLater({ filed = '' }: Suit, first: FirstUse): boolean {
  return first === 'never' || (first !== undefined && first.slice(0, 7) > filed.slice(0, 7))
}

/**
 * What the suits of a matter come to under one license: one of the client over the materials, one that may be such, one
 * that is not.
 *
 * @param when the day of the version, and when the license was taken
 */
export function suits(
  { litigation }: Matter,
  license: string,
  { released, first }: { released: string | undefined; first: FirstUse },
): Record<string, DerivedFact> {
  const list = litigation?.suits
  const old = litigation?.over_llama_ip
  if (list === undefined) {
    const own = isOpen(old) ? notKnown('litigation.over_llama_ip') : known(old === true)
    return {
      own_suit: own,
      own_suit_before: known(false),
      suit_doubtful: known(false),
      suit_older: known(false),
      suit_elsewhere: known(false),
      other_suit: known(litigation?.against_meta === true),
    }
  }
  const elsewhere = list.some(
    (suit) =>
      suit.filed !== undefined &&
      (suit.by === 'client' || suit.by === 'affiliate') &&
      suit.claim !== 'other' &&
      !isAbout(suit, license),
  )
  const judged = (judge: (suit: Suit) => boolean | string[]) =>
    some(list, 'litigation.suits', (suit) =>
      suit.filed === undefined || !isAbout(suit, license) ? false : judge(suit),
    )
  return {
    own_suit:
      old === true
        ? known(true)
        : judged((suit) => {
            if (isOlder(suit, released) || isTakenLater(suit, first)) return false
            return isOwn(suit)
          }),
    own_suit_before: judged((suit) =>
      isOlder(suit, released) || !isTakenLater(suit, first) ? false : isOwn(suit),
    ),
    suit_doubtful: judged((suit) => {
      if (suit.by === 'other' || suit.claim === 'other') return false
      const asks = asksOf(suit)
      if (asks.length > 0) return asks
      return suit.by === 'affiliate' || suit.claim === 'training-infringes' || isOlder(suit, released)
    }),
    suit_older: judged((suit) => {
      if (!isOlder(suit, released) || suit.by === 'other' || suit.claim === 'other') return false
      const asks = asksOf(suit)
      return asks.length > 0 ? asks : true
    }),
    suit_elsewhere: known(elsewhere),
    other_suit: judged(({ by, claim }) => by === 'other' || claim === 'other'),
  }
}

/**
 * The day of the first suit of the group that may end a license; of the client’s own over the models where there is one,
 * since that one does.
 */
export function suitOver({ litigation }: Matter, license: string): string | undefined {
  const near = (litigation?.suits ?? []).filter(
    (suit) => isAbout(suit, license) && suit.by !== 'other' && suit.claim !== 'other',
  )
  const own = near.filter(({ by, claim }) => by === 'client' && claim === 'models-infringe')
  return (own.length > 0 ? own : near).flatMap(({ filed }) => (filed === undefined ? [] : [filed])).sort()[0]
}
