import { leftOver, listed, unaccountedIn, WEB } from './accounted.ts'
import { itemsOf } from './items.ts'
import type { SaidReader } from './said.ts'

const words = listed(`
  the a an of in at by for from to with and as its our hosting hosts host hosted runs run running the model models inference serving serves
  holds hold holding weights sees see stores store storing storage support supports customer customers data center centers centre centres
  cloud service services provider infrastructure compute gpu gpus network cdn delivery content e-mail email help desk logs logging log
  monitoring backup backups moderation moderates labelling labeling annotation analytics search vector database databases processing
  payment payments billing training fine-tuning testing tests maintenance development engineering operation operations security
  observability authentication identity filtering safety evaluation translation transcription managed dedicated api platform software
  hardware u.s prompts outputs client clients de la du van von der`)

/** Who works for the vendor: each begins with a name, and says place and task; nothing to come, nobody left out. */
export const contractors: SaidReader = (said, day) => {
  for (const item of itemsOf(said)) {
    const left = unaccountedIn(item, { words, signs: [WEB] })
    if (left !== undefined) return leftOver(left)
    if (!/^["“(]?[\p{Lu}\d]/u.test(item) && !/^[\p{L}\d-]*[\p{Lu}\d.]/u.test(item))
      return `“${item}” names nobody: a person reads it`
    const later = [...item.matchAll(/\b20\d\d\b/g)].find(([year]) => year > day.slice(0, 4))
    if (later) return leftOver(later[0])
  }
  return undefined
}
