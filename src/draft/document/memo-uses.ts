import { listed } from '../../in-words.ts'
import type { ImpactCase, Library } from '../../library/index.ts'
import { casesOf, licensesInUse, type MatterUse } from '../../matter/index.ts'
import type { DraftInput } from './types.ts'

/** One use, with the licenses that it touches and the cases that it is in. */
export interface UseUnder {
  /** Its name; empty where the matter is one use. */
  name: string
  licenses: string[]
  cases: ImpactCase[]
}

/** Each use of a matter by itself: what one is says nothing of another. */
export function usesUnderLicenses({
  matter,
  uses = [{ name: '', matter }],
  library,
}: Pick<DraftInput, 'matter' | 'uses' | 'library'>): UseUnder[] {
  return uses.map(({ name, matter: own }: MatterUse) => ({
    name,
    licenses: licensesInUse(own, library as Library),
    cases: casesOf(own),
  }))
}

/** `, notes and chatbot` behind what is said of some uses; nothing where it is said of all. */
export function ofUses(some: readonly string[], all: readonly UseUnder[]): string {
  return some.length === all.length ? '' : `, ${listed([...some])}`
}
