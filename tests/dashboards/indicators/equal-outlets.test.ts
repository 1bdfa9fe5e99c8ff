import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { World } from '../../support/world.ts'
import { at, close, fromDatabase, inCsv, inPicture, inTable, inXlsx, type Measured, typed } from './outlets.ts'

/**
 * One figure, everywhere the same: what stands in the table of a page, in its picture and in its CSV is what SQL of our own makes of
 * the approved rows, for every cell of three indicators of each measure. Two areas, four quarters; one area was silent once, one said
 * a true zero, a denominator was 0.
 */
const QUARTERS = ['2020-Q4', '2021-Q1', '2021-Q2', '2021-Q3'] as const
const NAMES = ['Q4 2020', 'Q1 2021', 'Q2 2021', 'Q3 2021']
const AREAS = ['hai-phong', 'nghe-an'] as const

type Tried = Measured & { given: string[] }

/** By area, then by quarter, a pair as "value/base"; the second area is silent in the third quarter. */
const TRIED: Tried[] = [
  { code: 'C1', rules: ['count', 'sum', 'sum'], given: ['3 0 12 7', '1200 5 0 1'] },
  { code: 'C2', rules: ['count', 'sum', 'latest'], given: ['30 31 0 8', '4 9 0 16'] },
  { code: 'C3', rules: ['count', 'none', 'sum'], given: ['2 4 6 8', '1 3 0 7'] },
  { code: 'R1', rules: ['ratio', 'sum', 'sum'], given: ['1/3 0/7 0/0 5/6', '2/9 9/9 0/0 1/8'] },
  { code: 'R2', rules: ['ratio', 'sum', 'latest'], given: ['10/30 11/30 12/31 0/0', '3/4 2/4 0/0 4/4'] },
  { code: 'R3', rules: ['ratio', 'none', 'none'], given: ['1/2 1/3 2/3 3/3', '5/7 6/7 0/0 7/7'] },
  { code: 'M1', rules: ['mean', 'sum', 'sum'], given: ['2.5/4 3/1 0.1/3 7/9', '1.75/8 4/3 0/0 9.2/5'] },
  { code: 'M2', rules: ['mean', 'sum', 'latest'], given: ['20/4 21/6 0/0 19/2', '17/3 30/1 0/0 25/4'] },
  { code: 'M3', rules: ['mean', 'none', 'latest'], given: ['1/1 2/1 3/1 4/1', '8/2 6/2 0/0 2/2'] },
  { code: 'S1', rules: ['milestone', 'sum', 'latest'], given: ['0 1 1 2', '0 0 0 1'] },
  { code: 'S2', rules: ['milestone', 'sum', 'latest'], given: ['2 2 2 2', '0 1 0 2'] },
  { code: 'S3', rules: ['milestone', 'none', 'latest'], given: ['0 0 1 1', '1 1 0 2'] },
  { code: 'D1', rules: ['median', 'none', 'none'], given: ['3/5 4/6 2.5/9 6/1', '1/2 2/2 0/0 3/8'] },
  { code: 'D2', rules: ['median', 'none', 'none'], given: ['30/5 41/6 25/9 60/1', '11/2 2/2 0/0 33/8'] },
  { code: 'D3', rules: ['median', 'none', 'none'], given: ['0/5 0/6 1/9 0/1', '7/2 7/2 0/0 0/8'] },
]
const STAGES = ['none', 'drafted', 'issued']
const SILENT = { area: 1, quarter: 2 }

let world: World

beforeAll(() => {
  world = new World('2020-Q4')
  for (const slug of AREAS) world.place(slug)
  for (const { code, rules, given } of TRIED) {
    const stages = rules[0] === 'milestone' ? { targetStage: 1, stages: STAGES } : {}
    world.indicator(code, { name: code, rules, scale: rules[0] === 'ratio' ? 100 : 1, ...stages })
    AREAS.forEach((slug, area) => {
      world.assign(code, slug)
      QUARTERS.forEach((quarter, nth) => {
        const isSilent = area === SILENT.area && nth === SILENT.quarter
        if (!isSilent) world.fact([code, slug, quarter], typed(given[area]!.split(' ')[nth]!))
      })
    })
  }
  world.lasts('2020-Q4', '2021-Q3', 1)
})
afterAll(() => {
  world.db.$client.close()
})

describe.each(TRIED)('$code ($rules)', (tried) => {
  it('of the whole project is the same in the database, the table, the picture and the file', () => {
    const wanted = Object.fromEntries(
      QUARTERS.map((quarter, nth) => [at(NAMES[nth]!, 'Whole project'), fromDatabase(world, tried, { quarter })]),
    )
    expect(close(inTable(world, tried, 'trend'))).toEqual(close(wanted))
    expect(inCsv(world, tried, 'trend')).toEqual(inTable(world, tried, 'trend'))
    const drawn = inPicture(world, tried, 'trend', 'Whole project')
    // What can't be added up has no picture of its own where its areas have one.
    expect(drawn).toEqual(tried.rules[1] === 'none' ? {} : inTable(world, tried, 'trend'))
  })

  it('of each area is the same in the database, the table, the picture and the file', () => {
    const names = Object.keys(inTable(world, tried, 'over-time')).map((key) => key.split(' | ')[1]!)
    const [first, second] = [...new Set(names)] as [string, string]
    const wanted = Object.fromEntries(
      QUARTERS.flatMap((quarter, nth) =>
        [first, second].map((name, area) => [
          at(NAMES[nth]!, name),
          fromDatabase(world, tried, { quarter, area: AREAS[area]! }),
        ]),
      ),
    )
    expect(wanted[at('Q2 2021', second)]).toBeNull()
    expect(Object.values(wanted).filter((value) => value !== null).length).toBeGreaterThan(5)
    expect(close(inTable(world, tried, 'over-time'))).toEqual(close(wanted))
    expect(inCsv(world, tried, 'over-time')).toEqual(inTable(world, tried, 'over-time'))
    expect(inPicture(world, tried, 'over-time', null)).toEqual(inTable(world, tried, 'over-time'))
  })
})

it('is the same in Excel, in each table as it is shown and figure by figure', async () => {
  const wanted = TRIED.flatMap((tried) => ['trend', 'over-time'].map((id) => ({ tried, id })))
  for (const { tried, id, shown, figures } of await inXlsx(world, wanted, STAGES)) {
    const page = close(inTable(world, tried, id))
    expect([tried.code, id, close(figures)]).toEqual([tried.code, id, page])
    // What is said of each figure stands there too.
    expect({ code: tried.code, id, ...close(shown) }).toMatchObject({ code: tried.code, id, ...page })
  }
})
