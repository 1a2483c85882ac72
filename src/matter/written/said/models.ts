import { itemsOf } from './items.ts'
import type { SaidReader } from './said.ts'

/** Models by their names, which the library then knows or not; a product on no model has no business here. */
export const models: SaidReader = (said) => {
  const mark = /[?*†‡!<>]/u.exec(said)
  if (mark) return `“${mark[0]}” is no part of a model's name: a person reads it`
  return itemsOf(said).length === 0 ? `“${said.trim()}” names no model: a person reads it` : undefined
}
