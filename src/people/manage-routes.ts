import type { FastifyReply, FastifyRequest } from 'fastify'
import { accountCount, currentPasswordCount } from '../access/attempts.ts'
import { byId } from '../forms/params.ts'
import { type FieldErrors, readForm, type Typed } from '../forms/read.ts'
import { partners as partnersIn } from '../partners/store.ts'
import type { Routes } from '../web/context.ts'
import { personOf, personStill } from '../web/guard.ts'
import { orNotFound } from '../web/not-found.ts'
import { page, redirectWithNotice } from '../web/render.ts'
import { addPerson } from './add-person.ts'
import { changePassword } from './change-password.ts'
import { type CorrectionRefusal, correctPerson } from './correct-person.ts'
import { correctionForm, newPersonForm } from './form.ts'
import { lockPerson, unlockPerson } from './lock-person.ts'
import { peoplePage, personPage } from './page.ts'
import { hashPassword, newPassword } from './password.ts'
import type { ListedPerson } from './person.ts'
import { listedPerson, listPeople } from './store.ts'

type Form = ReturnType<typeof newPersonForm>
type CorrectionForm = ReturnType<typeof correctionForm>

const REFUSALS: Record<CorrectionRefusal, FieldErrors<CorrectionForm>> = {
  email: { email: 'people:manage.email-taken' },
  name: { name: 'people:manage.name-taken' },
  'own-role': { role: 'people:manage.own-role' },
}

/** The administrator's list of people. A new password is shown once and never kept in readable form. */
export const managePeopleRoutes: Routes = async (app, { db, now, attempts }) => {
  const config = { may: 'people.manage' } as const
  const one = { config, schema: { params: byId } }

  app.get('/people', { config }, (request, reply) => show(request, reply))

  app.post('/people', { config }, async (request, reply) => {
    const read = readForm(newPersonForm(partnersIn(db).map(({ id }) => id)), request.body)
    if ('errors' in read) return show(request, reply.code(422), read.typed, read.errors)
    const { partners: partnerIds, ...fields } = read.values
    const password = newPassword()
    const added = { ...fields, partnerIds, passwordHash: await hashPassword(password) }
    const answer = addPerson(db, personStill(request), added, now())
    if ('taken' in answer) {
      const errors = { [answer.taken]: `people:manage.${answer.taken}-taken` as const }
      return show(request, reply.code(422), read.typed, errors)
    }
    return showPassword(request, reply, added.name, password)
  })

  app.get('/people/:id', one, (request, reply) => {
    const person = orNotFound(listedPerson(db, request.params.id))
    return page(request, reply, 'people/person', personPage(person, partnersIn(db), null, {}, request.words))
  })

  app.post('/people/:id', one, (request, reply) => {
    const person = orNotFound(listedPerson(db, request.params.id))
    const known = partnersIn(db)
    const read = readForm(correctionForm(known.map(({ id }) => id)), request.body)
    const again = (errors: FieldErrors<CorrectionForm>) =>
      page(request, reply.code(422), 'people/person', personPage(person, known, read.typed, errors, request.words))
    if ('errors' in read) return again(read.errors)
    const { partners: partnerIds, ...fields } = read.values
    const answer = correctPerson(db, personOf(request), person.id, { ...fields, partnerIds }, now())
    if ('refused' in answer) return again(REFUSALS[answer.refused])
    return redirectWithNotice(reply, '/people', 'people:manage.corrected', answer)
  })

  app.post('/people/:id/password', one, async (request, reply) => {
    const person = orNotFound(listedPerson(db, request.params.id))
    const password = newPassword()
    const hash = await hashPassword(password)
    changePassword(db, personStill(request), person.id, hash, null, now())
    forgetFailures(person)
    return showPassword(request, reply, person.name, password)
  })

  app.post('/people/:id/locking', one, (request, reply) => {
    const person = orNotFound(listedPerson(db, request.params.id))
    if (person.id === personOf(request).id) return redirectWithNotice(reply, '/people', 'people:manage.not-yourself')
    lockPerson(db, personOf(request), person.id, now())
    return redirectWithNotice(reply, '/people', 'people:manage.locked', { name: person.name })
  })

  app.post('/people/:id/unlocking', one, (request, reply) => {
    const person = orNotFound(listedPerson(db, request.params.id))
    unlockPerson(db, personOf(request), person.id, now())
    forgetFailures(person)
    return redirectWithNotice(reply, '/people', 'people:manage.unlocked', { name: person.name })
  })

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Partial<Typed<Form>> = {},
    errors: FieldErrors<Form> = {},
  ) {
    const model = peoplePage(listPeople(db), partnersIn(db), typed, errors, request.words)
    return page(request, reply, 'people/manage', model)
  }

  /** Whom the administrator lets in need not wait for what strangers tried. */
  function forgetFailures({ id, email }: ListedPerson) {
    attempts.forget(accountCount(email))
    attempts.forget(currentPasswordCount(id))
  }

  function showPassword(request: FastifyRequest, reply: FastifyReply, name: string, password: string) {
    return page(request, reply, 'people/new-password', { name, password })
  }
}
