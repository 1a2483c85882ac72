/** The sentences of a clause, each as its words in small letters; what only marks or quotes them is left out. */
export function sentencesOf(text: string): string[][] {
  return text
    .split(/(?<=[.;?!][”"’)]*)\s+(?=[^a-z\s])|(?<=;)\s/)
    .map((sentence) =>
      (
        sentence
          .toLowerCase()
          .replaceAll('’', "'")
          .match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu) ?? []
      ).map((word) => word.replace(/[.-]+$/, '').replace(/'s?$/, '')),
    )
    .filter(({ length }) => length > 0)
}
