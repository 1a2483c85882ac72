import { readFile } from 'node:fs/promises'
import { Option } from 'commander'
import { Problem } from '../problem.ts'
import { issuerAddress, type SignOn, wrongIssuer } from '../server/sign-on.ts'

/** What a server can be told of a company's sign-on, or finds in the environment. */
export interface SignOnOptions {
  oidcIssuer?: string | undefined
  oidcClientId?: string | undefined
  oidcClientSecretFile?: string | undefined
  oidcClaim?: string | undefined
}

/** The secret has none: others see the command line in the list of processes. */
export function signOnOptions(): Option[] {
  return [
    new Option(
      '--oidc-issuer <address>',
      'let in whoever this sign-on knows, by OpenID Connect; needs --public-url (CLAUSEBOOK_OIDC_ISSUER)',
    ),
    new Option('--oidc-client-id <id>', 'as which it knows this server (CLAUSEBOOK_OIDC_CLIENT_ID)'),
    new Option(
      '--oidc-client-secret-file <file>',
      'the secret that goes with it, in a file; or in the environment as CLAUSEBOOK_OIDC_CLIENT_SECRET',
    ),
    new Option(
      '--oidc-claim <claim>',
      'what it says of a person that is the name here; by default email, where it is verified (CLAUSEBOOK_OIDC_CLAIM)',
    ),
  ]
}

/**
 * The sign-on that is meant, if any.
 *
 * @throws Problem where something of it is missing or wrong
 */
export async function signOnOf({
  oidcIssuer,
  oidcClientId,
  oidcClientSecretFile,
  oidcClaim,
}: SignOnOptions): Promise<SignOn | undefined> {
  const { CLAUSEBOOK_OIDC_ISSUER, CLAUSEBOOK_OIDC_CLIENT_ID, CLAUSEBOOK_OIDC_CLAIM } = process.env
  const said = oidcIssuer ?? known(CLAUSEBOOK_OIDC_ISSUER)
  const clientId = oidcClientId ?? known(CLAUSEBOOK_OIDC_CLIENT_ID)
  if (said === undefined) {
    if (oidcClientId === undefined && oidcClientSecretFile === undefined && oidcClaim === undefined)
      return undefined
    throw new Problem('sign-on', 'which sign-on is not said: give --oidc-issuer ADDRESS')
  }
  const issuer = issuerAddress(said)
  const wrong = wrongIssuer(issuer)
  if (wrong !== undefined) throw new Problem('sign-on', `${issuer} is no sign-on’s: ${wrong}`)
  if (clientId === undefined)
    throw new Problem('sign-on', `as which ${issuer} knows this server is not said: give --oidc-client-id ID`)
  const clientSecret = await secretFrom(oidcClientSecretFile)
  return { issuer, clientId, clientSecret, claim: oidcClaim ?? known(CLAUSEBOOK_OIDC_CLAIM) ?? 'email' }
}

function known(word: string | undefined): string | undefined {
  return word === '' ? undefined : word
}

async function secretFrom(file: string | undefined): Promise<string> {
  const words =
    file === undefined
      ? process.env.CLAUSEBOOK_OIDC_CLIENT_SECRET
      : await readFile(file, 'utf8').catch(({ code }: NodeJS.ErrnoException) => {
          throw new Problem('sign-on', `cannot be read (${code}): write the secret of the client into it`, {
            file,
          })
        })
  const secret = words?.trim() ?? ''
  if (secret !== '' && !/\s/.test(secret)) return secret
  throw new Problem(
    'sign-on',
    'the secret that the sign-on gave for this server is missing: put it into CLAUSEBOOK_OIDC_CLIENT_SECRET, or a file that --oidc-client-secret-file names',
    file === undefined ? {} : { file },
  )
}
