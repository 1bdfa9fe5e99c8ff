import { expect, it } from 'vitest'
import { keepCompiled } from '../../src/threads/keep-compiled.ts'

it('keeps what is there, once, and says what is not: a name that is misspelt is no matter of speed', () => {
  expect(() => {
    keepCompiled('highs/runtime')
    keepCompiled('highs/runtime')
  }).not.toThrow()
  expect(() => keepCompiled('highs/nothing')).toThrow('nothing')
})
