import { describe, expect, it } from 'vitest'
import { changedSince, type Reopening, reasonsFor } from '../../../src/releases/reasons/reopening.ts'

const change = (indicator: string, ...submissions: number[]) => ({ indicator, submissions })

describe('the submissions behind the changes that a report tells', () => {
  it('are each named once, with the indicators it has changed, and since when', () => {
    const changes = [change('A', 1, 2), change('B', 1), change('A', 1)]
    expect(changedSince({ changes, previous: { asAt: 9 } })).toEqual({
      since: 9,
      submissions: [
        { id: 1, indicators: ['A', 'B'] },
        { id: 2, indicators: ['A'] },
      ],
    })
  })

  it.each([
    ['it is compared with nothing', [change('A', 1)], null],
    ['nothing has changed', [], { asAt: 9 }],
    ['what has changed came by no submission', [change('A')], { asAt: 9 }],
  ])('are none where %s', (_, changes, previous) => {
    expect(changedSince({ changes, previous })).toBeNull()
  })
})

describe('why a figure has changed', () => {
  const reopening = (submissionId: number, reason: string, rows: Reopening['rows'] = []) =>
    ({ submissionId, reason, rows }) as Reopening
  const said = (...reopenings: Reopening[]) => reasonsFor(reopenings, { indicator: 'A', submissions: [1, 2] })

  it('is what was said of the indicator, else of the whole report', () => {
    const rows = [
      { indicator: 'B', text: 'B was late' },
      { indicator: 'A', text: 'A was counted twice' },
    ]
    expect(said(reopening(1, 'See below', rows))).toEqual(['A was counted twice'])
    expect(said(reopening(1, 'See below', rows.slice(0, 1)))).toEqual(['See below'])
  })

  it('is said once, and of its own submissions alone', () => {
    expect(said(reopening(1, 'Twice'), reopening(2, 'Twice'), reopening(3, 'Of another'))).toEqual(['Twice'])
    expect(said(reopening(2, 'Second'), reopening(1, 'First'))).toEqual(['Second', 'First'])
    expect(said()).toEqual([])
  })
})
