import { defineConfig } from 'vitest/config'

/** The rooms that decide from words and facts alone, each by its own tests: what they must at least run. */
export default defineConfig({
  test: {
    include: [
      'test/agreement/{contracts,html,numbers,numeral,pages,parse,parse-blocks,sentences}.test.ts',
      'test/matter/assess/*.test.ts',
      'test/matter/{assess,check,condition,written}.test.ts',
      'test/redline/{choose,place,positions,redline,renderings}.test.ts',
      'test/draft/questions.test.ts',
      'test/in-words.test.ts',
    ],
    testTimeout: 120_000,
    hookTimeout: 120_000,
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
