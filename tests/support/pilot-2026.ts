import type { Db } from '../../db/connection.ts'
import { loadPilot } from '../../fixtures/load.ts'
import { approveFacts } from '../../src/figures/approve.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { checkProject } from '../../src/framework/check.ts'
import { problemLine } from '../../src/framework/problem.ts'
import type { ProjectData } from '../../src/framework/project-data.ts'
import { copyOf, emptyDb, imageAndClose } from './database.ts'
import { onceARunSync } from './once.ts'
import { q } from './small-project.ts'

/** After the fourth quarter of 2025, in a pilot that went on. */
export const NOW_2026 = Date.parse('2026-02-01T09:00:00+07:00')

/**
 * The pilot as it goes on to 2026: on 1 July 2025 Hải Phòng and Quảng Bình go up in larger provinces, whose partners go on
 * reporting, and in Hà Tĩnh the Women's Union hands communes with a model (P13) over to IOM.
 */
export function wentOn(data: ProjectData): ProjectData {
  const from2025 = { from: q('2025-Q3'), to: null, takesOver: [] }
  const moved = { 'hai-phong': 'hai-phong-2025', 'quang-binh': 'quang-tri-2025' } as Record<string, string>
  const assignments = data.assignments.flatMap((row) => {
    const places = row.places.flatMap((place) => moved[place] ?? [])
    const later = places.length === 0 ? [] : [{ ...row, ...from2025, places }]
    if (row.partner !== 'womens-union-ha-tinh') return [row, ...later]
    const handed = { ...row, indicators: ['P13'] }
    const kept = { ...row, indicators: row.indicators.filter((code) => code !== 'P13') }
    const takesOver = [{ partner: row.partner }]
    return [
      kept,
      { ...handed, to: q('2021-Q4') },
      { ...handed, partner: 'iom', from: q('2022-Q1'), to: null, takesOver },
    ]
  })
  const went = { ...data, project: { ...data.project, last: q('2026-Q4') }, assignments }
  const problems = checkProject(went)
  if (problems.length > 0) throw new Error(problems.map(problemLine).join('\n'))
  return went
}

/** The pilot of which only the end was moved: nobody was assigned to what became of the provinces that ended. */
export function movedEnd(data: ProjectData): ProjectData {
  return { ...data, project: { ...data.project, last: q('2026-Q4') } }
}

/** A copy of the pilot as a project that was saved otherwise, at an instant of 2026. */
export function pilotAs(name: string, project: (data: ProjectData) => ProjectData): Db {
  const image = onceARunSync(`pilot as ${name}`, () => {
    const db = emptyDb()
    loadPilot(db, { now: NOW_2026, passwordHash: () => 'nobody signs in by password here', project })
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}

/** What came of P13 after the story: the values of the faults that were found. */
const REPORTED = [
  ['iom', 'ha-tinh', '2022-Q1', 4],
  ['iom', 'hai-phong', '2025-Q2', 10],
  ['iom', 'hai-phong-2025', '2025-Q3', 12],
  ['womens-union-quang-binh', 'quang-binh', '2025-Q2', 5],
  ['womens-union-quang-binh', 'quang-tri-2025', '2025-Q3', 6],
] as const

export function pilot2026(): Db {
  const image = onceARunSync('pilot gone on to 2026', () => {
    const db = emptyDb()
    loadPilot(db, { now: NOW_2026, passwordHash: () => 'nobody signs in by password here', project: wentOn })
    for (const [partner, place, quarter, value] of REPORTED) report(db, [partner, place, quarter], value)
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}

/** Submits and approves a value of P13. */
function report(db: Db, [partner, place, quarter]: readonly [string, string, string], value: number): void {
  const id = (table: string, slug: string) =>
    db.$client.prepare(`select id from ${table} where slug = ?`).pluck().get(slug) as number
  const submission = db.$client
    .prepare(
      `insert into submission (partner_id, place_id, quarter, state, version, changed_at) values (?, ?, ?, 'approved', 1, 0)`,
    )
    .run(id('partner', partner), id('place', place), q(quarter)).lastInsertRowid
  db.$client
    .prepare(
      `insert into entry (submission_id, indicator_id, cell_id, state, value)
       values (?, (select id from indicator where code = 'P13'), (select id from cell where key = ''), 'reported', ?)`,
    )
    .run(submission, value)
  db.tx(() => approveFacts(db, { submissionId: Number(submission), now: NOW_2026 - 1000 }))
}
