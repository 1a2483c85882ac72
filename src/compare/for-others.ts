import type { Comparison, TextIdentity } from './types.ts'

/**
 * A comparison as the other side gets it: the words of both texts and how they differ. What the library knows of the
 * change, the names of files and every digest are ours.
 */
export function comparisonForOthers(comparison: Comparison): Comparison {
  const { knowledge: _, selection: __, pairs, left, right, ...rest } = comparison
  return {
    ...rest,
    left: identityForOthers(left, 'Left text'),
    right: identityForOthers(right, 'Right text'),
    pairs: pairs.map(({ topics: _, ...pair }) => pair),
  }
}

function identityForOthers({ texts, ...text }: TextIdentity, unnamed: string): TextIdentity {
  const title = text.title || unnamed
  return {
    ...text,
    id: title,
    title,
    sha256: '',
    ...(texts && {
      texts: texts.map((one) => ({
        ...one,
        id: one.title || unnamed,
        title: one.title || unnamed,
        sha256: '',
      })),
    }),
  }
}
