import { describe, expect, it } from 'vitest'
import { CannotProtect, type ProtectionRequest, problemOf } from '../../src/disclosure/request.ts'
import { count, indicator, ratio, request, value } from './request-of.ts'

describe('the problem that a release poses', () => {
  const of = indicator('ratio')
  const behind = [value(1, 6, '', 13)]
  const given = request(of, [{ figure: ratio(6, 13), behind }])
  const atom = (part: string) => `1|${part}|1|1|8080|1|`

  it('has a cell for each part of a figure, and the base is the sum of both sides', () => {
    const problem = problemOf(given)
    expect(problem.cells).toEqual([
      { id: 'X1|project|2020-Q1||numerator', sum: [atom('numerator')] },
      { id: 'X1|project|2020-Q1||complement', sum: [atom('complement')] },
      { id: 'X1|project|2020-Q1||denominator', sum: [atom('numerator'), atom('complement')] },
    ])
    expect(problem.atoms).toEqual({ [atom('numerator')]: 6, [atom('complement')]: 7 })
    expect(problem).toMatchObject({ threshold: 5, earlier: [], sameTotal: [], suppressedBefore: [] })
  })

  it('has a figure that stands in two tables once', () => {
    expect(problemOf({ ...given, tables: [...given.tables, ...given.tables] })).toEqual(problemOf(given))
  })

  it('has what earlier releases said, and as cells of its own what they hid as small and still would', () => {
    const earlier = [
      { id: 'earlier|1|small', figureId: 'small', audience: 'donor' as const, sum: ['old'], shown: null, small: true },
      {
        id: 'earlier|1|for-others',
        figureId: 'for-others',
        audience: 'donor' as const,
        sum: ['old', 'big'],
        shown: null,
        small: false,
      },
      {
        id: 'earlier|1|no-longer',
        figureId: 'no-longer',
        audience: 'donor' as const,
        sum: ['big'],
        shown: null,
        small: true,
      },
      { id: 'earlier|1|shown', figureId: 'shown', audience: 'donor' as const, sum: ['big'], shown: 9, small: false },
    ]
    const problem = problemOf({
      ...given,
      earlier,
      earlierCounts: new Map([
        ['old', 2],
        ['big', 9],
        [atom('numerator'), 6],
      ]),
      suppressedBefore: ['x'],
    })
    expect(problem.cells.slice(3)).toEqual([{ id: 'earlier|1|small', sum: ['old'], past: true }])
    expect(problem.earlier).toEqual(earlier.map(({ sum, shown }) => ({ sum, shown })))
    expect(problem.atoms).toMatchObject({ old: 2, big: 9 })
    expect(problem.suppressedBefore).toEqual(['x'])
  })

  it('names the figure that is to blame', () => {
    const about = (blamed: ProtectionRequest) => {
      try {
        problemOf(blamed)
      } catch (error) {
        return error instanceof CannotProtect ? [error.about, error.message] : null
      }
      return null
    }
    const wrong = request(of, [{ figure: ratio(6, 14), behind }])
    expect(about(wrong)).toEqual(['X1|project|2020-Q1||complement', 'does-not-add-up: X1|project|2020-Q1||complement'])
    expect(about({ ...given, behind: new Map() })?.[0]).toBe('X1|project|2020-Q1|')
  })
})

describe('what is not understood is not released', () => {
  const refusal = (given: ProtectionRequest) => {
    try {
      problemOf(given)
    } catch (error) {
      return error instanceof CannotProtect ? error.code : error
    }
    return null
  }

  it('refuses a figure that is not the sum of what is behind it', () => {
    expect(refusal(request(indicator('count'), [{ figure: count(9), behind: [value(1, 8)] }]))).toBe('does-not-add-up')
  })

  it('refuses a count of persons that is not whole', () => {
    expect(refusal(request(indicator('count'), [{ figure: count(8.5), behind: [value(1, 8.5)] }]))).toBe('not-whole')
  })

  it('refuses a numerator larger than its denominator', () => {
    const given = request(indicator('ratio'), [{ figure: ratio(9, 8), behind: [value(1, 9, '', 8)] }])
    expect(refusal(given)).toBe('more-than-all')
  })

  it('refuses a figure nobody knows the values of', () => {
    const given = request(indicator('count'), [{ figure: count(9), behind: [value(1, 9)] }])
    expect(refusal({ ...given, behind: new Map() })).toBe('not-known')
  })

  it('refuses what an earlier report has shown of counts that nobody knows any more', () => {
    const given = request(indicator('count'), [{ figure: count(9), behind: [value(1, 9)] }])
    const earlier = [{ id: 'e', figureId: 'f', audience: 'donor' as const, sum: ['then'], shown: 9, small: false }]
    expect(refusal({ ...given, earlier })).toBe('not-known')
    expect(refusal({ ...given, earlier, earlierCounts: new Map([['else', 9]]) })).toBe('not-known')
    expect(refusal({ ...given, earlier, earlierCounts: new Map([['then', 9]]) })).toBeNull()
  })

  it('knows which figure of today an earlier report has shown, and of one it hid no more than that', () => {
    const given = request(indicator('count'), [{ figure: count(9), behind: [value(1, 9)] }])
    const { id } = problemOf(given).cells[0]!
    const then = (figureId: string, shown: number | null) => ({
      ...{ id: `e ${figureId}`, figureId, audience: 'donor' as const, sum: ['then'], shown, small: false },
    })
    const earlier = [then(id, 9), then('gone', 9), then(id, null)]
    expect(problemOf({ ...given, earlier, earlierCounts: new Map([['then', 9]]) }).earlier).toEqual([
      { sum: ['then'], shown: 9, of: id },
      { sum: ['then'], shown: 9 },
      { sum: ['then'], shown: null },
    ])
  })

  it('refuses a relation that is not true of what the report rests on, and names the reports', () => {
    const [counted, resting] = [
      { ...indicator('count'), id: 2, code: 'X2', schemes: [] },
      { ...indicator('ratio'), schemes: [] },
    ]
    const both = (base: number): ProtectionRequest => {
      const [one, other] = [
        request(counted, [{ figure: count(9), behind: [value(1, 9)] }]),
        request(resting, [{ figure: ratio(6, base), behind: [value(1, 6, '', base)] }]),
      ]
      return {
        ...one,
        tables: [...one.tables, ...other.tables],
        behind: new Map([...one.behind, ...other.behind]),
        indicators: new Map([...one.indicators, ...other.indicators]),
        relations: [{ indicator: 'X1', counted: 'X2' }],
      }
    }
    expect(problemOf(both(9)).sameTotal).toHaveLength(1)
    expect(refusal(both(10))).toBe('relation-untrue')
    expect(() => problemOf(both(10))).toThrow('relation-untrue: X1|X2|1,1,8080|0')
    expect(problemOf({ ...both(10), relations: [] }).sameTotal).toEqual([])
  })
})
