import type { Query } from '../../../src/dashboards/choice.ts'
import type { Request } from '../../../src/dashboards/load.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { PILOT_TERMS } from '../../language/pilot-terms.ts'
import { World } from '../../support/world.ts'

export const NOW = Date.parse('2021-11-01T09:00:00+07:00')
/**
 * Three provinces and four indicators from 2020-Q1 on, reported to 2021-Q3: clients by sex (V1, two provinces, one of which
 * has not reported the last quarter), a ratio of one province (P1), meetings that can't be added over reporters (X1), and
 * a stage (V2). Ha Tinh owes nothing.
 */
export function smallPages() {
  const world = new World('2020-Q1')
    .place('hai-phong')
    .place('nghe-an')
    .place('ha-tinh')
    .breakdown('sex', ['female', 'male', 'not-recorded'])
    .indicator('V1', { name: 'Clients', unit: 'persons', schemes: [{ kind: 'primary', breakdowns: ['sex'] }] })
    .indicator('P1', { name: 'Pupils who know', unit: 'pupils', rules: ['ratio', 'sum', 'sum'], scale: 100 })
    .indicator('X1', { name: 'Meetings', unit: 'meetings', rules: ['count', 'none', 'sum'] })
    .indicator('V2', {
      name: 'Stage of the law',
      rules: ['milestone', 'sum', 'latest'],
      targetStage: 2,
      stages: ['none', 'drafted', 'issued'],
    })
    .component('prevention', ['P1'])
    .component('protection', ['V1', 'V2'])
    .assign('V1', 'hai-phong')
    .assign('V1', 'nghe-an')
    .assign('X1', 'hai-phong')
    .assign('X1', 'nghe-an')
    .assign('P1', 'hai-phong')
    .assign('V2', 'nghe-an')
    .named("hai-phong's", 'Union of Hai Phong')
    .named("nghe-an's", 'Office of Nghe An')
  world.lasts('2020-Q1', '2021-Q4', 1)
  for (const quarter of ['2020-Q4', '2021-Q1', '2021-Q2', '2021-Q3']) {
    world.fact(['V1', 'hai-phong', quarter], { 'sex=female': 30, 'sex=male': 10, 'sex=not-recorded': 0 })
    world
      .fact(['P1', 'hai-phong', quarter], [9, 20])
      .fact(['X1', 'hai-phong', quarter], 3)
      .fact(['X1', 'nghe-an', quarter], 4)
    world.fact(['V2', 'nghe-an', quarter], quarter === '2021-Q3' ? 1 : 0)
    if (quarter !== '2021-Q3') world.fact(['V1', 'nghe-an', quarter], { 'sex=female': 1200, 'sex=male': 2 })
  }
  return world.target('V1', '*', 2021, 5000).target('V1', 'hai-phong', 2021, 200)
}

/**
 * A project in two phases with a pause between them, one province in it: clients each quarter (V1), a survey of each half-year
 * (H1), a number of each year (Y1), and visits that nobody was asked for any more in the second phase (R1).
 */
export function phasedPages() {
  const world = new World('2019-Q1')
    .lasts('2019-Q1', '2022-Q4', 1)
    .phase('one', '2019-Q1', '2020-Q2', 1)
    .phase('two', '2021-Q1', '2022-Q4', 1)
    .place('hai-phong')
    .indicator('V1', { name: 'Clients', unit: 'persons' })
    .indicator('H1', { name: 'Callers', unit: 'persons', frequency: 'half-yearly' })
    .indicator('Y1', { name: 'Trainees', unit: 'persons', frequency: 'annual' })
    .indicator('R1', { name: 'Visits', unit: 'visits' })
    .component('protection', ['V1', 'R1'])
    .named("hai-phong's", 'Union of Hai Phong')
  for (const code of ['V1', 'H1', 'Y1']) world.assign(code, 'hai-phong')
  world.assign('R1', 'hai-phong', "hai-phong's", '2019-Q1', '2020-Q2')
  const given = {
    V1: ['2020-Q1', '2021-Q3', '2021-Q4'],
    H1: ['2020-Q2', '2021-Q2', '2021-Q4'],
    Y1: ['2019-Q4', '2021-Q4'],
  }
  for (const [code, quarters] of Object.entries(given))
    for (const [nth, quarter] of quarters.entries()) world.fact([code, 'hai-phong', quarter], 20 + 5 * nth)
  return world.fact(['R1', 'hai-phong', '2020-Q1'], 7).target('Y1', '*', 2021, 30)
}

/**
 * More areas than lines can be told apart, and more categories than can be stacked: services of ten provinces by form (S1), and an
 * index of them that cannot be added over time (N1). Targets of the provinces do not add up to the project's.
 */
export function widePages() {
  const forms = ['legal', 'health', 'school', 'shelter', 'work', 'travel', 'papers', 'not-recorded']
  const world = new World('2021-Q1')
    .lasts('2021-Q1', '2021-Q4', 1)
    .breakdown('form', forms)
    .indicator('S1', { name: 'Services', unit: 'services', schemes: [{ kind: 'primary', breakdowns: ['form'] }] })
    .indicator('N1', { name: 'Index', unit: 'points', rules: ['count', 'sum', 'none'] })
  for (let nth = 1; nth <= 10; nth++) {
    const place = `area-${nth}`
    world.place(place).assign('S1', place).assign('N1', place).named(`${place}'s`, `Office of ${place}`)
    world.target('S1', place, 2021, 400)
    for (const [later, quarter] of ['2021-Q1', '2021-Q2', '2021-Q3'].entries()) {
      if (nth > 6 && later === 2) continue
      const given = Object.fromEntries(forms.map((form, of) => [`form=${form}`, nth + of * (later + 1)]))
      world.fact(['S1', place, quarter], given).fact(['N1', place, quarter], 10 * nth + later)
    }
  }
  return world.component('protection', ['S1', 'N1']).target('S1', '*', 2021, 5000)
}

/** A request of a page, by somebody who reads English unless it says otherwise. */
export function request(world: World, query: Query = {}, now = NOW, words = wordsFor('en', PILOT_TERMS)): Request {
  return { db: world.db, words, now, query }
}
