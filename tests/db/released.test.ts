import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../db/connection.ts'
import { open } from '../../db/open.ts'
import { quarterCode } from '../../src/calendar/quarter.ts'
import { quartersIn } from '../../src/calendar/span.ts'
import { root } from '../../src/config/root.ts'
import { ask } from '../../src/figures/ask.ts'
import { auditFigures } from '../../src/figures/audit/audit-figures.ts'
import { auditTally } from '../../src/figures/tally/audit-store.ts'
import { staleTallies } from '../../src/figures/tally/store.ts'
import { isDueIn, valueSpan } from '../../src/indicators/frequency.ts'
import { indicatorsAsAt } from '../../src/indicators/store.ts'
import { projectCard } from '../../src/project/store.ts'
import { readLedger } from '../../src/releases/protection/ledger-store.ts'
import { listReleases, previewOf, workbookPlanOf } from '../../src/releases/store.ts'
import { writeXlsx } from '../../src/releases/workbook/write-xlsx.ts'
import { type ReleasedFigure, releasedFigures, rowsIn, type Tables, tablesOf, writeReleased } from './released.ts'

/** The instant at which the story of the file begins to be told, and the one at which its figures were asked for. */
const FIRST_AS_AT = Date.parse('2021-03-20T09:00:00+07:00')
const ASKED_AT = FIRST_AS_AT + 9 * 3_600_000

/** Columns that today's code has elsewhere or no longer has, with the migration that says what became of them. */
const GONE: Record<string, string> = {
  'project.donor_vi': '0016: donor.name_vi',
  'project.donor_en': '0016: donor.name_en',
  'release.failure': '0004: failure_code, failure_about',
  'session.data': '0005: nothing; a notice travels with its browser, a form token is made of secrets',
  'stage.indicator_id': '0006: stage.definition_id',
  'survey_round.indicator_id': '0006: survey_round.definition_id',
  'indicator_definition.valid_from': '0006: known_from',
  'indicator_definition.valid_to': '0006: known_to',
  'scheme.valid_from': '0006: from_quarter',
  'scheme.valid_to': '0006: to_quarter',
  'category.name_vi': '0006: category_definition',
  'category.name_en': '0006: category_definition',
  'category.position': '0006: category_definition',
}

/** What was a column of the row itself, and is known from an instant to an instant today. */
const STANDS_IN: Record<string, string> = {
  place: 'place join place_definition on place_id = id and known_to is null',
  project: 'project join project_quarters on known_to is null',
}

