import { expect, it } from 'vitest'
import { wordsFor } from '../../../src/language/words.ts'
import { renderFragment } from '../../../src/web/views/fragment.ts'

const shown = (count: number) =>
  renderFragment(
    'dashboards/others',
    { others: Array.from({ length: count }, (_, nth) => ({ href: `/p/${nth}`, label: `P ${nth}`, here: nth === 1 })) },
    wordsFor('en'),
  ).bytes.toString()

it('the other provinces stand in sight as long as they are few; a whole country is folded, and all of it is there', () => {
  expect(shown(12)).not.toContain('<details')
  expect(shown(34)).toMatch(/<details class="others"><summary>[^<]+<small>34<\/small><\/summary>/)
  for (const count of [12, 34]) {
    expect(shown(count).match(/<li><a href="\/p\/\d+"/g)).toHaveLength(count)
    expect(shown(count).match(/aria-current="page"/g)).toHaveLength(1)
  }
})
