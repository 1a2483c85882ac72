import { defineConfig } from 'vitest/config'
import tests from './tests.json' with { type: 'json' }

/** The rooms that decide from words and facts alone, each by its own tests: what they must at least run. */
export default defineConfig({
  test: {
    // CI runs these with coverage alone, and all others without.
    include: tests,
    isolate: false,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    coverage: {
      provider: 'v8',
      include: [
        'src/agreement/**',
        'src/matter/{assess,check,condition}/**',
        'src/redline/**',
        'src/in-words.ts',
      ],
      reporter: ['text-summary'],
      reportsDirectory: 'coverage/rooms',
      thresholds: { lines: 88, branches: 83 },
    },
  },
})
