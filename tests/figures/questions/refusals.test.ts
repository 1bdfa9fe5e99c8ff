import { describe, expect, it } from 'vitest'
import { type Question, Refused } from '../../../src/figures/question.ts'
import { q, span, World } from '../../support/world.ts'

const SEX = ['female', 'male', 'not-recorded']

describe('a question that makes no sense', () => {
  const world = new World('2019-Q1')
    .breakdown('sex', SEX)
    .breakdown('age', ['0-17', '18+'])
    .place('HP')
    .place('QB', { to: '2025-07-01' })
    .place('QT', { from: '2025-07-01' })
    .succession('QB', 'QT', '2025-07-01')
    .indicator('A', {
      schemes: [
        { kind: 'primary', breakdowns: ['sex'], to: '2020-Q4' },
        { kind: 'primary', breakdowns: ['age'], from: '2021-Q1' },
      ],
    })
    .indicator('B')

  it.each<[string, Partial<Question>, string]>([
    ['unknown-indicator', { indicators: ['A', 'Z'] }, 'Z'],
    ['unknown-place', { groups: [{ key: 'x', places: ['HP', 'XX'] }] }, 'XX'],
    ['unknown-breakdown', { by: ['height'] }, 'height'],
    ['unknown-breakdown', { indicators: ['B'], by: ['sex'] }, 'sex'],
    ['unknown-breakdown', { only: { height: 'tall' } }, 'height'],
    ['unknown-category', { only: { sex: 'cat' } }, 'sex=cat'],
    ['bad-period', { spans: [{ key: 'half', from: 8080.5, to: 8081 }] }, 'half'],
    ['bad-period', { spans: [{ key: 'old', from: 7000, to: 8081 }] }, 'old'],
    ['bad-period', { spans: [{ key: 'far', from: 8081, to: 9000 }] }, 'far'],
    ['empty-span', { spans: [{ key: 'back', from: q('2020-Q2'), to: q('2020-Q1') }] }, 'back'],
    ['empty-span', { spans: [] }, ''],
    ['before-project', { spans: [span('2018-Q1', '2018-Q4')] }, '2018-Q1..2018-Q4'],
    ['place-not-in-span', { groups: [{ key: 'x', places: ['QT'] }] }, 'QT'],
    ['place-not-in-span', { groups: [{ key: 'x', places: ['QB'] }], spans: [span('2025-Q3')] }, 'QB'],
    ['merged-away', { groups: [{ key: 'x', places: ['QB'] }], map: 'today' }, 'QB'],
    ['merged-away', { groups: [{ key: 'x', places: ['HP', 'QB'] }], map: 'today' }, 'QB'],
    ['category-of-old-scheme', { indicators: ['A'], by: ['sex'], spans: [span('2021-Q1', '2021-Q4')] }, 'sex'],
    ['category-of-old-scheme', { indicators: ['A', 'B'], by: ['sex'], spans: [span('2021-Q1')] }, 'sex'],
    ['unknown-breakdown', { indicators: ['A'], by: ['sex', 'age'] }, 'sex|age'],
    ['category-of-old-scheme', { indicators: ['A'], only: { age: '18+' }, spans: [span('2020-Q1')] }, 'age=18+'],
  ])('is refused: %s', (code, question, what) => {
    let refusal: unknown
    try {
      world.ask(question)
    } catch (error) {
      refusal = error
    }
    expect(refusal).toBeInstanceOf(Refused)
    expect(refusal).toMatchObject({ code, what, message: `${code}: ${what}` })
  })

  it('names a place that became another one, and what it became', () => {
    const asked = () => world.ask({ groups: [{ key: 'x', places: ['QB'] }], map: 'today' })
    const named = (code: string) => [{ vi: code, en: code }]
    expect(asked).toThrow(expect.objectContaining({ names: { what: named('QB'), became: named('QT') } }))
  })

  it('is answered when it makes sense after all', () => {
    expect(world.ask({ groups: [{ key: 'x', places: ['QB'] }], spans: [span('2025-Q2', '2025-Q3')] })).toBeDefined()
    expect(world.ask({ groups: [{ key: 'x', places: ['QT'] }], map: 'today' })).toBeDefined()
    expect(world.ask({ spans: [span('2018-Q4', '2019-Q1')] })).toBeDefined()
    expect(world.ask({ by: ['age'], spans: [span('2020-Q4', '2021-Q1')] })).toBeDefined()
    expect(world.ask({ by: ['sex'], spans: [span('2020-Q4', '2021-Q1')] })).toBeDefined()
    expect(world.ask({ spans: [span('1990-Q1', '2100-Q4')] })).toBeDefined()
    expect(
      world.ask({ groups: [{ key: 'x', places: ['QB'] }], spans: [span('2025-Q3'), span('2025-Q2')] }),
    ).toBeDefined()
    expect(world.ask({ indicators: ['A', 'B'], by: ['sex'] })).toBeDefined()
  })

  it('is a mistake of the program when it asks an answer for what was not asked', () => {
    const answer = world.ask({})
    expect(() => answer.figure('Z', '*', '2020-Q1..2020-Q4')).toThrow('not part of the question: Z')
    expect(() => answer.figure('A', 'x', '2020-Q1..2020-Q4')).toThrow('not part of the question: x')
    expect(() => answer.figure('A', '*', 'x')).toThrow('not part of the question')
  })
})
