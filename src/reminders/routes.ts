import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page } from '../web/render.ts'
import { remindersPage } from './page.ts'
import { loadReminders } from './page-load.ts'

export const reminderRoutes: Routes = async (app, { db, config: { mail, remindDays }, now }) => {
  app.get('/reminders', { config: { may: 'reminders.see' } }, (request, reply) => {
    const person = personOf(request)
    const address = mail?.address ?? `${request.protocol}://${request.host}`
    const state = loadReminders(db, person, now(), remindDays)
    return page(request, reply, 'reminders/reminders', remindersPage(state, person, { mail, address }, request.words))
  })
}
