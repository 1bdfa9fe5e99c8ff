import { defineConfig } from 'vitest/config'
import { PATIENCE, PATIENCE_OF_TEST } from './tests/support/run/patience.ts'
import { LongestFirst } from './tests/support/run/sequence.ts'

/** Kinds by what they need: `unit` nothing but Node, `browser` Chromium, `workbook` LibreOffice. */
const KINDS = [
  {
    name: 'unit',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'tests/workbook/**', 'tests/journeys/**'],
  },
  { name: 'browser', include: ['tests/{browser,journeys}/**/*.test.ts'] },
  { name: 'workbook', include: ['tests/workbook/**/*.test.ts'] },
]
/** `npm test` asks for all of them in one: each kind would compile the program anew, and have workers of its own read it. */
const asked = process.env.TESTS_OF_ALL_KINDS
  ? { include: ['tests/**/*.test.ts'] }
  : { projects: KINDS.map((test) => ({ extends: true as const, test })) }

export default defineConfig({
  test: {
    globalSetup: 'tests/support/run/setup.ts',
    testTimeout: PATIENCE_OF_TEST,
    expect: { poll: { timeout: PATIENCE } },
    hookTimeout: PATIENCE_OF_TEST,
    pool: 'forks',
    // What is young is swept seldom, as in the program (npm start): a twelfth of the processor's time.
    execArgv: ['--max-semi-space-size=32'],
    // One more than the two cores they are meant for: who waits for a browser, a disk or a clock leaves a core to the others.
    maxWorkers: 3,
    // A worker reads the program once and puts many files of tests to it: they leave nothing behind in it.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    ...asked,
  },
})
