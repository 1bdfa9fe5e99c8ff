import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../../../src/calendar/quarter.ts'
import { couldWait, hiddenSince, type Preview, uncoversOf } from '../../../../src/releases/protection/preview.ts'
import { hidden, modelOf, text, WORDS } from './preview.ts'

describe('what is told whatever is hidden', () => {
  it('stands by its cause, earlier reports first, each figure by its whole name', () => {
    const list = [
      hidden({ given: 'parts', after: [2, 4] }),
      hidden({ given: 'earlier', row: text('Men') }),
      hidden({ given: 'earlier', after: [3, 3] }),
      hidden(),
    ]
    expect(modelOf({ hidden: list }).given).toEqual([
      {
        cause: 'earlier',
        says: WORDS.t('releases:given.earlier'),
        figures: [
          { name: 'Clients – Sex · Men · 2020', known: null },
          { name: 'Clients – Sex · Women · 2020', known: 'exactly 3' },
        ],
      },
      {
        cause: 'parts',
        says: WORDS.t('releases:given.parts'),
        figures: [{ name: 'Clients – Sex · Women · 2020', known: '2 to 4' }],
      },
    ])
  })

  it('of earlier reports does not include what their own rule told', () => {
    const before: Preview['before'] = [
      { release: 'First', figure: hidden(), cause: 'earlier', after: [2, 3] },
      { release: 'Second', figure: null, cause: 'shown', after: null },
      { release: 'Third', figure: hidden(), cause: 'parts', after: [2, 4] },
    ]
    expect(modelOf({ before }).before).toEqual([
      { name: 'Clients – Sex · Women · 2020', release: 'First', known: '2 to 3' },
      { name: '–', release: 'Second', known: null },
    ])
    expect(uncoversOf({ before })).toBe(2)
  })

  it('lists what earlier reports hid and this one shows', () => {
    const uncovered = [{ table: text('Clients'), row: text('Women'), column: text('2020'), release: 'First' }]
    expect(modelOf({ uncovered }).uncovered).toEqual([
      { name: 'Clients · Women · 2020', release: 'First', known: null },
    ])
    expect(modelOf({}).uncovered).toEqual([])
    expect(uncoversOf({ uncovered, before: [] })).toBe(1)
  })
})

it('says against whom it was checked', () => {
  expect(modelOf({ earlier: 0 }, { audience: 'public' }).whom).toBe(WORDS.t('releases:preview.whom.first'))
  expect(modelOf({ earlier: 1 }).whom).toMatch(/^For donors: .* and the one issued before, whoever/)
  expect(modelOf({ earlier: 3 }, { audience: 'public' }).whom).toMatch(/^For the public: .* all 3 issued before\.$/)
})

describe('figures that would tell a small number together', () => {
  const at = parseQuarter('2020-Q1')!
  const told = (over: Partial<NonNullable<Preview['together']>[number]>) => ({
    ...{ kind: 'late' as const, submissions: [], indicators: ['B', 'C'], hidden: ['x'], given: 0 },
    ...over,
  })

  it('are told with whose submissions they come from, or that earlier reports differ by them', () => {
    const submissions = [
      { partnerId: 1, placeId: 1, quarter: at },
      { partnerId: 8, placeId: 9, quarter: at },
    ]
    const together = [told({ submissions }), told({}), told({ kind: 'within' }), told({ hidden: [], given: 2 })]
    const model = modelOf({ together }).together!
    expect(model.told.map(({ says }) => says)).toEqual([
      'One figure would tell, with an earlier report, a small number that came in since: Office, Ha, Q1 2020; 8, 9, Q1 2020.',
      'One figure would tell, with earlier reports, a small number by which these differ.',
      'One figure would tell, less another one, a small number that stands in no table.',
      null,
    ])
    expect(model.told.map(({ given }) => given)).toEqual([null, null, null, expect.stringMatching(/^2 such numbers/)])
    expect(model.told.map(({ indicators }) => indicators)).toEqual(['B, C', 'B, C', 'B, C', 'B, C'])
    expect(modelOf({}).together).toBeNull()
  })

  it('are helped by waiting where they come from what is new, and some is to come', () => {
    const awaited = [{ partnerId: 1, placeId: 1, quarter: at }]
    expect(couldWait({ together: [told({})], awaited })).toBe(true)
    expect(couldWait({ together: [told({ kind: 'within' })], awaited })).toBe(false)
    expect(couldWait({ together: [told({ hidden: [] })], awaited })).toBe(false)
    expect(couldWait({ together: [told({})], awaited: [] })).toBe(false)
    expect(couldWait({ together: [told({})] })).toBe(false)
    expect(hiddenSince({})).toEqual(new Set())
    const within = told({ kind: 'within', hidden: ['y'] })
    expect(hiddenSince({ together: [told({ hidden: ['x', 'z'] }), within] })).toEqual(new Set(['x', 'z']))
    const model = modelOf({ together: [told({})] }).together!
    expect([model.awaited, model.wait]).toEqual([[], WORDS.t('releases:together.all-in')])
    expect(modelOf({ together: [within], awaited }).together).toMatchObject({ wait: null, awaited: [] })
    expect(modelOf({ together: [told({})], awaited }).together).toMatchObject({
      wait: expect.stringMatching(/^Waiting helps: one submission/),
      awaited: ['Office, Ha, Q1 2020'],
    })
  })
})
