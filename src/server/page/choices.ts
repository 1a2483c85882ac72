import type { Library } from '../../library/index.ts'
import { pinnedTexts } from '../../texts/index.ts'

/** The texts that a list offers, agreements first. */
export interface ChoiceGroup {
  label: string
  options: { id: string; name: string; chosen: boolean }[]
}

export function choicesOf({ licenses }: Library, chosen: string): ChoiceGroup[] {
  const texts = pinnedTexts(licenses)
  const group = (label: string, kind: string, suffix: string): ChoiceGroup => ({
    label,
    options: texts
      .filter(({ text }) => text.kind === kind)
      .map(({ id, license }) => ({ id, name: `${license.name}${suffix}`, chosen: id === chosen })),
  })
  return [group('Agreements', 'agreement', ''), group('Use policies', 'use-policy', ' use policy')]
}
