import { describe, expect, it } from 'vitest'
import { DamagedWording, keptWording, packedWording, type Wording } from '../../../src/releases/wording/wording.ts'

const text = (said: string) => ({ vi: `${said} (vi)`, en: said })
const wording = (when: string, more: object = {}) =>
  ({
    project: { name: text(`Project, ${when}`) },
    partners: [{ id: 1, slug: 'a', names: [text(`A, ${when}`)] }],
    results: [{ id: 5, code: '1.1', statement: text(`Result, ${when}`) }],
    breakdowns: { sex: text(`Sex, ${when}`) },
    people: new Map([[3, `Mai, ${when}`]]),
    ...more,
  }) as unknown as Wording

describe('what a report called those it speaks of', () => {
  it('stays as it was issued, whatever is corrected later', () => {
    const then = wording('then')
    expect(keptWording(packedWording(then), wording('now'))).toEqual(then)
  })

  it('is of those it spoke of: who came later is none of its, and whoever is gone since still is', () => {
    const [one, two] = [wording('then').partners[0]!, { ...wording('now').partners[0]!, id: 2 }]
    const now = wording('now', { partners: [two], people: new Map([[4, 'Lan']]) })
    const kept = keptWording(packedWording(wording('then')), now)
    expect(kept.partners).toEqual([one])
    expect([...kept.people]).toEqual([[3, 'Mai, then']])
  })

  it('has what a later version of the program knows besides from now', () => {
    const now = wording('now', {
      project: { name: text('Project, now'), iati: 'added' },
      partners: [{ id: 1, slug: 'b', names: [], cutOffDay: 14 }],
      breakdowns: { sex: text('Sex, now'), age: text('Age, now') },
    })
    const kept = keptWording(packedWording(wording('then')), now)
    expect(kept.project).toMatchObject({ name: text('Project, then'), iati: 'added' })
    expect(kept.partners[0]).toMatchObject({ slug: 'a', names: [text('A, then')], cutOffDay: 14 })
    expect(kept.breakdowns).toEqual({ sex: text('Sex, then'), age: text('Age, now') })
  })

  it('is refused where it is damaged', () => {
    const packed = packedWording(wording('then'))
    expect(() => keptWording(packed.slice(0, -9), wording('now'))).toThrow(DamagedWording)
  })
})
