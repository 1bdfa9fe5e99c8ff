import { z } from 'zod'
import { byId } from '../../forms/params.ts'
import { readForm, says } from '../../forms/read.ts'
import type { Key } from '../../language/words.ts'
import {
  BREAKDOWN_GRAINS,
  type Layout,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  SMALL_CHANGES,
  YEAR_KINDS,
} from '../../vocabulary/release.ts'
import type { Routes } from '../../web/context.ts'
import { personOf, personStill } from '../../web/guard.ts'
import { redirectTo } from '../../web/redirect.ts'
import { redirectWithNotice } from '../../web/render.ts'
import { restartProtecting } from '../protection/restart-protecting.ts'
import { refuse, releaseOf } from '../routes.ts'
import { type ChoosingChanges, chooseSmallChanges } from './choose-small-changes.ts'

const choice = z.object({ smallChanges: z.enum(SMALL_CHANGES, says('releases:wrong.choice')) })

/** What a manager does about figures that are lost: hold or hide them, or cut the report otherwise. */
export const choiceRoutes: Routes = async (app, context) => {
  const make = { config: { may: 'release.make' }, schema: { params: byId } } as const

  app.post('/releases/:id/small-changes', make, async (request, reply) => {
    const { id } = releaseOf(request)
    const read = readForm(choice, request.body)
    if ('errors' in read) return refuse(request, reply, id, { problem: 'releases:wrong.choice' }, 422)
    const { smallChanges } = read.values
    const outcome = await chooseSmallChanges(context, () => personStill(request), id, smallChanges)
    if (outcome === 'kept')
      return redirectWithNotice(reply, `/releases/${id}`, `releases:choices.chosen-${smallChanges}`)
    return refuse(request, reply, id, { problem: NOT_CHOSEN[outcome] })
  })

  app.post('/releases/:id/layout', make, (request, reply) => {
    const { id } = releaseOf(request)
    const read = readForm(cut, request.body)
    if ('errors' in read) return refuse(request, reply, id, { problem: 'releases:wrong.choice' }, 422)
    if (!restartProtecting(context, personOf(request), id, { layout: read.values }))
      return refuse(request, reply, id, { problem: 'releases:issue.already-issued' })
    return redirectTo(reply, `/releases/${id}`)
  })
}

const cut = z.object({
  project: z.enum(PROJECT_GRAINS, says('releases:wrong.choice')),
  province: z.enum(PROVINCE_GRAINS, says('releases:wrong.choice')),
  breakdown: z.enum(BREAKDOWN_GRAINS, says('releases:wrong.choice')),
  years: z.enum(YEAR_KINDS, says('releases:wrong.choice')),
} satisfies Record<keyof Layout, z.ZodType>)

const NOT_CHOSEN: Record<Exclude<ChoosingChanges, 'kept'>, Key> = {
  'too-late': 'releases:choices.too-late',
  changed: 'releases:issue.changed',
  'ledger-damaged': 'releases:failed.ledger-damaged',
}
