import { placeOfWords } from '../places.ts'
import type { CheckRule } from '../types.ts'

export const positions: CheckRule = {
  id: 'positions',
  proves: 'every position to Meta says of every license whether it applies or is moot',
  needsTexts: false,
  run({ library, reader, report }) {
    for (const { counterparty, appliesTo, moot, file } of library.positions.values()) {
      const said = [...appliesTo, ...moot.map(({ license }) => license)]
      const place = placeOfWords(reader, file, 'applies_to')
      for (const id of new Set(said.filter((id, at) => said.indexOf(id) !== at))) {
        report('positions', `${id} is named twice in applies_to and moot`, place)
      }
      if (counterparty === 'vendor') continue
      for (const id of library.licenses.keys()) {
        if (!said.includes(id)) report('positions', `${id} is neither in applies_to nor in moot`, place)
      }
    }
  },
}
