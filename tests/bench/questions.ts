import type { Db } from '../../db/connection.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { quartersIn } from '../../src/calendar/span.ts'
import { ask } from '../../src/figures/ask.ts'
import type { Question } from '../../src/figures/question.ts'
import { places } from '../../src/places/store.ts'

/** What the overview asks: every indicator, the project and each province, the last quarter and to date. */
export function overviewOf(db: Db, first: number, last: number): Question {
  return {
    indicators: '*',
    groups: [{ key: 'all', places: '*' }, ...provincesOf(db)],
    spans: [
      { key: 'last quarter', from: last, to: last },
      { key: 'to date', from: first, to: last },
    ],
  }
}

/** What a chart asks: one indicator by quarter, the project and each province. */
export function trendOf(db: Db, code: string, first: number, last: number): Question {
  return {
    indicators: [code],
    groups: [{ key: 'all', places: '*' }, ...provincesOf(db)],
    spans: quartersIn({ from: first, to: last }).map((quarter) => ({
      key: quarterCode(quarter),
      from: quarter,
      to: quarter,
    })),
  }
}

function provincesOf(db: Db): Question['groups'] {
  return places(db)
    .list.filter(({ level, validTo }) => level === 'province' && validTo !== '1990-01-01')
    .flatMap(({ slug, validFrom }) => (validFrom > '2022' ? [] : [{ key: slug, places: [slug] }]))
}

/** Every figure of a question, read and worked out from nothing kept: inside a transaction nothing is. */
export function askedAnew(db: Db, question: Question, now: number): unknown[] {
  return db.tx(() => [...ask(db, question, now)])
}
