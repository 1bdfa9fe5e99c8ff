import { and, desc, eq, isNull } from 'drizzle-orm'
import { type Db, oncePerVersion } from '../../db/connection.ts'
import { setting } from '../../db/schema.ts'
import { SETTING_NAMES, type SettingName } from '../vocabulary/setting.ts'
import { DEFAULTS, type SettingValues } from './setting.ts'

/** A setting as it was at an instant. */
export function settingAsAt<N extends SettingName>(db: Db, name: N, at: number): SettingValues[N] {
  const found = settings(db).find(
    (one) => one.name === name && one.validFrom <= at && (one.validTo === null || one.validTo > at),
  )
  return found ? (found.value as SettingValues[N]) : DEFAULTS[name]
}

/** Every setting there ever was, the latest first. */
const settings = oncePerVersion((db) =>
  db
    .select()
    .from(setting)
    .orderBy(desc(setting.validFrom))
    .all()
    .map((row) => ({ ...row, value: JSON.parse(row.value) as unknown })),
)

/** The latest instant from which any setting holds; before every instant when none was ever changed. */
export function lastChangeOfSettings(db: Db): number {
  return Math.max(Number.NEGATIVE_INFINITY, ...settings(db).map(({ validFrom }) => validFrom))
}

/** All settings as they were at an instant. */
export function settingsAsAt(db: Db, at: number): SettingValues {
  return Object.fromEntries(SETTING_NAMES.map((name) => [name, settingAsAt(db, name, at)])) as SettingValues
}

/** Holds from an instant on; what held before is closed then. */
export function insertSetting<N extends SettingName>(db: Db, name: N, value: SettingValues[N], from: number): void {
  db.update(setting)
    .set({ validTo: from })
    .where(and(eq(setting.name, name), isNull(setting.validTo)))
    .run()
  db.insert(setting)
    .values({ name, validFrom: from, value: JSON.stringify(value) })
    .run()
}
