import type { Db } from '../../../db/connection.ts'
import { loadPilot } from '../../../fixtures/load.ts'
import { startOfDay } from '../../../src/calendar/day.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { changeBreakdown } from '../../../src/framework/definitions/change-breakdown.ts'
import { endCategory, listCategory } from '../../../src/framework/definitions/change-category.ts'
import { redefineIndicator, retireIndicator } from '../../../src/framework/definitions/redefine.ts'
import type { Redefinition } from '../../../src/framework/definitions/redefinition.ts'
import type { DefinitionRefusal } from '../../../src/framework/definitions/refusal.ts'
import type { ProjectData } from '../../../src/framework/project-data.ts'
import { roundsIn } from '../../indicators/rounds.ts'
import { copyOf, emptyDb, imageAndClose } from '../database.ts'
import { onceARunSync } from '../once.ts'
import { q } from '../small-project.ts'

/** The day on which these tests look: the story is over, and the project goes on. */
export const NOW_2022 = Date.parse('2022-11-01T09:00:00+07:00')
/** The day on which a manager changed what is measured. */
export const CHANGED_ON = startOfDay('2022-02-10')!

/** The project of the pilot until the end of 2022, in which nobody is asked for J9 after 2021. */
export function until2022(data: ProjectData): ProjectData {
  const assignments = data.assignments.flatMap((row) => {
    if (!row.indicators.includes('J9')) return [row]
    const rest = { ...row, indicators: row.indicators.filter((code) => code !== 'J9') }
    const ended = { ...row, indicators: ['J9'], to: q('2021-Q4') }
    return rest.indicators.length > 0 ? [rest, ended] : [ended]
  })
  return { ...data, project: { ...data.project, last: q('2022-Q4') }, assignments }
}

/** The pilot gone on to the end of 2022, in which nothing that is measured has changed. */
export function pilot2022(): Db {
  const image = onceARunSync('pilot gone on to 2022', () => {
    const db = emptyDb()
    loadPilot(db, { now: NOW_2022, passwordHash: () => 'nobody signs in by password here', project: until2022 })
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}

const text = (vi: string, en: string) => ({ vi, en })
const FROM = q('2022-Q1')
const since = { from: FROM, to: null }

const redefined = (code: string, changes: Redefinition['changes']) => (db: Db) =>
  redefineIndicator(db, null, code, { ...since, changes }, CHANGED_ON)

/** What a manager changes from 1 January 2022 on, one change after the other. */
export const CHANGES: readonly (readonly [
  what: string,
  indicator: string,
  change: (db: Db) => DefinitionRefusal | null,
])[] = [
  ['the rule over time', 'P10', redefined('P10', { overTime: 'latest' })],
  ['the rule over places', 'P13', redefined('P13', { overPlaces: 'none' })],
  ['the unit', 'P12', redefined('P12', { countingUnit: text('lượt', 'attendance') })],
  ['what it means', 'P2', redefined('P2', { definition: text('Cả trẻ em.', 'Children too.') })],
  ['a frequency', 'P1', redefined('P1', { frequency: 'half-yearly' })],
  ['survey rounds', 'P5', redefined('P5', { rounds: roundsIn([q('2022-Q3')]) })],
  ['the names of stages', 'J11', redefined('J11', { stages: ['a', 'b', 'c', 'd', 'e'].map((one) => text(one, one)) })],
  [
    'the list of stages',
    'J12',
    redefined('J12', { stages: ['x', 'y', 'z'].map((one) => text(one, one)), targetStage: 2 }),
  ],
  ['a name', 'V12', redefined('V12', { name: text('Tên khác', 'Another name') })],
  ['a retirement', 'P14', (db) => retireIndicator(db, null, 'P14', FROM - 1, CHANGED_ON)],
  ['what it is split by', 'V4', (db) => changeBreakdown(db, null, 'V4', { ...since, breakdowns: ['sex'] }, CHANGED_ON)],
  [
    'a category that comes',
    'J1',
    (db) =>
      listCategory(
        db,
        null,
        { breakdown: 'sex', category: 'intersex' },
        { ...since, name: text('Liên giới tính', 'Intersex') },
        CHANGED_ON,
      ),
  ],
  [
    'a category that goes',
    'V1',
    (db) => endCategory(db, null, { breakdown: 'referrer', category: 'self' }, FROM - 1, CHANGED_ON),
  ],
  [
    'a category that is called otherwise',
    'V2',
    (db) =>
      listCategory(
        db,
        null,
        { breakdown: 'status', category: 'suspected' },
        { ...since, name: text('Nghi là nạn nhân', 'Presumed') },
        CHANGED_ON,
      ),
  ],
]

/** The same, changed through the actions. */
export function changedPilot(): Db {
  const image = onceARunSync('pilot changed from 2022 on', () => {
    const db = pilot2022()
    for (const [what, indicator, change] of CHANGES) {
      const refused = change(db)
      if (refused) throw new Error(`${what} (${indicator}): ${JSON.stringify(refused)}`)
    }
    return imageAndClose(db)
  })
  return copyOf(image)
}
