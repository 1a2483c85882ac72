import { printable } from '../../template/slot.ts'
import { Missing } from '../../template/value.ts'
import type { SignaturesNode, Signer } from '../../types.ts'
import { dataOf } from './data.ts'
import type { DirectiveBuilder } from './types.ts'

/** Who signs as a view gives it: a missing name stays a line to fill by hand. */
export interface SigningPerson {
  signatory?: string | Missing
  title?: string | Missing
}

/** A party as a view gives it. */
export interface SigningParty extends SigningPerson {
  name: string | Missing
  capacity?: string
  /** Those who sign beside the first. */
  others?: SigningPerson[]
  /** Whether it fills in by hand where notices go. */
  notices?: true
}

/** `::signatures{of="parties"}` */
export const signatures: DirectiveBuilder = (node, building) => {
  const parties = dataOf(node, building) as SigningParty[]
  return [{ type: 'signatures', parties: parties.map(settled) }]
}

function settled({
  name,
  capacity,
  others = [],
  notices,
  ...first
}: SigningParty): SignaturesNode['parties'][number] {
  return {
    name: given(name) ?? `[●: ${(name as Missing).words}]`,
    ...(capacity !== undefined && { capacity }),
    ...signer(first),
    ...(others.length > 0 && { others: others.map(signer) }),
    ...(notices && { notices }),
  }
}

function signer({ signatory, title }: SigningPerson): Signer {
  const [signs, as] = [given(signatory), given(title)]
  return { ...(signs !== undefined && { signatory: signs }), ...(as !== undefined && { title: as }) }
}

function given(words: string | Missing | undefined): string | undefined {
  return words === undefined || words instanceof Missing ? undefined : printable(words)
}
