import { Router } from 'express'
import { outputFormats } from '../../formats.ts'
import { matrixCsv, matrixDocument, matrixPageView } from '../page/matrix-page.ts'
import { sendPage } from '../page-cache.ts'
import { sendFile } from '../report.ts'
import type { Site } from '../site.ts'

/** `/matrix`: the heaviest topics under every license, on the page, as CSV and in Word. */
export function matrixRoutes(site: Site): Router {
  const router = Router()
  const { library } = site
  router.get('/matrix', (request, response) =>
    sendPage(site.pages, `matrix ${library.digest}`, request, response, () =>
      site.views.render('matrix', matrixPageView(library)),
    ),
  )
  router.get('/matrix.csv', (_request, response) => {
    sendFile(response, { name: 'matrix.csv', type: outputFormats.csv.type, content: matrixCsv(library) })
  })
  router.get('/matrix.docx', async (_request, response) => {
    const { draftToDocx } = await import('../../word/index.ts')
    const content = await draftToDocx(matrixDocument(library))
    sendFile(response, { name: 'matrix.docx', type: outputFormats.docx.type, content })
  })
  return router
}
