import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Security headers: nothing from elsewhere, no script or style in a page, no page inside another's. */
export function headers(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    crossOriginEmbedderPolicy: true,
    referrerPolicy: { policy: 'same-origin' },
    // It is served over plain HTTP on this machine, or behind a proxy that sets this itself.
    strictTransportSecurity: false,
  })
}
