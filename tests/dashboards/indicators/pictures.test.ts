import { beforeAll, describe, expect, it } from 'vitest'
import { loadIndicator } from '../../../src/dashboards/indicators/load.ts'
import { indicatorPage } from '../../../src/dashboards/indicators/page.ts'
import type { IndicatorPageView } from '../../../src/dashboards/indicators/view.ts'
import { World } from '../../support/world.ts'
import { request } from '../whole/small-pages.ts'

const picturesOf = (world: World, code: string, query = {}) =>
  indicatorPage(loadIndicator(request(world, query), code) as IndicatorPageView).pictures

describe('the picture of a breakdown of what can’t be added over time', () => {
  let world: World
  beforeAll(() => {
    const forms = ['legal', 'health', 'school', 'shelter', 'work', 'travel', 'papers']
    const adds = ['count', 'sum', 'none'] as const
    world = new World('2021-Q1')
      .lasts('2021-Q1', '2021-Q4', 1)
      .place('ha')
      .breakdown('sex', ['female', 'male'])
      .breakdown('form', forms)
      .indicator('F1', { name: 'Few', rules: [...adds], schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
      .indicator('M1', { name: 'Many', rules: [...adds], schemes: [{ kind: 'primary', breakdowns: ['form'] }] })
      .assign('F1', 'ha')
      .assign('M1', 'ha')
    for (const quarter of ['2021-Q1', '2021-Q2']) {
      world.fact(['F1', 'ha', quarter], { 'sex=female': 30, 'sex=male': 10 })
      world.fact(['M1', 'ha', quarter], Object.fromEntries(forms.map((form, nth) => [`form=${form}`, nth + 1])))
    }
  })
  const of = (code: string, query = {}) => picturesOf(world, code, query).at(-1)!

  it('is told of the last period with a number, by its name', () => {
    expect(of('F1').sentence).toMatch(/^Q2 2021: /)
    expect(of('F1', { period: '2021-Q1' }).sentence).not.toMatch(/^Q\d/)
    expect(of('F1').choose).toBeNull()
  })

  it('is, of many categories, of that period, and of another where one is chosen', () => {
    const chosen = (query = {}) => of('M1', query).choose!.selects[0]!
    expect(chosen()).toMatchObject({ name: 'period', chosen: '2021-Q2' })
    expect(chosen({ period: '2021-Q1' }).chosen).toBe('2021-Q1')
    expect(of('M1', { period: '2021-Q1' }).downloads.slide).toContain('period=2021-Q1')
  })
})

describe('the areas of an indicator, where they are more than a screen has room for', () => {
  let world: World
  beforeAll(() => {
    world = new World('2021-Q1').lasts('2021-Q1', '2021-Q2', 1).indicator('V1', { name: 'Clients', unit: 'persons' })
    for (let nth = 1; nth <= 41; nth++) {
      world.place(`area-${nth}`).assign('V1', `area-${nth}`)
      world.fact(['V1', `area-${nth}`, '2021-Q1'], nth).fact(['V1', `area-${nth}`, '2021-Q2'], nth)
    }
  })
  const beside = (query = {}) => picturesOf(world, 'V1', query)[1]!
  const names = (query = {}) => beside(query).areas!.areas.map(({ name }) => name)

  it('are the largest, unless the smallest or all are chosen', () => {
    expect([names().length, names()[0], names()[29]]).toEqual([30, 'area-41', 'area-12'])
    expect([names({ rank: 'smallest' }).length, names({ rank: 'smallest' })[0]]).toEqual([30, 'area-1'])
    expect([names({ rank: 'all' }).length, names({ rank: 'all' })[0]]).toEqual([41, 'area-1'])
  })

  it('are chosen at the picture, which keeps what else is chosen of the page', () => {
    const { choose, downloads } = beside({ rank: 'smallest', from: '2021-Q2' })
    expect(choose!.selects).toEqual([
      {
        name: 'rank',
        label: 'Which provinces',
        chosen: 'smallest',
        options: [
          { value: 'largest', label: 'the 30 largest provinces of 41' },
          { value: 'smallest', label: 'the 30 smallest provinces of 41' },
          { value: 'all', label: 'all 41 provinces' },
        ],
      },
    ])
    expect(choose!.action).toBe('/indicators/V1#picture-provinces')
    expect(choose!.hidden).toMatchObject({ from: '2021-Q2' })
    expect(choose!.hidden).not.toHaveProperty('rank')
    expect(downloads.slide).toContain('rank=smallest')
    expect(beside().downloads.slide).not.toContain('rank')
  })
})
