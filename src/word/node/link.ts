import { ExternalHyperlink } from 'docx'
import type { Link } from 'mdast'
import { xmlText } from '../package/xml-text.ts'
import type { InlineWriter } from './types.ts'

export const link: InlineWriter<Link> = (state, { url, children }, place) => {
  const words = state.inline(children, { ...place, words: 'Hyperlink' })
  return /^(https?|mailto):/i.test(url) && URL.canParse(url)
    ? [new ExternalHyperlink({ link: xmlText(url), children: words })]
    : words
}
