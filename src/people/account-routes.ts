import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { currentPasswordCount } from '../access/attempts.ts'
import { passwordHashOf } from '../access/person-store.ts'
import { readForm } from '../forms/read.ts'
import type { Key } from '../language/words.ts'
import type { Routes } from '../web/context.ts'
import { personOf, personStill, sessionOf } from '../web/guard.ts'
import { NotFound } from '../web/not-found.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { changePassword, refusePassword } from './change-password.ts'
import { passwordForm } from './form.ts'
import { type AccountModel, accountReminders } from './page.ts'
import { hashPassword, isPassword, NOBODYS_HASH } from './password.ts'
import { chooseReminders } from './reminders/choose-reminders.ts'
import { declinedBy } from './reminders/declined-store.ts'
import { remindersForm } from './reminders/form.ts'
import { reminderKindsOf } from './reminders/kinds.ts'
import { signOutElsewhere } from './sign-in.ts'

/** A session is named in addresses by the hash of its id: enough to end it, not to be it. */
const bySession = z.object({ id: z.hash('sha256') })

/** What everybody may see and change of themselves. */
export const accountRoutes: Routes = async (app, { db, config: { mail }, now, attempts }) => {
  const config = { may: 'signed-in' } as const

  app.get('/account', { config }, (request, reply) => show(request, reply))

  app.post(
    '/account/password',
    { config: { ...config, secrets: ['current', 'next', 'again'] } },
    async (request, reply) => {
      const read = readForm(passwordForm, request.body)
      const current = await checkCurrent(request, read.typed.current)
      if (current || 'errors' in read) {
        const errors = { ...('errors' in read ? read.errors : {}), ...(current ? { current } : {}) }
        return show(request, reply.code(current === 'people:account.wait' ? 429 : 422), errors)
      }
      const hash = await hashPassword(read.values.next)
      const person = personStill(request)
      changePassword(db, person, person.id, hash, sessionOf(request).idHash, now())
      return redirectWithNotice(reply, '/account', 'people:account.changed')
    },
  )

  app.post('/account/sessions/:id/ending', { config, schema: { params: bySession } }, (request, reply) => {
    if (!signOutElsewhere(db, personOf(request), request.params.id, now())) throw new NotFound()
    return redirectWithNotice(reply, '/account', 'people:account.session-ended')
  })

  app.post('/account/reminders', { config }, (request, reply) => {
    const person = personOf(request)
    const read = readForm(remindersForm(person.role), request.body)
    if ('errors' in read) return show(request, reply.code(422), read.errors)
    const declined = reminderKindsOf(person.role).filter((kind) => !read.values.kinds.includes(kind))
    chooseReminders(db, person, declined, now())
    return redirectWithNotice(reply, '/account', 'people:account.reminders-chosen')
  })

  /** Whether the current password is the one typed, or what to say; who guesses at an open session soon has to wait. */
  async function checkCurrent(request: FastifyRequest, typed: string): Promise<Key | null> {
    const { id } = personOf(request)
    const counted = [currentPasswordCount(id)]
    if (attempts.waitBefore(counted, now()) > 0) return 'people:account.wait'
    attempts.begin(counted, now())
    if (!(await isPassword(passwordHashOf(db, id) ?? NOBODYS_HASH, typed))) {
      refusePassword(db, personStill(request), now())
      return 'people:account.wrong-current'
    }
    attempts.succeed(counted, now())
    return null
  }

  function show(request: FastifyRequest, reply: FastifyReply, errors: AccountModel['errors'] = {}) {
    const person = personOf(request)
    const sessions = app.sessions.all(person.id)
    const reminders = accountReminders(person.role, declinedBy(db, person.id), mail !== null)
    const current = sessionOf(request).idHash
    return page(request, reply, 'people/account', { person, sessions, current, reminders, errors })
  }
}
