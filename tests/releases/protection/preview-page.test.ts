import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../../src/calendar/quarter.ts'
import { HIDING_REASONS, type HiddenFigure } from '../../../src/disclosure/preview.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { couldWait, hiddenSince, type Preview, uncoversOf } from '../../../src/releases/protection/preview.ts'
import { intervalWords, previewModel } from '../../../src/releases/protection/preview-page.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'

const WORDS = wordsFor('en', PILOT_TERMS)
const text = (en: string) => ({ vi: `${en} (vi)`, en })
const NAMES = { partners: new Map([[1, text('Office')]]), places: new Map([[1, text('Ha')]]) }
const RELEASE = {
  id: 7,
  smallChanges: 'hide',
  audience: 'donor',
  threshold: 5,
  layout: { project: 'quarter', province: 'year', breakdown: 'year', years: 'calendar' },
} as const

const hidden = (over: Partial<HiddenFigure> = {}): HiddenFigure => ({
  id: 'B|x',
  indicator: 'B',
  name: text('Clients'),
  table: text('Clients – Sex'),
  row: text('Women'),
  column: text('2020'),
  counts: [['amount', 3]],
  kind: 'primary',
  reason: 'amount',
  before: null,
  after: null,
  given: null,
  earlier: null,
  ...over,
})
const heldAt = (shown: number, now: number, over: Partial<HiddenFigure> = {}) =>
  hidden({ counts: [['amount', now]], earlier: { counts: [['amount', shown]], releaseId: 1 }, ...over })

function modelOf(preview: Partial<Preview>, release: Partial<Parameters<typeof previewModel>[1]> = {}) {
  const usual: Preview = {
    ...{ fingerprint: '', suppressed: {}, hidden: [], before: [], alternatives: null },
    ...{ figures: 100, sensitive: 50, atoms: 9, programs: 1, proven: true, seconds: 1, earlier: 0 },
  }
  return previewModel({ ...usual, ...preview }, { ...RELEASE, ...release }, NAMES, WORDS)
}
const HOLD = { smallChanges: 'hold' } as const

describe('what is lost', () => {
  it('is all that is hidden, or less what stands at an earlier number where these are held', () => {
    const preview = { hidden: [hidden(), heldAt(9, 8)] }
    expect(modelOf(preview)).toMatchObject({ lost: '2 figures of 100 are hidden (2%).', held: null })
    expect(modelOf(preview, HOLD)).toMatchObject({
      lost: 'One figure of 100 is hidden (1%).',
      held: 'One more stands at the number of an earlier report, marked [h].',
    })
    expect(modelOf({ hidden: [heldAt(9, 8)] }, HOLD).lost).toBe('0 figures of 100 are hidden (0%).')
    expect(modelOf({ hidden: [hidden()], figures: 0 }).lost).toBe('One figure of 0 is hidden (0%).')
    expect(modelOf({}).lost).toBe('Nothing has to be hidden: no sensitive figure is small.')
  })

  it('is counted by why, each reason in one line', () => {
    const of = (reason: HiddenFigure['reason']) => hidden({ reason, kind: 'secondary' })
    expect(modelOf({ hidden: HIDING_REASONS.map(of) }).why).toEqual({
      lead: 'Why 10 figures cannot be shown as they are now:',
      list: [
        '5 are small themselves.',
        'One would give a small figure away.',
        '2 would tell, with earlier reports, how few came in or were corrected since.',
        'One would tell, less another figure, a small number that stands in no table.',
        'One is hidden since the same person may stand in several rows.',
      ],
    })
    expect(modelOf({ hidden: [of('late')] }).why?.list).toEqual([
      'One would tell, with an earlier report, how few came in or were corrected since.',
    ])
    expect(modelOf({}).why).toBeNull()
  })

  it('ends with a day where it ends before the report does', () => {
    expect(modelOf({ upTo: parseQuarter('2020-Q3')! }).upTo).toMatch(/ ends on 30 Sept?(ember)? 2020: /)
    expect([modelOf({ upTo: null }).upTo, modelOf({}).upTo]).toEqual([null, null])
  })
})

