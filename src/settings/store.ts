import { and, desc, eq, gt, isNull, lte, or } from 'drizzle-orm'
import type { Db } from '../../db/connection.ts'
import { setting } from '../../db/schema.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import { DEFAULTS, type SettingName, type SettingValues } from './setting.ts'

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
  db.tx(() => {
    db.update(setting)
      .set({ validTo: now })
      .where(and(eq(setting.name, name), isNull(setting.validTo)))
      .run()
    db.insert(setting)
      .values({ name, validFrom: now, value: JSON.stringify(value) })
      .run()
    record(db, { at: now, by, verb: 'setting.changed', subject: ['setting', name], detail: { value } })
  })
}
