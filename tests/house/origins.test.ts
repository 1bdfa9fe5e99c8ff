import { describe, expect, it } from 'vitest'
import { filesIn, textOf } from './sources.ts'

/** What is decided in one place: how it looks where it is decided, and who else may write so, and why. */
const ORIGINS = {
  'the sign of a state, and of a change': {
    written: /['"]\[[a-z]\]['"]|[▲▼◌]/,
    in: { 'src/figures/marks.ts': 'the table of marks' },
  },
  'what stands where there is nothing to add': {
    written: /['"`]–['"`]|>–</,
    in: { 'src/language/text.ts': 'its one name', 'src/language/state-words.ts': 'what people type, to be read' },
  },
  'the clock of Viet Nam': {
    written: /Ho_Chi_Minh|\+07:?00|7 \* (?:HOUR|3_?600_?000)/,
    in: { 'src/calendar/day.ts': 'the one UTC+7' },
  },
  'how long a day is': {
    written: /86_400_000|24 \* 3_600_000/,
    in: { 'src/calendar/day.ts': 'its one length', 'db/backup/back-up.ts': 'the database is below the calendar' },
  },
  'a day as text': {
    written: /toISOString\(\)\.slice|T00:00:00/,
    in: { 'src/calendar/day.ts': 'its one form', 'src/language/format.ts': 'a day for Intl to name' },
  },
  'how a number is rounded and written': {
    written: /\.toFixed\(|Intl\.NumberFormat\(|toLocaleString\(/,
    in: {
      'src/language/format.ts': 'the one place',
    },
  },
  'what belongs to no component': {
    written: /['"`]cross-cutting['"`]/,
    in: { 'src/vocabulary/component.ts': 'its one name' },
  },
} as const satisfies Record<string, { written: RegExp; in: Record<string, string> }>

const files = [
  ...['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts')),
  ...filesIn('views', '.eta', '.css'),
]
const code = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
const writing = (pattern: RegExp) => files.filter((file) => pattern.test(code(file))).sort()

describe('one decision, one origin', () => {
  it.each(Object.entries(ORIGINS))('%s', (_, { written, in: origin }) => {
    expect(writing(written)).toEqual(Object.keys(origin).sort())
  })
})
