import { expect, it } from 'vitest'
import { folded } from '../../src/language/folded.ts'

it.each([
  ['Hải Phòng', 'hai phong'],
  ['HAI-PHONG', 'hai phong'],
  ['  Đồng   bằng, sông—Hồng  ', 'dong bang song hong'],
  // The same letters as one sign and as a letter with its marks.
  ['ệ', 'e'],
  ['e\u0323\u0302', 'e'],
  ['V3: 18–24 (nữ)', 'v3 18 24 nu'],
  ['…', ''],
])('%j is compared as %j', (text, compared) => {
  expect(folded(text)).toBe(compared)
})

it('looks at the beginning alone of what is longer than any name', () => {
  expect(folded(`${'a'.repeat(400)} b`)).toBe('a'.repeat(400))
})
