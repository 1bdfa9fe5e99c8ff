import { expect, it } from 'vitest'
import type { Query } from '../../../src/dashboards/choice.ts'
import { areasPage } from '../../../src/dashboards/lists/areas-page.ts'
import { componentsPage } from '../../../src/dashboards/lists/components-page.ts'
import { indicatorsPage } from '../../../src/dashboards/lists/indicators-page.ts'
import { loadList } from '../../../src/dashboards/lists/load.ts'
import type { ListView } from '../../../src/dashboards/lists/view.ts'
import { World } from '../../support/world.ts'
import { outline } from '../whole/outline.ts'
import { NOW, request, smallPages } from '../whole/small-pages.ts'

/** A list, word for word: written anew by `npx vitest run tests/dashboards/lists --update`, and then read. */
const small = smallPages()

/** Four areas far from their plan in several things, more and less; one of them has become another. */
function behind(): World {
  const world = new World('2020-Q1').place('bac').place('trung').place('nam').place('cu', { to: '2021-01-01' })
  world.succession('cu', 'nam', '2021-01-01')
  for (const code of ['A1', 'A2', 'A3', 'A4']) {
    world.indicator(code, { name: `Name of ${code}`, unit: 'persons' })
    for (const place of ['bac', 'trung', 'nam', 'cu']) world.assign(code, place)
  }
  world.component('prevention', ['A1', 'A2']).component('protection', ['A3']).lasts('2020-Q1', '2021-Q4', 1)
  const given = { bac: [40, 60, 20, 50], trung: [100, 100, 100, 60], nam: [100, 95, 100, 100] }
  for (const [place, amounts] of Object.entries(given))
    for (const [nth, amount] of amounts.entries()) {
      world.fact([`A${nth + 1}`, place, '2021-Q3'], amount)
      world.target(`A${nth + 1}`, place, 2021, 120)
    }
  return world
}

it.each<[name: string, make: (view: ListView) => object, query: Query, of?: World]>([
  ['indicators', indicatorsPage, { quarter: '2021-Q3' }],
  ['components', componentsPage, { quarter: '2021-Q3', basis: 'provisional' }],
  ['areas', areasPage, { quarter: '2021-Q3' }],
  ['areas-by-pace', areasPage, { quarter: '2021-Q3', sort: 'pace' }, behind()],
  ['areas-of-a-component', areasPage, { quarter: '2021-Q3', component: 'prevention' }, behind()],
  ['indicators-behind', indicatorsPage, { quarter: '2021-Q3' }, behind()],
])('%s', async (name, make, query, of = small) => {
  const model = make(loadList(request(of, query, NOW))!)
  await expect(`${outline(JSON.parse(JSON.stringify(model))).trimStart()}\n`).toMatchFileSnapshot(`said/${name}.txt`)
})
