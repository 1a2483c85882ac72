import { printable } from '../../template/slot.ts'
import { Missing } from '../../template/value.ts'
import type { SignaturesNode } from '../../types.ts'
import { dataOf } from './data.ts'
import type { DirectiveBuilder } from './types.ts'

/** A party as a view gives it: a missing name stays a line to fill by hand. */
export interface SigningParty {
  name: string | Missing
  capacity?: string
  signatory?: string | Missing
  title?: string | Missing
}

/** `::signatures{of="parties"}` */
export const signatures: DirectiveBuilder = (node, building) => {
  const parties = dataOf(node, building) as SigningParty[]
  return [{ type: 'signatures', parties: parties.map(settled) }]
}

function settled({ name, capacity, signatory, title }: SigningParty): SignaturesNode['parties'][number] {
  const given = (words: string | Missing | undefined) =>
    words === undefined || words instanceof Missing ? undefined : printable(words)
  const [signs, as] = [given(signatory), given(title)]
  return {
    name: given(name) ?? `[●: ${(name as Missing).words}]`,
    ...(capacity !== undefined && { capacity }),
    ...(signs !== undefined && { signatory: signs }),
    ...(as !== undefined && { title: as }),
  }
}
