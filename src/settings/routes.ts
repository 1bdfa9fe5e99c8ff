import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App, AppContext } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { checkSettings, type SettingErrors } from './form.ts'
import { changeSetting, settingAsAt } from './store.ts'

export function settingsRoutes(app: App, { db, now }: AppContext): void {
  const config = { may: 'settings.keep' } as const

  app.get('/settings', { config }, (request, reply) => {
    const at = now()
    const rag = settingAsAt(db, 'rag', at)
    const typed = { green: rag.green, amber: rag.amber, fiscalStartMonth: settingAsAt(db, 'fiscalStartMonth', at) }
    return show(request, reply, 200, typed, {})
  })

  app.post('/settings', { config }, (request, reply) => {
    const typed = (request.body ?? {}) as Record<string, unknown>
    const checked = checkSettings(typed)
    if ('errors' in checked) return show(request, reply, 422, typed, checked.errors)
    const at = now()
    const person = personOf(request)
    for (const name of ['rag', 'fiscalStartMonth'] as const) {
      const before = JSON.stringify(settingAsAt(db, name, at))
      if (JSON.stringify(checked.values[name]) !== before) changeSetting(db, person, name, checked.values[name], at)
    }
    return redirectWithNotice(request, reply, '/settings', 'settings:saved')
  })

  function show(request: FastifyRequest, reply: FastifyReply, status: number, typed: object, errors: SettingErrors) {
    return page(request, reply.code(status), 'settings/settings', { typed, errors })
  }
}
