import { expect, it } from 'vitest'
import { loadExamples } from '../../../src/dashboards/examples/load.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { World } from '../../support/world.ts'
import { outline } from '../whole/outline.ts'
import { NOW, phasedPages, smallPages, widePages } from '../whole/small-pages.ts'

/** Every example that a project has, word for word: written anew by `npx vitest run tests/dashboards/examples --update`, and then read. */
const LATER = Date.parse('2022-02-01T09:00:00+07:00')
const worlds = { small: smallPages(), wide: widePages(), phased: phasedPages(), measures: everyMeasure() }

/**
 * One indicator of each way of adding up, in two areas, with a true zero, a division by zero, what one area alone has given, and a value
 * that was corrected.
 */
function everyMeasure(): World {
  const world = new World('2020-Q1').lasts('2020-Q1', '2021-Q4', 1).place('bac').place('nam')
  const RULES = {
    R2: ['ratio', 'sum', 'sum'],
    C1: ['count', 'sum', 'sum'],
    X1: ['count', 'sum', 'none'],
    F1: ['count', 'sum', 'sum'],
    S1: ['count', 'sum', 'latest'],
    L1: ['count', 'sum', 'life'],
    R1: ['ratio', 'sum', 'sum'],
    M1: ['mean', 'sum', 'sum'],
    D1: ['median', 'none', 'none'],
  } as const
  for (const [code, rules] of Object.entries(RULES)) {
    world.indicator(code, { name: `Name of ${code}`, unit: 'persons', rules: [...rules], sensitivity: 2 })
    for (const place of ['bac', 'nam']) world.assign(code, place)
  }
  for (const [nth, quarter] of ['2020-Q4', '2021-Q1', '2021-Q2', '2021-Q3'].entries()) {
    for (const [area, place] of ['bac', 'nam'].entries()) {
      for (const code of ['F1', 'S1', 'L1']) world.fact([code, place, quarter], area === 0 ? 3 + 2 * nth : 4 * nth)
      world.fact(['R1', place, quarter], area === 0 ? [3 + nth, 10] : [0, 0])
      world.fact(['M1', place, quarter], [6 + nth + area, 4]).fact(['D1', place, quarter], [5 + nth, 7])
    }
  }
  // Fewer than both: one area alone, and each quarter another one.
  world.fact(['C1', 'bac', '2021-Q2'], 5).fact(['C1', 'nam', '2021-Q3'], 8).fact(['X1', 'nam', '2021-Q3'], 2)
  for (const [place, given] of Object.entries({ bac: [6, 10], nam: [9, 30] } as const))
    world.fact(['R2', place, '2021-Q3'], [...given])
  const corrected = Date.parse('2021-10-20T09:00:00+07:00')
  world.run(
    "update fact set approved_to = ? where quarter = 8086 and value = 9 and indicator_id = (select id from indicator where code = 'F1')",
    corrected,
  )
  world.fact(['F1', 'bac', '2021-Q3'], 12, { from: corrected })
  return world.target('F1', '*', 2021, 60).target('R2', '*', 2021, 0.8)
}

it.each(Object.entries(worlds))('of the %s project', async (name, { db }) => {
  const examples = loadExamples(db, wordsFor('en', PILOT_TERMS), name === 'small' ? NOW : LATER)
  await expect(`${outline(JSON.parse(JSON.stringify(examples))).trimStart()}\n`).toMatchFileSnapshot(`said/${name}.txt`)
})

it('of a sum over many areas names six and counts all others, also those that were not looked through for it', () => {
  const world = new World('2020-Q1').lasts('2020-Q1', '2021-Q4', 1)
  const areas = Array.from({ length: 20 }, (_, nth) => `area-${nth + 1}`)
  for (const area of areas) world.place(area)
  world.indicator('F1', { name: 'Name of F1', unit: 'persons', rules: ['count', 'sum', 'sum'] })
  for (const area of areas) world.assign('F1', area).fact(['F1', area, '2021-Q3'], 2)
  const said = JSON.stringify(loadExamples(world.db, wordsFor('en', PILOT_TERMS), LATER))
  expect(said).toMatch(/Name of F1, Q3 2021: (?:[^+=]+ 2 \+ ){6}14 more = 40 persons/)
})
