import { defineConfig } from 'vitest/config'
import { PATIENCE } from './tests/support/run/patience.ts'
import { LongestFirst } from './tests/support/run/sequence.ts'

/** `unit` needs nothing but Node; `browser` needs Chromium; `workbook` needs LibreOffice. `npm test` runs all three. */
export default defineConfig({
  test: {
    globalSetup: 'tests/support/run/setup.ts',
    testTimeout: PATIENCE,
    expect: { poll: { timeout: PATIENCE } },
    hookTimeout: 600_000,
    pool: 'forks',
    maxWorkers: 2,
    // A worker reads the program once and puts many files of tests to it: they leave nothing behind in it.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**', 'tests/workbook/**', 'tests/journeys/**'],
        },
      },
      { extends: true, test: { name: 'browser', include: ['tests/{browser,journeys}/**/*.test.ts'] } },
      { extends: true, test: { name: 'workbook', include: ['tests/workbook/**/*.test.ts'] } },
    ],
  },
})
