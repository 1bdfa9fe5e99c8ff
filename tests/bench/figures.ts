import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Db } from '../../db/connection.ts'
import { open } from '../../db/open.ts'
import { loadPilot } from '../../fixtures/load.ts'
import { figureRows } from '../../src/api/figures/row.ts'
import { quarterOf } from '../../src/calendar/quarter.ts'
import { root } from '../../src/config/root.ts'
import { approveFacts } from '../../src/figures/approve.ts'
import { ask } from '../../src/figures/ask.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { extraCells, OVERVIEW_BY_HAND, OVERVIEW_FROM_TALLY, TREND_BY_HAND } from './by-hand.ts'
import { FIRST, generate, type Loaded, NATIONAL, type Size } from './country/national.ts'
import type { NationalReads } from './country/read-national.ts'
import { atMost, type Line, median, medians, megabytes, ms } from './measure.ts'
import { askedAnew, overviewOf, trendOf } from './questions.ts'

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
    () => askedAnew(db, overview, NOW),
    () => byHand.all(bound),
  )
  const latest = JSON.stringify(indicatorsAsAt(db).flatMap(({ id, overTime }) => (overTime === 'latest' ? [id] : [])))
  const fromTally = db.$client.prepare(OVERVIEW_FROM_TALLY).raw()
  const floor = median(() => fromTally.all({ ...PILOT, latest }))
  const trend = trendOf(db, 'V3', PILOT.first, PILOT.last)
  const indicator = indicatorsAsAt(db).find(({ code }) => code === 'V3')!.id
  const trendByHand = db.$client.prepare(TREND_BY_HAND).raw()
  const [line, lineByHand] = medians(
    () => askedAnew(db, trend, NOW),
    () => trendByHand.all({ ...bound, indicator }),
  )
  const again = median(() => [...ask(db, overview, NOW)])
  const asAt = median(() => [...ask(db, { ...overview, asAt: NOW }, NOW)])
  const rows = median(() => [...figureRows(ask(db, overview, NOW))].map((row) => JSON.stringify(row)))
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
    { what: 'the same overview again, nothing written meanwhile', result: ms(again) },
    { what: 'the same again as rows of JSON, as programs get them', result: ms(rows) },
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
  made.db.$client.close()
  const read = readApart(file)
  const of = `${size.communes} communes`
  const bar = { bar: '< 1 s' }
  const lines: Line[] = [
    loading(made, of),
    { what: `${of}: overview, ${read.figures} figures`, result: ms(read.overview), ...bar, met: read.overview < 1000 },
    { what: `${of}: an indicator's page, by quarter and sex`, result: ms(read.page), ...bar, met: read.page < 1000 },
    { what: `${of}: memory of a process that has done both`, result: megabytes(read.memory) },
  ]
  const db = open(file, join(root, 'db/migrations'))
  const approving = approvingOf(db, FIRST + size.quarters - 1)
  db.$client.close()
  return { lines, approving }
}

/** Reads in a process of its own, so that its memory is that of reading. */
function readApart(file: string): NationalReads {
  const tsx = join(root, 'node_modules/.bin/tsx')
  const reader = join(root, 'tests/bench/country/read-national.ts')
  return JSON.parse(execFileSync(tsx, [reader, file], { encoding: 'utf8' })) as NationalReads
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
    `insert into submission (id, partner_id, place_id, quarter, state, version, changed_at)
     select 1, max(partner_id), :place, :quarter, 'approved', 1, 0 from assignment where place_id = :place`,
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
      db.tx(() => change.run())
      db.tx(() => approveFacts(db, { submissionId: 1, now: ++now }))
    },
    15,
    5,
  )
}
