import type { Db } from '../../db/connection.ts'
import type { Person } from '../access/person.ts'
import { record } from '../trail/store.ts'
import type { Language } from '../vocabulary/language.ts'
import { setLanguage } from './store.ts'

export function changeLanguage(db: Db, by: Person, language: Language, now: number): void {
  db.tx(() => {
    setLanguage(db, by.id, language)
    record(db, { at: now, by, verb: 'person.language-changed', subject: ['person', by.id], detail: { language } })
  })
}
