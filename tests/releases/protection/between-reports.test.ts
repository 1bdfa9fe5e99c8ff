import { beforeAll, describe, expect, it } from 'vitest'
import type { Db } from '../../../db/connection.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import { indicatorsAsAt } from '../../../src/indicators/store.ts'
import { agreementsOf } from '../../../src/releases/people-store.ts'
import { readLedger } from '../../../src/releases/protection/ledger-store.ts'
import { previewOf, releaseById, workbookPlanOf } from '../../../src/releases/store.ts'
import { approve } from '../../../src/submissions/review/approve.ts'
import { copyOf, imageAndClose } from '../../support/database.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { onceARun } from '../../support/once.ts'
import { correct, issue, persona } from '../making.ts'
import { pilotWith } from '../pilot.ts'
import { dataColumn, dayIn } from '../workbook/plan-rows.ts'

const DAY = 86_400_000
const K = 5

/** Approves what a partner handed in for a place in 2021-Q4, too late for the report before. */
function approveLate(db: Db, partner: string, place: string, now: number): void {
  const late = db.$client
    .prepare(
      `select s.id, s.version from submission s join partner p on p.id = s.partner_id join place l on l.id = s.place_id
       where s.quarter = ? and p.slug = ? and l.slug = ?`,
    )
    .get(quarterOf(2021, 4), partner, place) as { id: number; version: number }
  const by = persona(db, 'wv.manager@example.org')
  expect(approve(db, { by, now, version: late.version }, late.id)).toMatchObject({ done: true })
}

/**
 * Four reports of one year to one donor: before the second and the third a submission comes in late, before the fourth a count
 * of one province is corrected by one person.
 */
async function fourReports(): Promise<Db> {
  const image = await onceARun('four reports with late submissions and a correction between them', async () => {
    const { db } = await pilotWith('issued')
    const next = async (days: number) => issue(db, { asAt: DEMO_NOW + days * DAY }, DEMO_NOW + days * DAY)
    approveLate(db, 'world-vision', 'quang-ninh', DEMO_NOW + DAY)
    await next(2)
    approveLate(db, 'police-hai-phong', 'hai-phong', DEMO_NOW + 3 * DAY)
    await next(4)
    correct(db, { indicator: 'V3', place: 'ha-tinh', quarter: quarterOf(2021, 2), by: 1 }, DEMO_NOW + 5 * DAY)
    await next(6)
    return imageAndClose(db)
  })
  return copyOf(image)
}

/** A shown count of an issued report. */
type Shown = { releaseId: number; figureId: string; indicatorId: number; atoms: ReadonlySet<string>; shown: number }

function shownIn(db: Db): Shown[] {
  return readLedger(db).flatMap(({ releaseId, atoms, figures }) =>
    figures.flatMap(({ figureId, indicatorId, atoms: positions, shown }): Shown[] =>
      shown === null || positions.length === 0
        ? []
        : [{ releaseId, figureId, indicatorId, atoms: new Set(positions.map((at) => atoms[at]!)), shown }],
    ),
  )
}

const isSmall = (count: number) => count >= 1 && count < K

