import type { Db } from '../../db/connection.ts'
import { loadPilot } from '../../fixtures/load.ts'
import type { Person } from '../../src/access/person.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import { checkProject } from '../../src/framework/check.ts'
import { problemLine } from '../../src/framework/problem.ts'
import type { ProjectData } from '../../src/framework/project-data.ts'
import type { Outcome } from '../../src/submissions/action.ts'
import type { Entry } from '../../src/submissions/entry.ts'
import { submit } from '../../src/submissions/handing-in/submit.ts'
import { approve } from '../../src/submissions/review/approve.ts'
import { beginSubmission } from '../../src/submissions/save.ts'
import { persona } from '../releases/making.ts'
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

/**
 * The pilot in two phases: it pauses from 2022 to 2024, and the second phase has targets of its own. In its province that ended the
 * partners report on in the larger one; no assignment is cut for the pause.
 */
export function inTwoPhases(data: ProjectData): ProjectData {
  const went = wentOn(data)
  const phases = [
    { code: 'one', name: { vi: 'Giai đoạn 1', en: 'Phase 1' }, first: q('2019-Q1'), last: q('2021-Q4') },
    { code: 'two', name: { vi: 'Giai đoạn 2', en: 'Phase 2' }, first: q('2025-Q1'), last: q('2026-Q4') },
  ]
  const life = data.targets.filter(({ kind, place }) => kind === 'project' && place === null)
  const ofPhases = life.flatMap((target) => [
    { ...target, kind: 'phase' as const, phase: 'one', from: phases[0]!.first, to: phases[0]!.last },
    ...(SECOND[target.indicator] === undefined
      ? []
      : [
          {
            ...target,
            kind: 'phase' as const,
            phase: 'two',
            from: phases[1]!.first,
            to: phases[1]!.last,
            value: SECOND[target.indicator]!,
          },
        ]),
  ])
  const kept = data.targets.filter((target) => !life.includes(target))
  const phased = { ...went, phases, targets: [...kept, ...ofPhases] }
  const problems = checkProject(phased)
  if (problems.length > 0) throw new Error(problems.map(problemLine).join('\n'))
  return phased
}

/** What the second phase is to reach: officials trained (a flow), and communes with a model (a stock). */
const SECOND: Record<string, number> = { P12: 160, P13: 60 }

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
    for (const [partner, place, quarter, value] of REPORTED) report(db, [partner, place, quarter, 'P13'], value)
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}

/** A value of one indicator as a partner enters it and a manager approves it, each with what the program has for it. */
export function report(
  db: Db,
  [partner, place, quarter, indicator]: readonly [string, string, string, string],
  value: number,
  cell = '',
): void {
  const id = (table: string, slug: string) =>
    db.$client.prepare(`select id from ${table} where slug = ?`).pluck().get(slug) as number
  const reporter = { partnerId: id('partner', partner), placeId: id('place', place) }
  const manager = persona(db, 'iom.manager@example.org')
  const by: Person = { ...manager, role: 'partner', partnerIds: [reporter.partnerId] }
  const now = NOW_2026 - 1000
  const entry: Entry = { indicator, cell, state: 'reported', value, base: null, reason: null }
  const saving = { indicators: [indicator], entries: [entry], keptOnWord: [] }
  const begun = done(beginSubmission(db, { by, now }, { ...reporter, quarter: q(quarter), cut: null }, saving))
  done(submit(db, { by, now, version: 1 }, begun, []))
  done(approve(db, { by: manager, now, version: 1 }, begun))
}

function done(outcome: Outcome): number {
  if (!('done' in outcome)) throw new Error(JSON.stringify(outcome))
  return outcome.id
}
