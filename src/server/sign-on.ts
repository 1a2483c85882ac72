import { isOwnName } from './own-name.ts'

/** A company's sign-on by OpenID Connect, as this program is known to it. */
export interface SignOn {
  /** `https://login.example/realms/company` */
  issuer: string
  clientId: string
  /** Never to be told. */
  clientSecret: string
  /** The claim that names the person; `email` counts where it is verified alone. */
  claim: string
}

/** What a sign-on says of itself stands below its own address. */
const ownWords = /\/\.well-known\/openid-configuration$/

/** The address that an issuer is known by, also where that of what it says of itself was given. */
export function issuerAddress(said: string): string {
  return said.trim().replace(ownWords, '')
}

/** Why an address is no sign-on's; undefined where it can be one. */
export function wrongIssuer(issuer: string): string | undefined {
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash || url.username)
    return 'an issuer is an address like https://login.example/realms/company.'
  if (url.protocol === 'http:' && !isOwnName(url.host))
    return 'what it says of people comes by https alone, but for one on this machine.'
  if (
    url.hostname === 'login.microsoftonline.com' &&
    /^\/(common|organizations|consumers)\b/.test(url.pathname)
  )
    return 'this one knows the accounts of every company: name the tenant that is yours in place of that word.'
  return undefined
}

/** Where anybody in the world can have an account. */
const openHosts = new Set([
  'accounts.google.com',
  'gitlab.com',
  'appleid.apple.com',
  'www.facebook.com',
  'www.linkedin.com',
  'api.login.yahoo.com',
])
/** The tenant of Microsoft that all private accounts are of. */
const privateAccounts = '9188040d-6c67-4c5b-b112-36a304b66dad'

/** Whether anybody in the world can have an account there, so that to be known there says nothing. */
export function isForEverybody(issuer: string): boolean {
  const { hostname, pathname } = new URL(issuer)
  return openHosts.has(hostname) || pathname.toLowerCase().split('/').includes(privateAccounts)
}
