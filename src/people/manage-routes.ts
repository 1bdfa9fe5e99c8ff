import type { FastifyReply, FastifyRequest } from 'fastify'
import { partners as partnersIn } from '../partners/store.ts'
import type { App, AppContext } from '../web/context.ts'
import { personOf } from '../web/guard.ts'
import { page, redirectWithNotice, showError } from '../web/render.ts'
import { checkNewPerson, type PersonErrors } from './form-person.ts'
import { hashPassword, newPassword } from './password.ts'
import { addPerson, changePassword, disablePerson, enablePerson, listPeople } from './store.ts'

/** The administrator's list of people. A new password is shown once and never kept in readable form. */
export function keepPeopleRoutes(app: App, { db, now }: AppContext): void {
  const config = { may: 'people.keep' } as const

  app.get('/people', { config }, (request, reply) => show(request, reply, 200, {}, {}))

  app.post('/people', { config }, async (request, reply) => {
    const typed = (request.body ?? {}) as Record<string, unknown>
    const checked = checkNewPerson(
      typed,
      partnersIn(db).map((partner) => partner.id),
    )
    if ('errors' in checked) return show(request, reply, 422, typed, checked.errors)
    const password = newPassword()
    const added = { ...checked.person, passwordHash: await hashPassword(password) }
    if (addPerson(db, personOf(request), added, now()) === null) {
      return show(request, reply, 422, typed, { email: 'people:keep.email-taken' })
    }
    return showPassword(request, reply, checked.person.name, password)
  })

  app.post('/people/:id/password', { config }, async (request, reply) => {
    const person = find(request)
    if (!person) return showError(request, reply, 404)
    const password = newPassword()
    changePassword(db, personOf(request), person.id, await hashPassword(password), null, now())
    return showPassword(request, reply, person.name, password)
  })

  app.post('/people/:id/locking', { config }, (request, reply) => {
    const person = find(request)
    if (!person) return showError(request, reply, 404)
    if (person.id === personOf(request).id)
      return redirectWithNotice(request, reply, '/people', 'people:keep.not-yourself')
    disablePerson(db, personOf(request), person.id, now())
    return redirectWithNotice(request, reply, '/people', 'people:keep.locked', { name: person.name })
  })

  app.post('/people/:id/unlocking', { config }, (request, reply) => {
    const person = find(request)
    if (!person) return showError(request, reply, 404)
    enablePerson(db, personOf(request), person.id, now())
    return redirectWithNotice(request, reply, '/people', 'people:keep.unlocked', { name: person.name })
  })

  function find(request: FastifyRequest) {
    const { id } = request.params as { id: string }
    return listPeople(db).find((person) => String(person.id) === id)
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    typed: Record<string, unknown>,
    errors: PersonErrors,
  ) {
    const partners = partnersIn(db)
    return page(request, reply.code(status), 'people/keep', { people: listPeople(db), partners, typed, errors })
  }

  function showPassword(request: FastifyRequest, reply: FastifyReply, name: string, password: string) {
    return page(request, reply, 'people/new-password', { name, password })
  }
}
