import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import type { Request } from '../../../src/dashboards/load.ts'
import { loadOverviewTable } from '../../../src/dashboards/overview/load.ts'
import { tablePage } from '../../../src/dashboards/overview/table/page.ts'
import { gapIn } from '../../../src/disclosure/publishable.ts'
import { isHiddenByRule } from '../../../src/disclosure/suppress.ts'
import { Answer } from '../../../src/figures/answer.ts'
import { wordsFor } from '../../../src/language/words.ts'
import { termsOf } from '../../../src/project/store.ts'
import { spanKey } from '../../../src/releases/content/layout.ts'
import { prospectFor } from '../../../src/releases/prospective/begin-protecting.ts'
import type { ProspectiveReport } from '../../../src/releases/prospective/prospective.ts'
import { runningOn } from '../../releases/making.ts'
import { DEMO_NOW, demoDb } from '../../support/demo.ts'
import { everyOutput, type Outputs } from './outputs.ts'

const DONOR = 'uk-home-office'
/** A part of the pilot's story: its first report hides as much of what it shows as a later one. */
const UP_TO = quarterOf(2019, 4)
const original = Answer.prototype.figure

let db: Db
let report: ProspectiveReport
let seen: Outputs

beforeAll(async () => {
  db = demoDb(UP_TO)
  const running = runningOn(db)
  expect(prospectFor(running, DONOR, null)).toEqual({ progress: { done: 0, of: 0 } })
  await running.jobs.settled()
  const prospect = prospectFor(running, DONOR, null)
  if (!('report' in prospect)) throw new Error(JSON.stringify(prospect))
  report = prospect.report
  seen = everyOutput(asDonor(report))
})
afterEach(() => {
  Answer.prototype.figure = original
})

function asDonor(of: ProspectiveReport): Request {
  const words = wordsFor('en', termsOf(db))
  return { db, words, now: DEMO_NOW, query: { donor: DONOR }, prospects: () => ({ report: of }) }
}

/** Every number of the project another one. */
function disturb(): void {
  Answer.prototype.figure = function (this: Answer, ...of) {
    const figure = original.apply(this, of)
    const other = (one: number | undefined) => (one === undefined ? {} : one * 3 + 1000)
    const { value, numerator, denominator, n } = figure
    return {
      ...figure,
      value: value === null ? null : value * 3 + 1000,
      ...(numerator === undefined ? {} : { numerator: other(numerator) as number }),
      ...(denominator === undefined ? {} : { denominator: other(denominator) as number }),
      ...(n === undefined ? {} : { n: other(n) as number }),
    }
  }
}

describe('as a donor would see it', () => {
  it('no page and no file holds anything that is made of another number than those of the report', () => {
    disturb()
    // Nothing that was kept of the pages before may answer for them.
    const others = everyOutput(asDonor({ ...report }))
    expect(seen.pages.size).toBeGreaterThan(400)
    for (const [name, output] of seen.pages) expect(others.pages.get(name) === output, name).toBe(true)
  })

  it('would be seen to, if a page looked past the report', () => {
    const asStaff = () => ({ db, words: wordsFor('en', { ...termsOf(db) }), now: DEMO_NOW, query: {} })
    const table = () => JSON.stringify(tablePage(loadOverviewTable(asStaff())!))
    const before = table()
    disturb()
    expect(table()).not.toBe(before)
  })

  it('every figure of every table is the report’s, hidden where it hides it, and outside where it has none', () => {
    const found = { shown: 0, confidential: 0, outside: 0 }
    for (const { cells } of seen.tables)
      for (const { ref, period, shown } of cells.flat()) {
        if (gapIn(shown) === 'not due') continue
        const by = ref.cell === '' || ref.cell === '?' ? null : ref.cell.split('=')[0]!
        if (ref.cell === '?') continue
        const place = [ref.indicator, ref.group, spanKey(period), ref.cell, by ?? ''].join('|')
        const published = report.shown.get(place)
        if (published?.kind === 'figure' && shown.kind === 'figure') {
          expect([shown.figure.value, shown.figure.state], place).toEqual([
            published.figure.value,
            published.figure.state,
          ])
          found.shown++
        } else {
          expect(gapIn(shown), place).toBe(published ? 'confidential' : 'outside')
          found[published ? 'confidential' : 'outside']++
        }
      }
    for (const count of Object.values(found)) expect(count).toBeGreaterThan(50)
  })

  it('no small count of people is shown anywhere', () => {
    let counted = 0
    for (const { indicator, cells } of seen.tables.filter((one) => one.indicator.sensitivity > 0))
      for (const { shown } of cells.flat())
        if (shown.kind === 'figure') {
          expect(isHiddenByRule(shown.figure, indicator, report.release.threshold)).toBe(false)
          counted++
        }
    expect(counted).toBeGreaterThan(50)
  })

  it('everything that leaves a page says as whom it is seen', () => {
    for (const { seenAs } of seen.tables) expect(seenAs?.en).toContain('As UK Home Office')
    for (const [name, output] of seen.pages)
      if (name !== 'changes' || output !== '') expect(output, name).toMatch(/UK Home Office/)
  })
})
