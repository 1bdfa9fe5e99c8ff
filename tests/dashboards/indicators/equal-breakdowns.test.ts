import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scheme } from '../../support/small-project.ts'
import { World } from '../../support/world.ts'
import {
  at,
  close,
  fromDatabase,
  inCsv,
  inPicture,
  inTable,
  inXlsx,
  type Measured,
  type Numbers,
  typed,
} from './outlets.ts'

/**
 * One figure of one category, everywhere the same: what stands in the table of a breakdown, in its picture and in its CSV is what SQL of
 * our own makes of the approved rows. Two areas, two quarters, three categories; one area was silent once, one category is a true zero
 * everywhere, one denominator is 0.
 */
const QUARTERS = ['2021-Q2', '2021-Q3'] as const
const NAMES = ['Q2 2021', 'Q3 2021']
const AREAS = ['hai-phong', 'nghe-an'] as const
const CATEGORIES = ['female', 'male', 'not-recorded'] as const
const STAGES = ['none', 'drafted', 'issued']
const SILENT = { area: 1, quarter: 1 }

/** By area and quarter, then by category. */
type Tried = Measured & { given: string[] }
const TRIED: Tried[] = [
  { code: 'C1', rules: ['count', 'sum', 'sum'], given: ['3 0 0', '12 1200 0', '5 7 0'] },
  { code: 'C2', rules: ['count', 'sum', 'latest'], given: ['30 31 0', '4 9 0', '2 8 0'] },
  { code: 'C3', rules: ['count', 'none', 'sum'], given: ['2 4 0', '1 3 0', '6 6 0'] },
  { code: 'R1', rules: ['ratio', 'sum', 'sum'], given: ['1/3 0/7 0/0', '2/9 9/9 0/0', '5/6 1/8 0/0'] },
  { code: 'R2', rules: ['ratio', 'sum', 'latest'], given: ['10/30 11/30 0/0', '3/4 2/4 0/0', '7/9 0/1 0/0'] },
  { code: 'R3', rules: ['ratio', 'none', 'none'], given: ['1/2 1/3 0/0', '5/7 6/7 0/0', '2/3 3/3 0/0'] },
  { code: 'M1', rules: ['mean', 'sum', 'sum'], given: ['2.5/4 3/1 0/0', '1.75/8 4/3 0/0', '0.1/3 7/9 0/0'] },
  { code: 'M2', rules: ['mean', 'sum', 'latest'], given: ['20/4 21/6 0/0', '17/3 30/1 0/0', '19/2 18/5 0/0'] },
  { code: 'M3', rules: ['mean', 'none', 'latest'], given: ['1/1 2/1 0/0', '8/2 6/2 0/0', '3/1 4/1 0/0'] },
  { code: 'S1', rules: ['milestone', 'sum', 'latest'], given: ['0 1 0', '1 2 0', '2 1 0'] },
  { code: 'S2', rules: ['milestone', 'sum', 'latest'], given: ['2 2 0', '0 0 0', '1 0 0'] },
  { code: 'S3', rules: ['milestone', 'none', 'latest'], given: ['0 2 0', '1 1 0', '2 2 0'] },
  { code: 'D1', rules: ['median', 'none', 'none'], given: ['3/5 4/6 0/0', '1/2 2/2 0/0', '2.5/9 6/1 0/0'] },
  { code: 'D2', rules: ['median', 'none', 'none'], given: ['30/5 41/6 0/0', '11/2 2/2 0/0', '25/9 60/1 0/0'] },
  { code: 'D3', rules: ['median', 'none', 'none'], given: ['0/5 0/6 0/0', '7/2 7/2 0/0', '1/9 0/1 0/0'] },
]

let world: World

beforeAll(() => {
  world = new World('2021-Q2').breakdown('sex', [...CATEGORIES])
  for (const slug of AREAS) world.place(slug)
  for (const { code, rules, given } of TRIED) {
    const schemes: Scheme[] = [{ kind: 'primary', breakdowns: ['sex'] }]
    const stages = rules[0] === 'milestone' ? { targetStage: 1, stages: STAGES } : {}
    world.indicator(code, { name: code, rules, scale: rules[0] === 'ratio' ? 100 : 1, schemes, ...stages })
    const rows = [...given]
    AREAS.forEach((slug, area) => {
      world.assign(code, slug)
      QUARTERS.forEach((quarter, nth) => {
        if (area === SILENT.area && nth === SILENT.quarter) return
        const values = rows.shift()!.split(' ').map(typed)
        world.fact([code, slug, quarter], Object.fromEntries(CATEGORIES.map((one, i) => [`sex=${one}`, values[i]!])))
      })
    })
  }
  world.lasts('2021-Q2', '2021-Q3', 1)
})
afterAll(() => {
  world.db.$client.close()
})

describe.each(TRIED)('$code ($rules) by category', (tried) => {
  it('is the same in the database, the table, the picture and the file', () => {
    const wanted: Numbers = Object.fromEntries(
      QUARTERS.flatMap((quarter, nth) =>
        CATEGORIES.map((one) => [at(NAMES[nth]!, one), fromDatabase(world, tried, { quarter, cell: `sex=${one}` })]),
      ),
    )
    const numbers = Object.values(wanted).filter((value) => value !== null)
    expect(numbers.length).toBe(tried.rules[1] === 'none' ? 0 : ['count', 'milestone'].includes(tried.rules[0]) ? 6 : 4)
    expect(close(inTable(world, tried, 'by-sex'))).toEqual(close(wanted))
    expect(inCsv(world, tried, 'by-sex')).toEqual(inTable(world, tried, 'by-sex'))
    expect(inPicture(world, tried, 'by-sex')).toEqual(tried.rules[1] === 'none' ? {} : inTable(world, tried, 'by-sex'))
  })

  it.each(AREAS)('of %s alone is so too', (area) => {
    const wanted: Numbers = Object.fromEntries(
      QUARTERS.flatMap((quarter, nth) =>
        CATEGORIES.map((one) => [
          at(NAMES[nth]!, one),
          fromDatabase(world, tried, { quarter, area, cell: `sex=${one}` }),
        ]),
      ),
    )
    expect(Object.values(wanted).some((value) => value !== null)).toBe(true)
    const province = { province: area }
    expect(close(inTable(world, tried, 'by-sex', province))).toEqual(close(wanted))
    expect(inCsv(world, tried, 'by-sex', province)).toEqual(inTable(world, tried, 'by-sex', province))
    expect(inPicture(world, tried, 'by-sex', null, province)).toEqual(inTable(world, tried, 'by-sex', province))
  })
})

it('is the same in Excel, in the table as it is shown and figure by figure, of the project and of each area', async () => {
  const wanted = TRIED.flatMap((tried) => [
    { tried, id: 'by-sex' },
    ...AREAS.map((area) => ({ tried, id: 'by-sex', query: { province: area } })),
  ])
  for (const { tried, id, query, shown, figures } of await inXlsx(world, wanted, STAGES)) {
    const page = close(inTable(world, tried, id, query))
    expect([tried.code, query, close(figures)]).toEqual([tried.code, query, page])
    expect([tried.code, query, close(shown)]).toEqual([tried.code, query, page])
  }
})
