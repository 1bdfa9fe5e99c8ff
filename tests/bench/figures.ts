import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Db, open } from '../../db/open.ts'
import { loadPilot } from '../../fixtures/load.ts'
import type { Question } from '../../src/figures/question.ts'
import { ask } from '../../src/figures/store.ts'
import { approveFacts } from '../../src/figures/store-approval.ts'
import { rebuildTally } from '../../src/figures/store-tally.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { quarterCode, quarterOf, quartersIn } from '../../src/periods/period.ts'
import { places } from '../../src/places/store.ts'
import { root } from '../../src/root.ts'
import { extraCells, OVERVIEW_BY_HAND, OVERVIEW_FROM_TALLY, TREND_BY_HAND } from './by-hand.ts'
import { atMost, type Line, median, medians, megabytes, ms } from './measure.ts'
import { FIRST, generate, type Loaded, NATIONAL, type Size } from './national.ts'

const NOW = Date.UTC(2022, 0, 19, 12)
const PILOT = { first: quarterOf(2019, 1), last: quarterOf(2021, 3) }

/** Reads of the pilot against the same sums as one statement written by hand. */
export function benchPilot(): Line[] {
  const db = open(':memory:', join(root, 'db/migrations'))
  loadPilot(db, { now: NOW, passwordHash: () => '' })
  rebuildTally(db)
  const overview = overviewOf(db, PILOT.first, PILOT.last)
  const bound = { ...PILOT, extra: extraCells(db) }
  const byHand = db.$client.prepare(OVERVIEW_BY_HAND).raw()
  const [asked, hand] = medians(
    () => [...ask(db, overview, NOW)],
    () => byHand.all(bound),
  )
  const latest = JSON.stringify(indicatorsAsAt(db).flatMap(({ id, overTime }) => (overTime === 'latest' ? [id] : [])))
  const fromTally = db.$client.prepare(OVERVIEW_FROM_TALLY).raw()
  const floor = median(() => fromTally.all({ ...PILOT, latest }))
  const trend = trendOf(db, 'V3', PILOT.first, PILOT.last)
  const indicator = indicatorsAsAt(db).find(({ code }) => code === 'V3')!.id
  const trendByHand = db.$client.prepare(TREND_BY_HAND).raw()
  const [line, lineByHand] = medians(
    () => [...ask(db, trend, NOW)],
    () => trendByHand.all({ ...bound, indicator }),
  )
  const asAt = median(() => [...ask(db, { ...overview, asAt: NOW }, NOW)])
  const figures = [...ask(db, overview, NOW)].length
  db.$client.close()
  return [
    atMost(
      `overview of the pilot (${figures} figures) : same sums by hand`,
      asked / hand,
      2,
      `${ms(asked)} : ${ms(hand)}`,
    ),
    atMost(
      "one chart's quarters by province : same sums by hand",
      line / lineByHand,
      2,
      `${ms(line)} : ${ms(lineByHand)}`,
    ),
    { what: 'for comparison: those sums by hand from the tally, no figures made', result: ms(floor) },
    { what: 'the same overview as at an instant, from the facts', result: ms(asAt) },
  ]
}

/** How reading, approving and keeping grow from 5 communes to every one of the country. Takes minutes and gigabytes. */
export function benchNational(): Line[] {
  const folder = mkdtempSync(join(tmpdir(), '3p-national-'))
  try {
    const sizes: Size[] = [{ ...NATIONAL, provinces: 5, communes: 5 }, { ...NATIONAL, communes: 500 }, NATIONAL]
    const grown = sizes.map((size) => measured(join(folder, `${size.communes}.db`), size))
    const [small, large] = [grown[0]!, grown.at(-1)!]
    return [
      ...grown.flatMap(({ lines }) => lines),
      atMost(
        'saving and approving 480 values : at pilot size',
        large.approving / small.approving,
        2,
        `${ms(large.approving)} : ${ms(small.approving)}`,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function measured(file: string, size: Size): { lines: Line[]; approving: number } {
  const made = generate(file, size)
  const { db } = made
  const last = FIRST + size.quarters - 1
  const of = `${size.communes} communes`
  const few = <T>(work: () => T) => median(work, 5, 2)
  const overview = overviewOf(db, FIRST, last)
  const page = () => [
    [...ask(db, trendOf(db, 'N1', FIRST, last), NOW)],
    [...ask(db, { ...trendOf(db, 'N1', FIRST, last), by: ['sex'] }, NOW)],
  ]
  const times = [few(() => [...ask(db, overview, NOW)]), few(page)] as const
  const bar = { bar: '< 1 s' }
  const lines: Line[] = [
    loading(made, of),
    {
      what: `${of}: overview, ${[...ask(db, overview, NOW)].length} figures`,
      result: ms(times[0]),
      ...bar,
      met: times[0] < 1000,
    },
    { what: `${of}: an indicator's page, by quarter and sex`, result: ms(times[1]), ...bar, met: times[1] < 1000 },
    { what: `${of}: memory of the process after it`, result: megabytes(process.memoryUsage().rss) },
  ]
  const approving = approvingOf(db, last)
  db.$client.close()
  return { lines, approving }
}

function loading({ values, loading: load, tallying, bytes }: Loaded, of: string): Line {
  return {
    what: `${of}: ${(values / 1e6).toFixed(1)} million values loaded, tallied, on disk`,
    result: `${ms(load)}, ${ms(tallying)}, ${megabytes(bytes)}`,
  }
}

/** Milliseconds to change every value of one submission and to approve it again, each as a transaction on disk. */
function approvingOf(db: Db, quarter: number): number {
  const run = (text: string, bound: object = {}) => db.$client.prepare(text).run(bound)
  const place = db.$client.prepare(`select max(id) from place where level = 'commune'`).pluck().get() as number
  run(
    `insert into submission (id, partner_id, place_id, quarter, state, version, changed_at) values (1, :place, :place, :quarter, 'approved', 1, 0)`,
    { place, quarter },
  )
  run(
    `insert into entry (submission_id, indicator_id, cell_id, state, value, base)
     select 1, indicator_id, cell_id, state, value, base from fact
     where quarter = :quarter and place_id = :place and indicator_id in (select id from indicator)`,
    { place, quarter },
  )
  const change = db.$client.prepare('update entry set value = value + 1 where submission_id = 1')
  let now = NOW
  return median(
    () => {
      db.transaction(() => change.run())
      db.transaction(() => approveFacts(db, { submissionId: 1, now: ++now }))
    },
    15,
    5,
  )
}

function overviewOf(db: Db, first: number, last: number): Question {
  return {
    indicators: '*',
    groups: [{ key: 'all', places: '*' }, ...provincesOf(db)],
    spans: [
      { key: 'last quarter', from: last, to: last },
      { key: 'to date', from: first, to: last },
    ],
  }
}

function trendOf(db: Db, code: string, first: number, last: number): Question {
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
