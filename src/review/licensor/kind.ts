import { type Agreement, clausesOf } from '../../agreement/index.ts'
import type { EvidenceWords, Library } from '../../library/index.ts'
import type { Matter } from '../../matter/index.ts'
import { hasSign, signReader } from '../judge/signs.ts'
import { readPaper } from '../read/paper.ts'
import { cueWithSides, wordsOfLicensor } from './sides.ts'
import { licenseTitled } from './titled.ts'
import type { PaperKind } from './types.ts'

/** How many sentences with a sign of a license it takes. */
const enough = 2

/**
 * Whose paper it is, told from its words: a licensor's where it is a license of the library, or two of its sentences say
 * what only a license of models or a letter that amends one says; a vendor's otherwise, and wherever it names the matter's vendor.
 */
export function paperKindOf(
  agreement: Agreement,
  { vendor }: Matter,
  { evidence, licenses }: Pick<Library, 'evidence' | 'licenses'>,
): PaperKind {
  if (licenseTitled(agreement, licenses)) return 'licensor'
  const name = vendor?.name
  if (name !== undefined && clausesOf(agreement).some(({ text }) => text.includes(name))) return 'vendor'
  return signsIn(agreement, evidence) >= enough ? 'licensor' : 'vendor'
}

/**
 * Whose paper it is held to be: as a person says; a vendor's, where a vendor is named; else as its words say.
 *
 * @param said what a person says: whose it is, or of which vendor
 */
export function whosePaper(
  agreement: Agreement,
  matter: Matter,
  library: Pick<Library, 'evidence' | 'licenses'>,
  { whose, vendor }: { whose?: PaperKind; vendor?: string },
): PaperKind {
  return whose ?? (vendor === undefined ? paperKindOf(agreement, matter, library) : 'vendor')
}

function signsIn(agreement: Agreement, evidence: EvidenceWords): number {
  const read = signReader(evidence)
  const signs = evidence.licensor.signs.map((sign) => read(cueWithSides(sign)))
  const { passages } = readPaper(agreement, wordsOfLicensor(evidence), {
    license: true,
    resale: false,
    vendor: [],
    customer: [],
  })
  const sentences = passages.flatMap((passage) => passage.sentences)
  return sentences.filter((one) => signs.some((sign) => hasSign(sign, one))).length
}
