import { beforeAll, describe, expect, it } from 'vitest'
import { type AreasOverTime, areasOverTime } from '../../../src/dashboards/indicators/areas-over-time.ts'
import { loadIndicator } from '../../../src/dashboards/indicators/load.ts'
import { indicatorPage } from '../../../src/dashboards/indicators/page.ts'
import type { IndicatorPageView } from '../../../src/dashboards/indicators/view.ts'
import { World } from '../../support/world.ts'
import { request } from '../whole/small-pages.ts'

const QUARTERS = ['2020-Q4', '2021-Q1', '2021-Q2', '2021-Q3']
const SLUGS = Array.from({ length: 10 }, (_, nth) => `area-${nth}`)

/** Ten areas, the first of which has the most and did not report the last quarter; the second reported nothing. */
function tenAreas(): World {
  const world = new World('2020-Q4')
    .indicator('V1', { name: 'Clients', unit: 'persons' })
    .indicator('V5', { name: 'Open cases', unit: 'cases', rules: ['count', 'sum', 'latest'] })
    .indicator('V2', {
      name: 'Stage',
      rules: ['milestone', 'sum', 'latest'],
      targetStage: 1,
      stages: ['none', 'issued'],
    })
  for (const slug of SLUGS) world.place(slug)
  for (const slug of SLUGS) for (const code of ['V1', 'V5', 'V2']) world.assign(code, slug)
  SLUGS.forEach((slug, nth) => {
    if (nth === 1) return
    for (const [at, quarter] of QUARTERS.entries()) {
      if (nth === 0 && at === 3) continue
      world.fact(['V1', slug, quarter], nth === 0 ? 90 : nth).fact(['V5', slug, quarter], 50 + nth)
      world.fact(['V2', slug, quarter], at > 1 ? 1 : 0)
    }
  })
  // Of the fifth one of two has reported; the third has been given something to reach.
  world.assign('V5', SLUGS[4]!, 'another')
  for (const code of ['V1', 'V5']) world.target(code, SLUGS[2]!, 2021, 60)
  return world
}

let world: World
const view = (code: string, query = {}) => loadIndicator(request(world, query), code) as IndicatorPageView
const areas = (code: string) => areasOverTime(view(code)) as AreasOverTime

beforeAll(() => {
  world = tenAreas()
  world.lasts('2020-Q4', '2021-Q3', 1)
})

describe('more areas than lines can be told apart for', () => {
  it('have a small picture each under their names, which lead to their own page, all on one scale', () => {
    const found = areas('V1')
    expect(found.areas.map(({ name }) => name)).toHaveLength(10)
    expect(found.areas[3]!.href).toBe('/indicators/V1?province=area-3')
    const scales = found.areas.flatMap(({ picture }) => (picture ? [picture.grid.map(({ label }) => label)] : []))
    expect(scales).toHaveLength(9)
    expect(new Set(scales.map(String))).toEqual(new Set(['0,90']))
    const height = (nth: number) => found.areas[nth]!.picture!.bars[0]!.height
    expect([height(0), height(9)]).toEqual([74, 7.5])
  })

  it('say what each shows, and that there is nothing of one that has reported nothing', () => {
    const [first, second, third] = areas('V1').areas
    expect(first!.picture!.label).toMatch(/^.*: 90 in Q4 2020 as in Q2 2021\. No figure for Q3 2021\.$/)
    expect([second!.picture, second!.sentence]).toEqual([null, 'No figure yet.'])
    expect(third!.picture!.signs).toEqual([])
  })

  it('are lines of stocks and steps between the names of stages', () => {
    const [stock, stage] = [areas('V5').areas[2]!.picture!, areas('V2').areas[2]!.picture!]
    expect([stock.bars, stock.line.startsWith('M')]).toEqual([[], true])
    expect(stage.grid.map(({ label }) => label)).toEqual(['none', 'issued'])
    expect(stage.line).toMatch(/V14H/)
  })

  it('are told once what their looks mean, and stand beside the areas in a row', () => {
    const { pictures } = indicatorPage(view('V1'))
    expect(pictures.map(({ areas: own }) => own?.areas.length ?? 0)).toEqual([0, 10])
    expect(pictures[1]!.areas!.isFolded).toBe(false)
    expect(areas('V1').key).toEqual([
      'All on one scale: what is higher in one picture is more.',
      expect.stringMatching(/^A sign in brackets/),
    ])
    expect(areas('V1').tableHref).toBe('/indicators/V1?view=table#chart-over-time')
  })

  it('are told what a line for the plan and a hollow point are, where there are some: bars have no line', () => {
    const all = ['All on one scale', 'Dashed', 'Hollow', 'A sign']
    const key = (code: string) => areas(code).key.map((one) => all.findIndex((begins) => one.startsWith(begins)))
    expect(key('V5')).toEqual([0, 1, 2, 3])
    expect(key('V1')).toEqual([0, 3])
    // A stage that is to be reached is a plan, too.
    expect(key('V2')).toEqual([0, 1, 3])
  })

  it('are folded where they are so many that a phone would be scrolled for long', () => {
    const [area] = view('V1').provinces
    const folded = (count: number) =>
      areasOverTime({ ...view('V1'), provinces: Array.from({ length: count }, () => area!) })!.isFolded
    expect([folded(40), folded(41)]).toEqual([false, true])
  })

  it('are none where nothing was reported, and on the page of one of them', () => {
    expect(areasOverTime({ ...view('V1'), provinces: [view('V1').provinces[1]!] })).toBeNull()
    // Two of them have no more colour than all: lines of theirs would look the same.
    const two = indicatorPage(view('V1', { province: ['area-3', 'area-4'] })).pictures
    expect(two.flatMap(({ areas: own }) => own?.areas.map(({ name }) => name) ?? [])).toEqual(['area-3', 'area-4'])
    expect(indicatorPage(view('V1', { province: 'area-3' })).pictures.map(({ areas: own }) => own)).toEqual([null])
  })
})
