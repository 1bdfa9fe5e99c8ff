import { expect, it } from 'vitest'
import { nameOn } from '../../src/partners/partner.ts'
import { partnerNamed } from './reporters.ts'

const renamed = partnerNamed(1, 'union', [
  ['First', '2019-01-01'],
  ['Second', '2020-07-01'],
  ['Third', '2021-01-01'],
])

it.each([
  ['2018-12-31', 'First'],
  ['2019-01-01', 'First'],
  ['2020-06-30', 'First'],
  ['2020-07-01', 'Second'],
  ['2030-01-01', 'Third'],
])('on %s a partner goes by the name it had then, before all of them by its first: %s', (day, name) => {
  expect(nameOn(renamed, day).name.en).toBe(name)
  expect(nameOn({ names: [...renamed.names].reverse() }, day).name.en).toBe(name)
})

it('a partner without a name is a fault of the file', () => {
  expect(() => nameOn({ names: [] }, '2020-01-01')).toThrow('a partner without a name')
})
