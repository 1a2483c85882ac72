import type { Library } from '../../library/index.ts'
import { pinnedTexts } from '../../texts/index.ts'

/** The texts that a list offers, agreements first. */
export interface ChoiceGroup {
  label: string
  options: { id: string; name: string; chosen: boolean }[]
}

/** @param file name of the file that is chosen instead of a text */
export function choicesOf({ licenses }: Library, chosen: string, file?: string): ChoiceGroup[] {
  const texts = pinnedTexts(licenses)
  const group = (label: string, kind: string, suffix: string): ChoiceGroup => ({
    label,
    options: texts
      .filter(({ text }) => text.kind === kind)
      .map(({ id, license }) => ({ id, name: `${license.name}${suffix}`, chosen: id === chosen })),
  })
  const sent: ChoiceGroup = { label: 'Files', options: [{ id: chosen, name: file ?? '', chosen: true }] }
  return [
    ...(file === undefined ? [] : [sent]),
    group('Licenses', 'agreement', ''),
    group('Use policies', 'use-policy', ' use policy'),
  ]
}
