import { createHash } from 'node:crypto'
import type { SourcePicture } from '../../../agreement/index.ts'
import type { Operators } from './painted.ts'

/** A page of the PDF library, as far as its pictures go. */
interface PaintedPage {
  objs: Decoded
  commonObjs: Decoded
}

interface Decoded {
  get(id: string, use: (picture: unknown) => void): unknown
}

/** The longest that is waited for a picture that the library never finishes (milliseconds). */
const LONGEST_WAIT = 5000

/**
 * The pictures that a page paints, each with what tells whether it is the same one: a digest of its decoded points. What
 * cannot be decoded is told by its size.
 *
 * @param operators what the page paints
 * @param ops the library's operators, by name
 * @param place what the page is called
 */
export async function picturesOf(
  page: PaintedPage,
  { fnArray, argsArray }: Operators,
  ops: Record<string, number>,
  place: string,
): Promise<SourcePicture[]> {
  const paints = new Set(
    Object.entries(ops).flatMap(([name, code]) => (/^paint.*Image/.test(name) ? [code] : [])),
  )
  try {
    const painted = fnArray.flatMap((code, at) => (paints.has(code) ? [argsArray[at]] : []))
    return await Promise.all(painted.map(async (one) => ({ place, identity: await identityOf(page, one) })))
  } catch {
    // A picture that cannot be decoded is a picture.
    return [{ place, identity: `of ${place}` }]
  }
}

async function identityOf(page: PaintedPage, painted: unknown): Promise<string> {
  const [image, ...size] = Array.isArray(painted) ? (painted as unknown[]) : [painted]
  const id = typeof image === 'string' ? image : idOf(image)
  const decoded =
    id === undefined ? image : await decodedOf(id.startsWith('g_') ? page.commonObjs : page.objs, id)
  const points = pointsOf(decoded)
  if (points === undefined) return `picture ${size.filter((one) => typeof one === 'number').join('×')}`
  return createHash('sha256').update(points).digest('hex')
}

function decodedOf(objects: Decoded, id: string): Promise<unknown> {
  return new Promise((done) => {
    const timer = setTimeout(() => done(undefined), LONGEST_WAIT)
    objects.get(id, (picture) => {
      clearTimeout(timer)
      done(picture)
    })
  })
}

/** A mask is painted by the id of its points, which stands where a picture in the page's own content has the points. */
function idOf(image: unknown): string | undefined {
  const { data } = (image ?? {}) as { data?: unknown }
  return typeof data === 'string' ? data : undefined
}

function pointsOf(decoded: unknown): Uint8Array | undefined {
  const { data } = (decoded ?? {}) as { data?: unknown }
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : undefined
}
