import type { Configuration } from 'openid-client'
import { Problem } from '../../../problem.ts'
import { isPersonName } from '../../../store/index.ts'
import { Refusal } from '../../refusal.ts'
import type { SignOn } from '../../sign-on.ts'
import type { UnderWay } from './under-way.ts'

/** The sign-on, as it is asked. What it says is checked, and forgotten once it is known who somebody is. */
export interface Issuer {
  /**
   * Asks what it is, where that is not known yet.
   *
   * @throws Refusal 503 where it does not answer; Problem where it is no sign-on, or another one
   */
  reach(): Promise<void>
  /** Where somebody signs in. @throws as `reach` does */
  addressFor(away: UnderWay): Promise<string>
  /** Where somebody signs out of everything, where it has told so. */
  signOutAddress(): string | undefined
  /**
   * Who came back.
   *
   * @param came the address that he came to, with what the sign-on sent along
   * @throws Refusal where it does not say so, or is not to be believed
   */
  nameOf(came: URL, away: UnderWay): Promise<string>
}

/** Where people come back to, below the address that they open; the sign-on must know it. */
export const callbackPath = '/sign-in/callback'

/** How long one answer of it may take, in seconds. */
const patience = 10

/** @param publicUrl the address that people open */
export function openIssuer(signOn: SignOn, publicUrl: string): Issuer {
  const redirectUri = new URL(callbackPath, publicUrl).href
  const host = new URL(signOn.issuer).host
  let known: Configuration | undefined
  const away = (error: unknown) =>
    new Refusal(
      503,
      'sign-on-away',
      `the sign-on at ${host} does not answer${whyAway(error)}: try again in a moment`,
    )

  async function configured(): Promise<Configuration> {
    if (known) return known
    const client = await import('openid-client')
    const { clientId, clientSecret, issuer } = signOn
    const overHttp = new URL(issuer).protocol === 'http:' ? [client.allowInsecureRequests] : []
    // Keys are fetched as they are needed, and anew where one is not among them.
    const execute = [...overHttp, client.enableNonRepudiationChecks]
    const found = await client
      .discovery(new URL(issuer), clientId, undefined, authentication(clientSecret), {
        timeout: patience,
        execute,
      })
      .catch((error: unknown) => {
        if (isAway(error)) throw away(error)
        throw new Problem(
          'sign-on',
          `${issuer} is no issuer of OpenID Connect, or calls itself otherwise: give the address that its …/.well-known/openid-configuration names as “issuer”`,
        )
      })
    known = found
    return found

    /** The secret in the form, where it is not said that the header alone is read (OpenID Connect Discovery 1.0, section 3). */
    function authentication(secret: string) {
      const inForm = client.ClientSecretPost(secret)
      const inHeader = client.ClientSecretBasic(secret)
      return ((server, ...rest) => {
        const { token_endpoint_auth_methods_supported: methods = ['client_secret_basic'] } = server
        return (methods.includes('client_secret_post') ? inForm : inHeader)(server, ...rest)
      }) satisfies typeof inForm
    }
  }

  return {
    async reach() {
      await configured()
    },
    async addressFor({ state, nonce, verifier }) {
      const config = await configured()
      const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await import('openid-client')
      return buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: 'openid email profile',
        state,
        nonce,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).href
    },
    signOutAddress() {
      const { end_session_endpoint: address } = known?.serverMetadata() ?? {}
      if (address === undefined || !URL.canParse(address)) return undefined
      const url = new URL(address)
      url.searchParams.set('client_id', signOn.clientId)
      return /^https?:$/.test(url.protocol) ? url.href : undefined
    },
    async nameOf(came, { state, nonce, verifier }) {
      const config = await configured()
      const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client')
      const told = async (): Promise<Record<string, unknown>> => {
        const tokens = await authorizationCodeGrant(config, came, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
        })
        const claims = tokens.claims()!
        const wanted = signOn.claim === 'email' ? ['email', 'email_verified'] : [signOn.claim]
        // Some say it with the sign-in, others when they are asked with what it brought.
        const whole = wanted.every((claim) => claims[claim] !== undefined)
        if (whole || config.serverMetadata().userinfo_endpoint === undefined) return claims
        return fetchUserInfo(config, tokens.access_token, claims.sub)
      }
      const said = await told().catch((error: unknown) => {
        throw isAway(error) ? away(error) : refused(error)
      })
      return nameIn(said, signOn.claim)
    },
  }
}

/** @throws Refusal where it names nobody */
function nameIn(said: Record<string, unknown>, claim: string): string {
  const name = said[claim]
  if (typeof name !== 'string' || !isPersonName(name))
    throw new Refusal(
      403,
      'names-nobody',
      `the sign-on gives no “${claim}” of you that is a name: whoever runs it lets Clausebook have it`,
    )
  // Some send it as a word.
  if (claim === 'email' && said.email_verified !== true && said.email_verified !== 'true')
    throw new Refusal(
      403,
      'not-verified',
      'the sign-on has not verified that your e-mail address is yours: have it do so, and sign in again',
    )
  return name
}

/** It, or the way to it, is down: it is asked again with the next sign-in. */
function isAway(error: unknown): boolean {
  const { code, cause, name } = Object(error) as { code?: unknown; cause?: unknown; name?: unknown }
  if (cause instanceof Response) return cause.status >= 500
  return code === 'OAUTH_TIMEOUT' || (name === 'TypeError' && cause !== undefined)
}

/** ` (ECONNREFUSED)`, for whoever can mend it. */
function whyAway(error: unknown): string {
  const { code, cause } = Object(error) as { code?: unknown; cause?: { code?: unknown; status?: unknown } }
  const why = cause?.code ?? cause?.status ?? code
  return /^\w{1,60}$/.test(String(why ?? '')) ? ` (${why})` : ''
}

/** Why nobody comes in. What was sent stands in none of it but for the names of errors (RFC 6749, sections 4.1.2.1 and 5.2). */
function refused(error: unknown): Refusal {
  const { error: said, code } = Object(error) as { error?: unknown; code?: unknown }
  const word = [said, code].find((one) => typeof one === 'string' && /^\w{1,60}$/.test(one))
  if (said === 'access_denied') return new Refusal(403, 'sign-on', 'the sign-on did not let you through')
  if (said === 'invalid_grant')
    return new Refusal(403, 'sign-on', 'this sign-in is used up, or took too long: sign in again')
  return new Refusal(
    403,
    'sign-on',
    `what the sign-on answered lets nobody in (${word ?? 'not understood'}): sign in again, and tell whoever runs Clausebook where it stays so`,
  )
}
