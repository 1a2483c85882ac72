import { textKind } from '../schema/words.ts'
import type { License, TextKind } from '../types.ts'
import type { CheckContext, TextToCheck } from './types.ts'

/** The texts that are here, each with its license; copies in other files are not among them. */
export function* everyText({ library, textOf }: Pick<CheckContext, 'library' | 'textOf'>): Generator<{
  license: License
  document: TextKind
  text: TextToCheck
}> {
  for (const license of library.licenses.values()) {
    for (const document of textKind.options) {
      const text = textOf(license, document)
      if (text) yield { license, document, text }
    }
  }
}
