import { defineConfig } from 'vitest/config'

/** The tests that mutants of the pure files are put to: those that take milliseconds. */
export default defineConfig({
  test: {
    include: ['tests/figures/*.test.ts', 'tests/periods/period.test.ts', 'tests/indicators/indicator.test.ts'],
    exclude: ['tests/figures/{run-cases,properties,tally,targets,audit-pilot}.test.ts'],
    pool: 'threads',
  },
})
