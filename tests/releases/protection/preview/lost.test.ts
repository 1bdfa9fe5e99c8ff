import { describe, expect, it } from 'vitest'
import { parseQuarter } from '../../../../src/calendar/quarter.ts'
import { HIDING_REASONS, type HiddenFigure } from '../../../../src/disclosure/preview.ts'
import { HOLD, heldAt, hidden, modelOf, text } from './preview.ts'

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
