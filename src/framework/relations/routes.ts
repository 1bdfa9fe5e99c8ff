import type { FastifyReply, FastifyRequest } from 'fastify'
import { readForm } from '../../forms/read.ts'
import type { BaseRelation } from '../../indicators/relations/relation.ts'
import { places } from '../../places/store.ts'
import type { Routes } from '../../web/context.ts'
import { personOf } from '../../web/guard.ts'
import { page, redirectWithNotice } from '../../web/render.ts'
import { declareRelation } from './declare-relation.ts'
import type { DeclaredRelation } from './declared-relation.ts'
import { declineRelation } from './decline-relation.ts'
import { endRelation } from './end-relation.ts'
import { endedForm, relationForm } from './form.ts'
import { outcomeText } from './in-words.ts'
import { relationsPage } from './page.ts'
import { loadRelationsState } from './relations-load.ts'

/** What rests on what another indicator counts: suggested by what was reported, declared or declined by a person. */
export const relationRoutes: Routes = async (app, { db, now }) => {
  const config = { may: 'relations.manage' } as const

  app.get('/relations', { config }, (request, reply) => show(request, reply, null))

  app.post('/relations', { config }, (request, reply) => {
    const relation = relationIn(request)
    if (!relation) return show(request, reply.code(422), request.words.t('indicators:relations.wrong'))
    const outcome = declareRelation(db, personOf(request), relation, now())
    if (!('declared' in outcome)) return show(request, reply.code(409), sentenceOf(relation, outcome, request))
    const values = { ...relation, alike: String(outcome.alike) }
    return redirectWithNotice(reply, '/relations', 'indicators:relation.now-declared', values)
  })

  app.post('/relations/declined', { config }, (request, reply) => {
    const relation = relationIn(request)
    if (!relation || !declineRelation(db, personOf(request), relation, now()))
      return show(request, reply.code(422), request.words.t('indicators:relations.wrong'))
    return redirectWithNotice(reply, '/relations', 'indicators:relations.now-declined', relation)
  })

  app.post('/relations/ended', { config }, (request, reply) => {
    const read = readForm(endedForm, request.body)
    const indicator = read.typed.indicator
    if ('errors' in read || !endRelation(db, personOf(request), indicator, now()))
      return show(request, reply.code(409), request.words.t('indicators:relation.not-declared', { indicator }))
    return redirectWithNotice(reply, '/relations', 'indicators:relation.ended', { indicator })
  })

  function sentenceOf(relation: BaseRelation, outcome: DeclaredRelation, { words }: FastifyRequest): string {
    return outcomeText(relation, outcome, (id) => places(db).byId.get(id)?.name, words)
  }

  function show(request: FastifyRequest, reply: FastifyReply, problem: string | null) {
    return page(request, reply, 'framework/relations', relationsPage(loadRelationsState(db), problem, request.words))
  }
}

function relationIn(request: FastifyRequest): BaseRelation | null {
  const read = readForm(relationForm, request.body)
  return 'errors' in read ? null : read.values
}
