import type { FastifyReply, FastifyRequest } from 'fastify'
import { type FieldErrors, readForm, type Typed } from '../forms/read.ts'
import { projectCard } from '../project/store.ts'
import type { Routes } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { changeSettings } from './change-settings.ts'
import { settingsForm, settingsOf, typedSettings } from './form.ts'
import { FISCAL_START_MONTHS } from './setting.ts'
import { settingsAsAt } from './store.ts'

type Form = typeof settingsForm
type Behind = { now: number; after: number }

declare module '../web/views/models.ts' {
  interface Views {
    'settings/settings': {
      typed: Typed<Form>
      errors: FieldErrors<Form>
      months: typeof FISCAL_START_MONTHS
      /** The clock is behind the last change. */
      behind: Behind | null
      /** How the project is published, for who reads IATI files; `null`: nobody said; absent: there is no project. */
      published?: { identifier: string | null }
    }
  }
}

export const settingsRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'settings.manage' } as const

  app.get('/settings', { config }, (request, reply) => show(request, reply, typedSettings(settingsAsAt(db, now()))))

  app.post('/settings', { config }, (request, reply) => {
    const read = readForm(settingsForm, request.body)
    if ('errors' in read) return show(request, reply.code(422), read.typed, read.errors)
    const answer = changeSettings(db, personOf(request), settingsOf(read.values), now())
    if (answer !== 'changed') return show(request, reply.code(409), read.typed, {}, { now: now(), ...answer })
    return redirectWithNotice(reply, '/settings', 'settings:saved')
  })

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed<Form>,
    errors: FieldErrors<Form> = {},
    behind: Behind | null = null,
  ) {
    const card = projectCard(db)
    const published = card ? { published: { identifier: card.iati?.identifier ?? null } } : {}
    return page(request, reply, 'settings/settings', {
      typed,
      errors,
      months: FISCAL_START_MONTHS,
      behind,
      ...published,
    })
  }
}
