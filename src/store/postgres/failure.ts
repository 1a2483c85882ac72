import { Problem } from '../../problem.ts'

/** What a person can mend, by the class or code of PostgreSQL's errors (appendix A of its manual) or of the network. */
const reasons: [RegExp, string][] = [
  [/^28/, 'refuses the user: look at name and password, which also PGPASSWORD or a file ~/.pgpass may give'],
  [/^3D000$/, 'has no such database: make it with createdb, or name another'],
  [/^(3F000|42P01)$/, 'has no tables of Clausebook: clausebook store migrate makes them'],
  [/^42501$/, 'lets this user not do so: give the rights that docs/team.md names'],
  [/^53300$/, 'takes no more connections: raise max_connections, or run fewer servers and workers'],
  [/^53100$/, 'has no room left on its disk'],
  [/^57014$/, 'took too long to answer: look at what else it does'],
  [
    /^(08|57P0)|^E(CONN|NOTFOUND|TIMEDOUT|HOST|NET|AI_|PIPE)|^ENOENT$/,
    'does not answer: see that it runs and is reached from here',
  ],
]

/** The driver has no code for these either. */
const noTls = /does not support SSL connections/i
const noTrust = /self[- ]signed|certificate|Hostname\/IP does not match/i

/** The driver has no code for these. */
const lost = /terminated|timeout|not queryable|Connection ended/i

/** A failure of the database that somebody can mend, as a problem; any other as it is. */
export function databaseProblem(error: unknown, place: string): unknown {
  if (error instanceof Problem || !(error instanceof Error)) return error
  const { code = '', errors = [] } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] }
  const known = String(code || (errors[0]?.code ?? ''))
  if (noTls.test(error.message))
    return new Problem(
      'database',
      `${place} speaks no TLS: leave out sslmode where the way to it is your own, or turn ssl on there`,
    )
  if (noTrust.test(error.message))
    return new Problem(
      'database',
      `${place} is not trusted (${error.message}): give its authority in NODE_EXTRA_CA_CERTS`,
    )
  const found =
    reasons.find(([codes]) => codes.test(known)) ??
    (known === '' && lost.test(error.message) ? reasons.at(-1) : undefined)
  return found ? new Problem('database', `${place} ${found[1]}`) : error
}
