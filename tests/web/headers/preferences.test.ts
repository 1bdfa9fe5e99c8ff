import { expect, it } from 'vitest'
import { preferencesIn } from '../../../src/web/headers/preferences.ts'

it.each([
  [undefined, []],
  ['', []],
  [' , ,', []],
  ['vi', [['vi', 1]]],
  [
    'vi-VN, en ; q=0.5',
    [
      ['vi-vn', 1],
      ['en', 0.5],
    ],
  ],
  ['text/CSV;header=present;Q=0', [['text/csv', 0]]],
  ['en;q=much', [['en', Number.NaN]]],
  ['en;p=0.1', [['en', 1]]],
  [`${' '.repeat(500)},vi`, []],
])('of %j it is read what is taken, and how gladly', (header, taken) => {
  expect(preferencesIn(header).map(({ value, quality }) => [value, quality])).toEqual(taken)
})