let folder: string
let file: string
let before: Tables
let db: Db
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'released-'))
  file = join(folder, 'data.db')
  writeReleased(file)
  before = tablesOf(file)
  db = open(file, join(root, 'db/migrations'))
})
afterAll(() => {
  db.$client.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a database of a released version', () => {
  it('holds what there is to lose', () => {
    const counts = Object.fromEntries([...before].map(([name, { rows }]) => [name, rows.length]))
    const empty = Object.keys(counts).filter((name) => counts[name] === 0)
    expect(empty).toEqual(['tally_keeping', 'tally_stale'])
    expect(counts).toMatchObject({ fact: 11043, closing: 9, release: 3 })
  })

  it('is opened and has every row with every value it had', () => {
    for (const [table, { columns, rows }] of before) {
      const kept = columns.filter((column) => GONE[`${table}.${column}`] === undefined)
      const at = kept.map((column) => columns.indexOf(column))
      const rowsBefore = rows.map((row) => at.map((column) => row[column]))
      expect(inOrder(rowsIn(file, STANDS_IN[table] ?? table, kept)), table).toEqual(inOrder(rowsBefore))
    }
  })

  it('is sound, and every key leads somewhere', () => {
    expect(db.$client.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.$client.pragma('foreign_key_check')).toEqual([])
    expect(db.$client.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it('has a summary of its facts that still agrees with them', () => {
    expect(staleTallies(db).size).toBe(0)
    expect(auditTally(db)).toEqual([])
  })

  it('answers every question as the version that wrote it did', () => {
    const answers = new Map([
      ['approved', answersOf({})],
      ['as at the first release', answersOf({ asAt: FIRST_AS_AT })],
      ['provisional', answersOf({ basis: 'provisional' })],
    ])
    const released = releasedFigures()
    expect(released).toHaveLength(44 * 6 * 10 * 3)
    const differing = released.filter((line) => {
      const [reading, indicator, group, span] = line
      const { state, value, coverage, flags, ...rest } = answers.get(reading)!.figure(indicator, group, span)
      const numbers = [rest.numerator, rest.denominator, rest.n, rest.of].map((number) => number ?? null)
      // The version that wrote it did not say what was restated; all else it said is said again.
      const then = flags.filter((flag) => flag !== 'revised')
      const again = [reading, indicator, group, span, state, value, ...numbers, coverage, then, rest.why ?? null]
      return JSON.stringify(again) !== JSON.stringify(line)
    })
    // A period that cuts the spans of values can't be formed: the version that wrote it put a year's value under its last quarter.
    const cut = differing.filter(([, indicator, , span]) => isCut(db, indicator, span))
    expect(differing.filter((line) => !cut.includes(line))).toEqual([] satisfies ReleasedFigure[])
    for (const [reading, indicator, group, span] of cut) {
      const { state, value } = answers.get(reading)!.figure(indicator, group, span)
      expect([indicator, span, state, value]).toEqual([indicator, span, 'not formed', null])
    }
    expect(cut.length).toBeGreaterThan(500)
  })

  it('says of a value under its own span what that version said of the quarter it was due in', () => {
    const said = new Map(releasedFigures().map((line) => [line.slice(0, 4).join(), line]))
    let compared = 0
    for (const { indicator, key, span } of ownSpans(db)) {
      const groups = [{ key: 'project', places: '*' as const }]
      const answer = ask(db, { indicators: [indicator], groups, spans: [{ key, ...span }] }, ASKED_AT)
      const figure = answer.figure(indicator, 'project', key)
      const then = said.get(['approved', indicator, 'project', quarterCode(span.to)].join())!
      expect([indicator, key, figure.state, figure.value]).toEqual([indicator, key, then[4], then[5]])
      compared += 1
    }
    expect(compared).toBeGreaterThan(30)
  })

  it('is found right by the second working', () => {
    const { compared, differences } = auditFigures(db, ASKED_AT)
    expect(differences.map(String)).toEqual([])
    expect(compared).toBe(5292)
  })

  it('has its releases as they were issued: the ledger whole, the workbook ready to be written', async () => {
    const releases = listReleases(db)
    expect(releases.map(({ state, audience }) => `${state} ${audience}`).sort()).toEqual([
      'issued donor',
      'issued public',
      'protected donor',
    ])
    const ledger = readLedger(db)
    expect(ledger.map(({ atoms, figures }) => [atoms.length, figures.length])).toEqual([
      [1760, 578],
      [1735, 578],
    ])
    for (const { id } of releases) {
      expect(previewOf(db, id)?.figures, String(id)).toBeGreaterThan(0)
      expect((await writeXlsx(workbookPlanOf(db, id)!)).length, String(id)).toBeGreaterThan(10_000)
    }
  })
})

/** Quarters of the file's two years in which values of half-years, years or survey rounds were due, under their own spans. */
function ownSpans(db: Db): { indicator: string; key: string; span: { from: number; to: number } }[] {
  const { firstQuarter } = projectCard(db)!
  return indicatorsAsAt(db, ASKED_AT).flatMap((indicator) => {
    const quarters = quartersIn({ from: firstQuarter, to: firstQuarter + 7 }).filter((at) => isDueIn(indicator, at))
    return quarters.flatMap((at) => {
      const { key, from, to } = valueSpan(indicator, at)
      return from === to || from < firstQuarter ? [] : [{ indicator: indicator.code, key, span: { from, to } }]
    })
  })
}

/** Whether a span of a question ends or begins within a value's own. */
function isCut(db: Db, indicator: string, asked: string): boolean {
  return ownSpans(db).some((own) => own.indicator === indicator) && /Q|to date/.test(asked)
}

function answersOf(over: { asAt?: number; basis?: 'provisional' }) {
  const { firstQuarter } = projectCard(db)!
  const quarters = quartersIn({ from: firstQuarter, to: firstQuarter + 7 })
  const span = (key: string, from: number, to: number) => ({ key, from, to })
  const provinces = ['hai-phong', 'quang-ninh', 'nghe-an', 'ha-tinh', 'quang-binh']
  const question = {
    indicators: '*',
    groups: [{ key: 'project', places: '*' }, ...provinces.map((key) => ({ key, places: [key] }))],
    spans: [
      ...quarters.map((at) => span(quarterCode(at), at, at)),
      span('2019', firstQuarter, firstQuarter + 3),
      span('to date', firstQuarter, firstQuarter + 7),
    ],
    ...over,
  } as const
  return ask(db, question, ASKED_AT)
}

/** Rows in an order of their values: a column that went elsewhere may have been what they were ordered by. */
function inOrder(rows: readonly (readonly unknown[])[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort()
}
