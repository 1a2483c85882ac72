import { Problem } from '../../problem.ts'

const modes = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify']

/**
 * Where a database is, as it may be told: `db.example:5432/clausebook`, without user and password.
 *
 * @param address `postgres://user:password@host:port/name`
 * @throws Problem where it is none; the problem holds nothing of it, since a password may be anywhere in it
 */
export function placeOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const wrong =
    url === undefined ||
    !/^postgres(ql)?:$/.test(url.protocol) ||
    !/^\/[^/@]+$/.test(url.pathname) ||
    url.hash !== ''
  if (wrong)
    throw new Problem(
      'database',
      'the address of the database is none: give one like postgres://user@host:5432/clausebook, with / @ # ? in a password written as %2F %40 %23 %3F',
    )
  const mode = url.searchParams.get('sslmode')
  if (mode !== null && !modes.includes(mode))
    throw new Problem(
      'database',
      `the address of the database has an sslmode that is none: use one of ${modes.join(', ')}`,
    )
  const host = url.searchParams.get('host') ?? url.hostname
  return `${host === '' ? 'localhost' : host}:${url.port === '' ? 5432 : url.port}${url.pathname}`
}