describe('reports of the same year, a little later each', () => {
  let db: Db
  let shown: Shown[]
  beforeAll(async () => {
    db = await fourReports()
    shown = shownIn(db)
  })

  const grouped = (by: (one: Shown) => string) => {
    const groups = new Map<string, Shown[]>()
    for (const one of shown) groups.set(by(one), [...(groups.get(by(one)) ?? []), one])
    return groups
  }

  it('show no figure twice that has changed by one to four', () => {
    expect(readLedger(db)).toHaveLength(4)
    const byId = grouped(({ figureId }) => figureId)
    const told = [...byId.values()].flatMap((list) =>
      list.flatMap((one) =>
        list
          .filter((other) => other.releaseId > one.releaseId && isSmall(Math.abs(other.shown - one.shown)))
          .map((other) => `${one.figureId}: ${one.shown} in ${one.releaseId}, ${other.shown} in ${other.releaseId}`),
      ),
    )
    expect(byId.size).toBeGreaterThan(200)
    expect(told).toEqual([])
  })

  it('show no two figures of which one holds the other and no more than four more', () => {
    const byIndicator = grouped(({ indicatorId }) => String(indicatorId))
    const small = new Set(
      readLedger(db).flatMap(({ figures, atoms }) =>
        figures
          .filter((one) => one.shown === null && one.atoms.length > 0)
          .map((one) =>
            one.atoms
              .map((at) => atoms[at]!)
              .sort()
              .join('+'),
          ),
      ),
    )
    const told = [...byIndicator.values()].flatMap((list) =>
      list.flatMap((large) =>
        list
          .filter(
            (other) => isSmall(large.shown - other.shown) && [...other.atoms].every((name) => large.atoms.has(name)),
          )
          .flatMap((other) => {
            const group = [...large.atoms].filter((name) => !other.atoms.has(name)).sort()
            const name = group.join('+')
            return small.has(name) ? [] : [`${large.figureId} less ${other.figureId}: ${name}`]
          }),
      ),
    )
    expect(told).toEqual([])
  })

  it('tell in *What changed* of no change by one to four, and not which figures were hidden since', () => {
    const sensitive = new Set(
      indicatorsAsAt(db)
        .filter(({ sensitivity }) => sensitivity > 0)
        .map(({ code }) => code),
    )
    for (const { releaseId } of readLedger(db).slice(1)) {
      const rows = workbookPlanOf(db, releaseId)!.sheets.find(({ key }) => key === 'changes')!.rows
      const told = rows.filter(({ cells }) => {
        const [code] = cells
        return typeof code === 'object' && code !== null && 'text' in code && sensitive.has(code.text)
      })
      for (const { cells } of told) {
        const difference = cells[7]
        const by =
          typeof difference === 'object' && difference !== null && 'number' in difference ? difference.number : 0
        expect(isSmall(Math.abs(by)), JSON.stringify(cells)).toBe(false)
        expect(JSON.stringify(cells)).not.toContain('now hidden')
      }
      expect(JSON.stringify(rows)).toMatch(/are not listed one by one|stand at the numbers of earlier reports/)
    }
  })

  it('hold what has changed by too few at the number that was shown last, and say so beside it', () => {
    const ledger = readLedger(db)
    const held = ledger.map(({ figures }) => figures.filter(({ atoms, withheld }) => withheld && atoms.length === 0))
    expect(held.map(({ length }) => length > 0)).toEqual([false, true, true, true])
    const known = new Map<string, number>()
    for (const { figures } of ledger)
      for (const { figureId, shown, withheld } of figures) {
        if (withheld !== null) expect(shown, figureId).toBe(known.get(figureId))
        else if (shown !== null) known.set(figureId, shown)
      }
    for (const [at, { releaseId, asAt }] of ledger.entries()) {
      const { hidden, alike } = previewOf(db, releaseId)!
      const holdable = hidden.filter(({ earlier }) => earlier).map(({ id }) => `${id}|value`)
      const ids = held[at]!.map(({ figureId }) => figureId)
      expect(holdable.filter((id) => !ids.includes(id))).toEqual([])
      // Those that have not changed bear the sign too, and nobody can tell which have.
      expect(ids.length - holdable.length).toBe(alike)
      if (at > 0) expect(alike).toBeGreaterThan(holdable.length)
      const { sheets } = workbookPlanOf(db, releaseId)!
      const cellsOf = (key: string) => sheets.find((sheet) => sheet.key === key)!.rows.map(({ cells }) => cells)
      const data = sheets.find(({ key }) => key === 'data')!
      const [value, flags, day] = (['value', 'flag-codes', 'as-at'] as const).map((key) => dataColumn(data, key)) as [
        number,
        number,
        number,
      ]
      const marked = cellsOf('data').filter((cells) => JSON.stringify(cells[value] ?? null).includes('[h]'))
      expect(marked.length).toBeGreaterThanOrEqual(at === 0 ? 0 : 5)
      if (at === 0) expect(marked).toEqual([])
      for (const cells of marked) {
        expect(cells[value]).toMatchObject({ number: expect.any(Number) })
        expect(cells[flags]).toContain('held')
        expect(Date.parse(dayIn(cells[day])!)).toBeLessThan(asAt - DAY)
      }
      if (at > 0) expect(JSON.stringify(sheets)).toContain('do not add up with the others')
      // What the sign means is said where it stands.
      expect(JSON.stringify(cellsOf('notes')).includes('[h]')).toBe(at > 0)
    }
  })

  it('have a second manager agree where one shows what another hid, and name it', () => {
    const uncovering = readLedger(db).flatMap(({ releaseId }) => {
      const { uncovers } = releaseById(db, releaseId)!
      const { uncovered = [], before } = previewOf(db, releaseId)!
      expect(uncovers).toBe(uncovered.length + before.filter(({ cause }) => cause !== 'parts').length)
      expect(agreementsOf(db, releaseId)).toHaveLength(uncovers > 0 ? 1 : 0)
      return uncovered
    })
    expect(uncovering.length).toBeGreaterThan(0)
    for (const { table, row, release } of uncovering) expect([table.en, row.en, release]).not.toContain('')
  })

  it('lose little by it, and say what for', () => {
    const losses = readLedger(db).map(({ releaseId }) => {
      const { hidden, sensitive } = previewOf(db, releaseId)!
      return hidden.length / sensitive
    })
    expect(losses[0]).toBeLessThan(0.3)
    for (const loss of losses) expect(loss).toBeLessThan(0.4)
    // What is held has a number: what came in between costs the later reports none.
    const without = readLedger(db).map(
      ({ figures }) => figures.filter(({ figureId, mark }) => figureId.endsWith('|value') && mark === '[c]').length,
    )
    for (const count of without.slice(1)) expect(count).toBeLessThanOrEqual(without[0]! + 2)
    const told = readLedger(db).map(({ releaseId }) => previewOf(db, releaseId)!.together!)
    const kinds = told.map((list) => [...new Set(list.map(({ kind }) => kind))])
    expect(kinds[1]).toContain('late')
    expect(kinds[2]).toContain('late')
    expect(kinds[3]).toContain('corrected')
    const places = (list: (typeof told)[number]) =>
      list.flatMap(({ submissions }) => submissions.map(({ placeId }) => placeId))
    expect(told.map((list) => new Set(places(list)).size > 0)).toEqual([false, true, true, true])
  })
})
