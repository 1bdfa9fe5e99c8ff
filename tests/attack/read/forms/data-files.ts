import type { DATA_KEYS } from '../../../../src/attack/read/data-sheet.ts'
import { type Key, wordsFor } from '../../../../src/language/words.ts'
import type { Language } from '../../../../src/vocabulary/language.ts'

type DataKey = (typeof DATA_KEYS)[number]

/** What must stand in a row of *Data*, in the order of the lines below. */
export const KEYS: readonly DataKey[] = [
  ...(['ref', 'measure', 'place', 'period', 'first', 'last', 'by', 'category', 'value', 'n', 'd', 'mark'] as const),
]
/** Twenty clients of the whole project, and those of a province, which are hidden. */
export const TWENTY = 'V3,count,Whole project,2021,2021-01-01,2021-12-31,,Total,20,,,'
export const HIDDEN = 'V3,count,Hà Tĩnh,2021,2021-01-01,2021-12-31,,Total,,,,[c]'

export const heading = (key: DataKey, language: Language = 'en') =>
  wordsFor(language).t(`releases:workbook.column.${key}` as Key)

/** The heads of a CSV file for programs: keys, those in words with their language. */
export const headFor = (languages: readonly Language[], without?: DataKey) => {
  const worded: readonly DataKey[] = ['measure', 'place', 'period', 'by', 'category']
  return KEYS.filter((key) => key !== without)
    .flatMap((key) => (worded.includes(key) ? languages.map((one) => `${key}-${one}`) : key))
    .join(',')
}
