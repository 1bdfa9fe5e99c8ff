import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import { SETTING_NAMES } from '../vocabulary/setting.ts'
import type { SettingValues } from './setting.ts'
import { insertSetting, lastChangeOfSettings, settingAsAt } from './store.ts'

/**
 * From now on; figures as at earlier instants keep the settings of their day. What did not change is not written.
 * @returns when settings were last changed, if that is after now: the clock has been set back, and nothing is written
 */
export function changeSettings(db: Db, by: Person, values: SettingValues, now: number): 'changed' | { after: number } {
  return db.tx(() => {
    const last = lastChangeOfSettings(db)
    if (last > now) return { after: last }
    // Two changes in one millisecond follow each other.
    const from = Math.max(now, last + 1)
    for (const name of SETTING_NAMES) {
      const value = values[name]
      if (JSON.stringify(value) === JSON.stringify(settingAsAt(db, name, from))) continue
      insertSetting(db, name, value, from)
      record(db, { at: now, by, verb: 'setting.changed', subject: ['setting', name], detail: { value } })
    }
    return 'changed'
  })
}
