// node redline.mjs CONTENDER LEFT RIGHT OUTPUT: writes a redline and prints { cpu, megabytes } of all that the process did.
import { readFileSync, writeFileSync } from 'node:fs'

const [contender, left, right, output] = process.argv.slice(2)
process.on('exit', () => {
  const { user, system } = process.cpuUsage()
  const megabytes = process.resourceUsage().maxRSS / 1024
  writeFileSync(2, `\n${JSON.stringify({ cpu: (user + system) / 1000, megabytes })}\n`)
})
if (contender === 'clausebook') {
  // The command as it is installed.
  process.argv = [process.argv[0], 'clausebook', 'compare', left, right, '--output', output, '--offline']
  await import('../../dist/clausebook.js')
} else {
  const docxodus = await import('docxodus/core')
  await docxodus.initialize()
  const [ours, theirs] = [left, right].map((file) => new Uint8Array(readFileSync(file)))
  writeFileSync(output, await docxodus.compareDocuments(ours, theirs, { authorName: 'Bench' }))
}
