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
  'what binary fractions leave behind': {
    written: /\.toPrecision\(|Number\.EPSILON/,
    in: { 'src/language/format.ts': 'the one place that takes it off' },
  },
  'how a measure differs from others, by its name': {
    written: /(?:\bmeasure\)? [!=]== '|case ')(?:count|ratio|mean|milestone|median)'/,
    in: {
      'src/figures/sums.ts': 'its division',
      'src/figures/add-up/add-up.ts': 'its rule over places',
      'src/figures/audit/definitions-again.ts': 'works it out again, by itself',
      'src/figures/audit/second-working.ts': 'works it out again, by itself',
    },
  },
  'who owes what: assignments, as they are read': {
    written: /(?:from|join) assignment\b|\.from\(assignment\)/,
    in: {
      'src/assignments/store.ts': 'its one statement and its one piece of SQL',
      'src/assignments/handover-store.ts': 'rows of the same room, to be changed',
      'src/framework/written/store.ts': 'rows as the lists that they came from',
      'src/figures/audit/store.ts': 'works it out again, by itself',
    },
  },
  'the last day on which a report is on time': {
    written: /select [^`']*\bdue_on\b|usualDueOn\(/,
    in: {
      'src/calendar/due-day.ts': 'the usual one',
      'src/calendar/store.ts': 'that, unless another was set',
      'fixtures/story/submissions.ts': 'sets it',
      'fixtures/story/timeline.ts': 'tells a story around it',
      'fixtures/consular/story/reports.ts': 'tells a story around it',
      'fixtures/national/submissions.ts': 'tells a story around it',
      'fixtures/national/load.ts': 'sets it',
    },
  },
  'below which counts are hidden where nobody says': {
    written: /donor: 5\b|public: 10\b|>= 5`/,
    in: { 'src/vocabulary/release.ts': 'its one place, for database, lists and rule' },
  },
  'the day that spreadsheets count from': {
    written: /\b1899\b/,
    in: { 'src/spreadsheet/serial-day.ts': 'its one name' },
  },
  'what is late, and what was given back': {
    written: /'overdue' \|\||'overdue', 'returned'\]|\|\| [^|\n]*=== 'reopened'|\['returned', 'reopened'\]/,
    in: {
      'src/submissions/submission.ts': 'the one rule of the first; the second follows from the state after a fact',
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
