/** Words at a place of a page: points from the left and from the foot. */
export interface Placed {
  x: number
  y: number
  text: string
  size?: number
}

/** A page to make: its words, whether a picture stands on it, and the value of a form field. */
export interface MadePage {
  words?: Placed[]
  picture?: boolean
  field?: string
  /** Other annotations, each as it is written in the file. */
  annotations?: readonly string[]
  /** A sign that is the picture’s one point. */
  point?: string
  /** Operators after the words, as they are written in the file. */
  content?: string
  /** Further resources of it. */
  resources?: string
}

/**
 * Makes a PDF of pages of 600 by 800 points, set in Courier: each sign is 0.6 of its size wide. Page n is object
 * `4 * n`, from 1; objects of `more` follow the last page's four.
 */
export function madePdf(
  pages: readonly MadePage[],
  attached?: string,
  { catalog = '', counted = pages.length, more = [] as readonly string[] } = {},
): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  const kids = pages.map((_, at) => `${4 + at * 4} 0 R`)
  const fields = pages.flatMap(({ field }, at) => (field ? [`${7 + at * 4} 0 R`] : []))
  const files = attached
    ? ` /Names << /EmbeddedFiles << /Names [(f) << /Type /Filespec /F (${attached}) /EF << /F 3 0 R >> >>] >> >>`
    : ''
  add(`<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [${fields.join(' ')}] >>${files} ${catalog} >>`)
  add(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${counted} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>')
  pages.forEach(
    (
      { words = [], picture, field, annotations = [], point = '0', content: raw = '', resources = '' },
      at,
    ) => {
      const own = 4 + at * 4
      const content = [
        ...words.map(
          ({ x, y, text, size = 10 }) =>
            `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`,
        ),
        ...(picture ? ['q 600 0 0 800 0 0 cm /Im1 Do Q'] : []),
        raw,
      ].join('\n')
      add(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents ${own + 1} 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /Im1 ${own + 2} 0 R >> ${resources} >> /Annots [${[...(field ? [`${own + 3} 0 R`] : []), ...annotations].join(' ')}] >>`,
      )
      add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
      add(
        `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\n${point}\nendstream`,
      )
      add(`<< /Type /Annot /Subtype /Widget /FT /Tx /T (party) /V (${field ?? ''}) /Rect [10 10 100 20] >>`)
    },
  )
  more.forEach(add)
  let file = '%PDF-1.4\n'
  const offsets = objects.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const xref = file.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`
  return new TextEncoder().encode(file)
}

/** Lines one below the other. */
export function lines(x: number, y: number, texts: readonly string[], distance = 12): Placed[] {
  return texts.map((text, at) => ({ x, y: y - at * distance, text }))
}
