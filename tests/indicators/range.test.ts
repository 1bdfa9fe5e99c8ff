import { expect, it } from 'vitest'
import { rangeText } from '../../src/indicators/in-words.ts'
import type { ValueRange } from '../../src/indicators/indicator.ts'
import { wordsFor } from '../../src/language/words.ts'

it.each<[ValueRange | null, vi: string, en: string]>([
  [{ least: 0, most: 100 }, 'từ 0 đến 100', 'from 0 to 100'],
  [{ least: -0.5, most: 1.25 }, 'từ −0,5 đến 1,25', 'from −0.5 to 1.25'],
  [{ least: -100, most: null }, 'từ −100 trở lên', '−100 or more'],
  [{ least: null, most: 8 }, 'đến 8', 'up to 8'],
  [{ least: null, most: null }, '', ''],
  [null, '', ''],
])('values lie %j', (range, vi, en) => {
  expect([rangeText({ range }, wordsFor('vi')), rangeText({ range }, wordsFor('en'))]).toEqual([vi, en])
})