describe('numbers of earlier reports', () => {
  it('are told with those that bear the sign without having changed', () => {
    expect(modelOf({ hidden: [heldAt(9, 8)], alike: 2 }, HOLD).held).toBe(
      'One more stands at the number of an earlier report, marked [h]. ' +
        '2 that have not changed bear the sign too, so that nobody can tell which have.',
    )
  })

  it('are told when they are far from what the figures are now, the furthest by name', () => {
    const near = heldAt(9, 5, { row: text('Near') })
    const far = heldAt(9, 14, { row: text('Far') })
    const furthest = heldAt(12, 3, { row: text('Furthest') })
    const said = (...list: HiddenFigure[]) => modelOf({ hidden: list }, HOLD).held
    expect(said(near)).not.toContain('differ')
    expect(said(near, far)).toContain(
      ' One of these numbers differs by 5 or more from what it is now: B, Far, 2020 stands at 9 and is 14.',
    )
    for (const list of [
      [far, furthest],
      [furthest, far],
    ])
      expect(said(...list)).toContain(
        '2 of these numbers differ by 5 or more from what they are now (see below, value and shown). ' +
          'The furthest: B, Furthest, 2020 stands at 12 and is 3.',
      )
  })

  it('of which a part was not shown are as far as the others are', () => {
    const counts: HiddenFigure['counts'] = [
      ['numerator', 9],
      ['denominator', 40],
    ]
    const one = hidden({ counts, earlier: { counts: [['numerator', 2]], releaseId: 1 } })
    expect(modelOf({ hidden: [one] }, HOLD).held).toContain(
      'B, Women, 2020 stands at numerator 2 and is numerator 9, denominator 40.',
    )
  })
})

describe('each figure', () => {
  const rowsOf = (list: HiddenFigure[], release = {}) =>
    modelOf({ hidden: list }, release).groups.flatMap(({ rows }) => rows)

  it('stands under its indicator, in the order of the tables', () => {
    const list = [hidden(), hidden({ indicator: 'A', name: text('Trained') }), hidden()]
    expect(modelOf({ hidden: list }).groups.map(({ title, rows }) => [title, rows.length])).toEqual([
      ['B Clients: 2 hidden', 2],
      ['A Trained: 1 hidden', 1],
    ])
  })

  it('is named by what its table says beside the indicator, its row and its column', () => {
    const named = (over: Partial<HiddenFigure>) => rowsOf([hidden(over)])[0]!.figure
    expect(named({})).toBe('Sex · Women · 2020')
    expect(named({ table: text('Clients') })).toBe('Women · 2020')
    expect(named({ table: text('Sex – Age') })).toBe('Sex – Age · Women · 2020')
    expect(named({ row: text('') })).toBe('Sex · 2020')
  })

  it('has its value: a count alone without its name, anything else with it', () => {
    const said = (...counts: HiddenFigure['counts']) => rowsOf([hidden({ counts })])[0]!.value
    expect(said(['amount', 1234])).toBe('1,234')
    expect(said(['n', 3])).toBe('n 3')
    expect(said(['amount', 3], ['n', 4])).toBe('count 3, n 4')
    expect(said(['numerator', 2], ['complement', 8], ['denominator', 10])).toBe('numerator 2, rest 8, denominator 10')
  })

  it('says what it is shown as, what kind it is and why', () => {
    const list = [heldAt(9, 8), hidden({ kind: 'secondary', reason: 'overlaps', before: [1, 4], after: [1, null] })]
    const [held, other] = rowsOf(list, HOLD)
    expect(held).toMatchObject({
      ...{ shown: '9 [h]', kind: 'small', primary: true },
      ...{ why: 'The count is small.', before: null, after: null },
    })
    expect(other).toMatchObject({
      ...{ shown: '[c]', kind: 'protects another', primary: false, before: '1 to 4', after: '1 or more' },
      why: expect.stringMatching(/^Somebody may stand in several rows;/),
    })
    expect(rowsOf(list)[0]!.shown).toBe('[c]')
  })

  it('is told to be anything between two numbers, one, or from one on', () => {
    expect([intervalWords([1, 4], WORDS), intervalWords([3, 3], WORDS), intervalWords([1, null], WORDS)]).toEqual([
      '1 to 4',
      'exactly 3',
      '1 or more',
    ])
  })
})

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
