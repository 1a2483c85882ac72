// The same two texts as diff2html shows them: lines beside each other, words marked, its own style, on a page that bare
// Express sends packed. It is made once, so that nobody waits for its making.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import compression from 'compression'
import { createTwoFilesPatch } from 'diff'
import { html } from 'diff2html'
import express from 'express'

const [left, right] = process.argv.slice(2)
const before = readFileSync(left, 'utf8')
// All of both is on the page, as on ours.
const patch = createTwoFilesPatch('left', 'right', before, readFileSync(right, 'utf8'), '', '', {
  context: before.split('\n').length,
})
const shown = html(patch, { drawFileList: false, matching: 'words', diffStyle: 'word' })
const style = createRequire(import.meta.url).resolve('diff2html/bundles/css/diff2html.min.css')
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Compared</title><link rel="stylesheet" href="/assets/style.css"><body>${shown}</body></html>`

const app = express()
app.use(compression())
app.get('/assets/style.css', (_request, response) => response.sendFile(style))
app.get('/', (_request, response) => response.type('html').send(page))
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
