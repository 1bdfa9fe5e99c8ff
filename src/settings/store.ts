import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Db } from '../../db/open.ts'
import { project, setting } from '../../db/schema.ts'
import type { Text } from '../indicators/indicator.ts'
import type { Person } from '../people/person.ts'
import type { Quarter } from '../periods/period.ts'
import { record } from '../trail/store.ts'
import { DEFAULTS, type SettingName, type SettingValues } from './setting.ts'

export type ProjectCard = {
  code: string
  name: Text
  donor: Text
  firstQuarter: Quarter
  lastQuarter: Quarter
  illustrative: boolean
}

const cards = new WeakMap<Db, ProjectCard>()

/** The project this file is about; null in a file that has just been made. */
export function projectCard(db: Db): ProjectCard | null {
  const known = cards.get(db)
  if (known) return known
  const row = db.select().from(project).get()
  if (!row) return null
  const card = {
    code: row.code,
    name: { vi: row.nameVi, en: row.nameEn },
    donor: { vi: row.donorVi, en: row.donorEn },
    firstQuarter: row.firstQuarter,
    lastQuarter: row.lastQuarter,
    illustrative: row.illustrative,
  }
  cards.set(db, card)
  return card
}

/** A setting as it was at an instant. */
export function settingAsAt<N extends SettingName>(db: Db, name: N, at: number): SettingValues[N] {
  const row = db
    .select({ value: setting.value })
    .from(setting)
    .where(
      and(eq(setting.name, name), lte(setting.validFrom, at), or(isNull(setting.validTo), gt(setting.validTo, at))),
    )
    .orderBy(desc(setting.validFrom))
    .get()
  return row ? (JSON.parse(row.value) as SettingValues[N]) : DEFAULTS[name]
}

/** From now on; figures as at earlier instants keep the setting of their day. */
export function changeSetting<N extends SettingName>(
  db: Db,
  by: Person,
  name: N,
  value: SettingValues[N],
  now: number,
): void {
  db.transaction((tx) => {
    tx.update(setting)
      .set({ validTo: now })
      .where(and(eq(setting.name, name), isNull(setting.validTo)))
      .run()
    tx.insert(setting)
      .values({ name, validFrom: now, value: JSON.stringify(value) })
      .run()
    record(tx, { at: now, by, verb: 'setting.changed', subject: ['setting', name], detail: { value } })
  })
}
