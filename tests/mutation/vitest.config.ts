import { defineConfig } from 'vitest/config'

const patterns = JSON.parse(process.env.MUTATION_TESTS ?? '["tests/figures/**/*.test.ts"]') as string[]

/** The tests that mutants are put to: those of the room that is changed. */
export default defineConfig({
  test: {
    include: patterns.filter((pattern) => !pattern.startsWith('!')),
    exclude: patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)),
    pool: 'threads',
    runner: 'tests/mutation/resident-tests.ts',
    // Files read once for all test files: reading them anew for each mutant is most of the time otherwise.
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})
