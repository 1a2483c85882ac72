/** How often a paper has to say what a name shall or may do, where it does not define it. */
const enough = 3

/**
 * The names of a public or other body by which a paper calls a party: those that it defines, and those of whom it says again
 * and again what they shall, may or will do, since what defines them may stand in an annex that was not sent.
 *
 * @param text of the whole paper
 * @param names that may be a party's: `Authority`, `Council`
 */
export function namedParties(text: string, names: readonly string[]): string[] {
  return names.filter(
    (name) =>
      new RegExp(`[“"](?:the )?${name}[”"]`, 'i').test(text) ||
      [...text.matchAll(new RegExp(`\\b[Tt]he ${name} (?:shall|may|will|must|agrees|acknowledges)\\b`, 'g'))]
        .length >= enough,
  )
}
