// The pages on loopback: the compare page from the cache, against a bare Express handler that sends the same bytes,
// and while eight uploads run. Each server is a process of its own; the load comes from this one.
import { setTimeout as wait } from 'node:timers/promises'
import autocannon from 'autocannon'
import { agreementOf } from './server/agreement.mjs'
import { ownServer, started } from './server/started.mjs'

const seconds = Number(process.env.BENCH_SECONDS ?? 6)
const path = '/compare/llama-2...llama-3.1?text=restated'

export async function run() {
  const ours = await started(ownServer)
  const page = await (await fetch(`${ours.address}${path.slice(1)}`)).text()
  const bare = await started(['bench/server/bare.mjs'], page)
  try {
    const rows = []
    for (const [name, address] of [
      ['bare Express, the same bytes', bare.address],
      ['compare page, cached', `${ours.address}${path.slice(1)}`],
    ]) {
      rows.push({ name, ...(await load(address)) })
    }
    const stop = uploads(ours.address)
    rows.push({
      name: 'compare page, cached, while 8 uploads run',
      ...(await load(`${ours.address}${path.slice(1)}`)),
    })
    const sent = await stop()
    return [
      '## The pages, on loopback',
      '',
      `${page.length.toLocaleString('en-US')} bytes, 10 connections, ${seconds} s each; ${sent} uploads of 1,000 clauses were compared meanwhile.`,
      '',
      '| page | requests/s | of the bare one | p50 ms | p99 ms |',
      '|---|--:|--:|--:|--:|',
      ...rows.map(
        ({ name, rate, p50, p99 }) =>
          `| ${name} | ${Math.round(rate)} | ${Math.round((100 * rate) / rows[0].rate)} % | ${p50} | ${p99} |`,
      ),
      '',
    ].join('\n')
  } finally {
    ours.process.kill()
    bare.process.kill()
  }
}

async function load(url) {
  await autocannon({ url, duration: 1 })
  const { requests, latency, non2xx } = await autocannon({ url, duration: seconds, connections: 10 })
  if (non2xx > 0) throw new Error(`${non2xx} answers of ${url} were no pages`)
  return { rate: requests.average, p50: latency.p50, p99: latency.p99 }
}

/** Keeps eight uploads under way until it is told to stop; tells how many were compared. */
function uploads(address) {
  let going = true
  let done = 0
  const one = async (seed) => {
    for (let at = 0; going; at += 1) {
      const form = new FormData()
      form.append('left_file', new Blob([agreementOf(1000, seed * 1000 + at)]), 'left.md')
      form.append('right_file', new Blob([agreementOf(1000, seed * 1000 + at, 0.05)]), 'right.md')
      const { status } = await fetch(`${address}compare/files`, {
        method: 'POST',
        body: form,
        redirect: 'manual',
      })
      if (status === 303) done += 1
      else await wait(100)
    }
  }
  const all = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(one))
  return async () => {
    going = false
    await all
    return done
  }
}
