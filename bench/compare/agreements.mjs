// Agreements that nobody wrote, always the same for the same numbers: for measuring, not for reading.

const NOUNS =
  'license model service fee invoice notice party customer provider claim loss damage warranty remedy product user record audit breach consent affiliate territory term renewal payment tax interest dispute court arbitrator regulation security incident subprocessor backup deletion export sanction trademark name logo attribution output weight dataset benchmark documentation support maintenance credit outage threshold quarter calendar month purpose scope assignment successor waiver amendment schedule annex certificate insurance premium policy employee contractor agent indemnity defence settlement judgment proceeding'.split(
    ' ',
  )
const VERBS =
  'grants pays notifies indemnifies keeps deletes returns audits renews terminates assigns licenses discloses protects reports measures maintains suspends restores approves refuses records publishes withdraws transfers insures defends settles'.split(
    ' ',
  )
const SMALL =
  'the a any each such no this that its their under of for with within before after unless until subject to and or by'.split(
    ' ',
  )

/** A generator of numbers from 0 to 1 (mulberry32). */
export function numbers(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let value = Math.imul(state ^ (state >>> 15), 1 | state)
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296
  }
}

function sentence(next) {
  const pick = (words) => words[Math.floor(next() * words.length)]
  const words = []
  const length = 12 + Math.floor(next() * 25)
  while (words.length < length) {
    const kind = next()
    if (kind < 0.4) words.push(pick(SMALL))
    else if (kind < 0.8) words.push(pick(NOUNS))
    else if (kind < 0.97) words.push(pick(VERBS))
    else words.push(`${1 + Math.floor(next() * 90)} days`)
    if (next() < 0.08) words[words.length - 1] += ','
  }
  const text = words.join(' ')
  return `${text[0].toUpperCase()}${text.slice(1)}.`
}

/** An agreement's clauses, about 50 words each: sections of nine sub-clauses. */
export function clauses(count, seed) {
  const next = numbers(seed)
  return Array.from({ length: count }, (_, at) => ({
    below: at % 10 > 0,
    text: `${sentence(next)} ${sentence(next)}`,
  }))
}

/** One clause in twenty is edited: a word of it, half of it, all of it; or it goes, or another comes behind it. */
export function edited(before, seed) {
  const next = numbers(seed)
  return before.flatMap((clause) => {
    if (next() >= 0.05) return [clause]
    const { below, text } = clause
    const how = next()
    if (how < 0.5) {
      const words = text.split(' ')
      words[Math.floor(next() * words.length)] = 'otherwise'
      return [{ below, text: words.join(' ') }]
    }
    if (how < 0.7) return [{ below, text: `${text.slice(0, text.indexOf('. ') + 1)} ${sentence(next)}` }]
    const other = { below: true, text: `${sentence(next)} ${sentence(next)}` }
    if (how < 0.8) return [{ ...other, below }]
    return how < 0.9 && below ? [] : [clause, other]
  })
}

/** The clauses as one text, numbered. */
export function agreement(all) {
  let [section, place] = [0, 0]
  return all
    .map(({ below, text }) => {
      if (below) {
        place += 1
        return `   ${section}.${place} ${text}`
      }
      section += 1
      place = 0
      return `${section}. ${text}`
    })
    .join('\n\n')
}
