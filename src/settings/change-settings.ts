import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import { SETTING_NAMES } from '../vocabulary/setting.ts'
import type { SettingValues } from './setting.ts'
import { insertSetting, settingAsAt } from './store.ts'

/** From now on; figures as at earlier instants keep the settings of their day. What did not change is not written. */
export function changeSettings(db: Db, by: Person, values: SettingValues, now: number): void {
  db.tx(() => {
    for (const name of SETTING_NAMES) {
      const value = values[name]
      if (JSON.stringify(value) === JSON.stringify(settingAsAt(db, name, now))) continue
      insertSetting(db, name, value, now)
      record(db, { at: now, by, verb: 'setting.changed', subject: ['setting', name], detail: { value } })
    }
  })
}
