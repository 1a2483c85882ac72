import { expect, test } from 'vitest'
import { judged, paragraph } from './made.ts'

const bytes = (words: string) => new TextEncoder().encode(words)
const shown = (crop: string, lines: string) => ({
  body: paragraph([
    `<w:r><w:drawing><wp:inline><wp:extent cx="900000" cy="900000"/><a:graphic><a:graphicData uri="u"><p:pic xmlns:p="http://schemas.openxmlformats.org/drawingml/2006/picture"><p:blipFill><a:blip r:embed="rPng"><a:extLst><a:ext><s:svgBlip xmlns:s="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="rSvg"/></a:ext></a:extLst></a:blip>${crop}</p:blipFill></p:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`,
    'A picture of the fee.',
  ]),
  parts: [
    { type: 'image', id: 'rPng', name: 'word/media/a.png', content: bytes('png') },
    { type: 'image', id: 'rSvg', name: 'word/media/a.svg', content: bytes(lines) },
  ],
})

test('a picture is the same one only with the same drawing of lines and the same crop', async () => {
  const agreed = shown('', '<svg>100</svg>')
  expect(await judged(agreed, agreed)).toMatchObject({ status: 0 })
  expect(await judged(agreed, shown('', '<svg>900</svg>'))).toMatchObject({ status: 1 })
  expect(await judged(agreed, shown('<a:srcRect r="90000"/>', '<svg>100</svg>'))).toMatchObject({ status: 1 })
  expect(await judged(agreed, shown('<a:srcRect/>', '<svg>100</svg>'))).toMatchObject({ status: 0 })
})
