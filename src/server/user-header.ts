/** Headers that a browser or a program sends by itself, which would let everybody in. */
const sentByAnyone =
  /^(host|user-agent|accept.*|connection|content-.*|cookie|origin|referer|sec-.*|cache-control|pragma|authorization|upgrade.*|dnt|te|priority|range|if-.*|save-data|device-memory|dpr|viewport-width|width|rtt|downlink|ect|keep-alive|transfer-encoding|expect|date|via|forwarded|x-forwarded-(for|host|proto|port)|x-real-ip|x-requested-with|access-control-.*|last-event-id|purpose|x-client-data)$/i

/** Why a header cannot name the user; undefined where it can. */
export function wrongUserHeader(header: string): string | undefined {
  if (!/^[A-Za-z0-9-]+$/.test(header)) return 'a header is named like X-Forwarded-User.'
  return sentByAnyone.test(header)
    ? 'a browser sends this header itself: name the one that the proxy sets.'
    : undefined
}
