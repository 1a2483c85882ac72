// Agreements of any length, the same for the same seed.
const words =
  'the licensee shall provide a copy of this agreement to each recipient and keep records of every distribution for as long as the term runs unless the licensor agrees otherwise in writing before the notice period ends'.split(
    ' ',
  )

/** @param changed share of the clauses that get other words */
export function agreementOf(clauses, seed, changed = 0) {
  let state = seed + 1
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
  const lines = Array.from({ length: clauses }, (_, at) => {
    const sentence = Array.from({ length: 20 }, () => words[Math.floor(random() * words.length)])
    if (((at * 7919) % clauses) / clauses < changed) sentence[10] = 'exceptionally'
    return `${at + 1}. Clause ${at + 1}. ${sentence.join(' ')}.`
  })
  return `# Agreement\n\n${lines.join('\n\n')}\n`
}
