/** Longest name that Word gives a bookmark. */
const LONGEST = 40

/** Names of bookmarks: letters, digits and underscores, at most 40, one for each clause. */
export function bookmarkNames(): (id: string) => string {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  return (id) => {
    // A mark for the other side is a name of Word's already.
    if (/^_cb[0-9a-f]+$/.test(id)) return id
    const known = names.get(id)
    if (known !== undefined) return known
    const plain = `clause_${id.replace(/[^A-Za-z0-9]+/g, '_')}`.slice(0, LONGEST)
    let name = plain
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) {
      name = `${plain.slice(0, LONGEST - 4)}_${count}`
    }
    taken.add(name.toLowerCase())
    names.set(id, name)
    return name
  }
}
