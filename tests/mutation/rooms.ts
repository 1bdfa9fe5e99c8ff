/** Rooms of the pure core: every number rests on them. */
export const CORE: ReadonlySet<string> = new Set(['calendar', 'indicators', 'figures', 'targets'])

/** Tests that a room's mutants are put to, where its own folder is not enough or holds tests that take too long. */
export const TESTS: Readonly<Partial<Record<string, readonly string[]>>> = {
  // Those that protect the pilot, in threads: there a mutant is not seen, and they take minutes.
  releases: [
    'tests/releases/**/*.test.ts',
    '!tests/releases/**/{choosing,every-route,issuing,protection,routes,workbook}.test.ts',
  ],
  figures: ['tests/figures/**/*.test.ts', '!tests/figures/**/{run-cases,properties,tally,pilot}.test.ts'],
  // Worked cases try the solver, not the tables it is asked about; generated ones take a minute for each mutant.
  disclosure: ['tests/disclosure/**/*.test.ts', '!tests/disclosure/cases.test.ts'],
  suppression: [
    'tests/suppression/**/*.test.ts',
    '!tests/suppression/{generated,pilot}/**',
    'tests/disclosure/cases.test.ts',
  ],
}
