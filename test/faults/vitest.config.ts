import { isAbsolute, join, relative } from 'node:path'
import { defineConfig } from 'vitest/config'

const root = join(import.meta.dirname, '../..')
// The fault that is put in, as `run.mjs` hands it on; the files themselves stay as they are.
const { file, from, to } = JSON.parse(process.env.FAULT ?? '{}') as Record<string, string>

export default defineConfig({
  root,
  test: { include: ['test/**/*.test.ts'], maxWorkers: 1, bail: 1, testTimeout: 120_000 },
  plugins: [
    {
      name: 'fault',
      enforce: 'pre',
      transform(code, id) {
        if (!isAbsolute(id) || relative(root, id.split('?')[0]!) !== file) return undefined
        if (from === undefined || !code.includes(from)) throw new Error(`${file} has no longer: ${from}`)
        return code.replace(from, to ?? '')
      },
    },
  ],
})
