import fc from 'fast-check'

/**
 * fast-check with the worlds that properties are tried in. `npm test` tries the same ones each time: it fails for what was changed
 * and for nothing else. `npm run test:explore` tries new ones; what it finds is printed with its seed, and becomes a test.
 * Where mutants are put to tests, it is enough that one fails: the smallest world in which it does is not looked for.
 */
const seed = process.env.PROPERTY_SEED ?? '2021'

fc.configureGlobal({
  seed: seed === 'new' ? Date.now() : Number(seed),
  endOnFailure: process.env.MUTATION_TESTS !== undefined,
})

export default fc
