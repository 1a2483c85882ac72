// The floor: Express with nothing but one handler that sends the bytes it is given on standard input.
import { text } from 'node:stream/consumers'
import express from 'express'

const page = await text(process.stdin)
const app = express()
app.get('/', (_request, response) => response.type('html').send(page))
const server = app.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}/`))
