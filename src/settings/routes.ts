import { readForm } from '../forms/read.ts'
import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { changeSettings } from './change-settings.ts'
import { settingsForm, settingsOf, typedSettings } from './form.ts'
import { settingsAsAt } from './store.ts'

export const settingsRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'settings.manage' } as const

  app.get('/settings', { config }, (request, reply) =>
    page(request, reply, 'settings/settings', { typed: typedSettings(settingsAsAt(db, now())), errors: {} }),
  )

  app.post('/settings', { config }, (request, reply) => {
    const read = readForm(settingsForm, request.body)
    if ('errors' in read) return page(request, reply.code(422), 'settings/settings', read)
    changeSettings(db, personOf(request), settingsOf(read.values), now())
    return redirectWithNotice(request, reply, '/settings', 'settings:saved')
  })
}
