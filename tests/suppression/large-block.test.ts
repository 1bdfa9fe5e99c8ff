import { describe, expect, it } from 'vitest'
import { loadSolver } from '../../src/suppression/highs.ts'
import { protect } from '../../src/suppression/protect.ts'

describe('a block of more atoms than a call takes arguments', () => {
  it('is protected as any other', async () => {
    const names = Array.from({ length: 150_000 }, (_, nth) => `a${nth}`)
    const atoms = Object.fromEntries(names.map((name) => [name, 1]))
    const cells = [
      { id: 'all', sum: names },
      { id: 'few', sum: names.slice(0, 3) },
      { id: 'rest', sum: names.slice(3) },
    ]
    const protection = protect({ threshold: 5, atoms, cells }, await loadSolver())
    expect(protection).toMatchObject({ suppressed: { few: 'primary', rest: 'secondary' } })
  })
})
