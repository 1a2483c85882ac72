/** Between two sentences. It looks back from spaces alone: ten thousand quotation marks in a row are one look. */
const BETWEEN = /(?=\s)(?<=[.;?!][”"’)]*)\s+(?=[^a-z\s])|(?<=;)\s/

/** The sentences of a clause, each as its words in small letters; what only marks or quotes them is left out. */
export function sentencesOf(text: string): string[][] {
  return text
    .split(BETWEEN)
    .map((sentence) =>
      (
        sentence
          .toLowerCase()
          .replaceAll('’', "'")
          .match(/[\p{L}\p{N}][\p{L}\p{N}'.-]*/gu) ?? []
      ).map((word) => withoutEnd(word).replace(/'s?$/, '')),
    )
    .filter(({ length }) => length > 0)
}

function withoutEnd(word: string): string {
  let end = word.length
  while (end > 0 && (word[end - 1] === '.' || word[end - 1] === '-')) end -= 1
  return word.slice(0, end)
}
