import type { Db } from '../../db/connection.ts'
import { DEMOS } from '../../fixtures/demos.ts'
import { personById } from '../../src/access/person-store.ts'
import { rebuildTally } from '../../src/figures/tally/rebuild.ts'
import type { App } from '../../src/web/context.ts'
import { Visitor } from '../support/app.ts'
import { copyOf, emptyDb, imageAndClose } from '../support/database.ts'
import { DEMO_NOW, personaId } from '../support/demo.ts'
import { onceARunSync } from '../support/once.ts'
import { WATER } from './water.ts'

const AFTER_2026_Q3 = Date.parse('2026-11-20T09:00:00+07:00')
const AFTER_2026_Q2 = Date.parse('2026-08-10T09:00:00+07:00')

/**
 * What holds of any project is tried on each of these: the pilot, one that has no areas and compares its partners, and one that
 * has nothing of either.
 */
export const PROJECTS = [
  { name: 'pilot', now: DEMO_NOW, demo: DEMOS.pilot },
  { name: 'consular', now: AFTER_2026_Q3, demo: DEMOS.consular },
  { name: 'water', now: AFTER_2026_Q2, demo: WATER },
] as const
export type TriedProject = (typeof PROJECTS)[number]

/** One of them in memory, loaded once a run, as its story has come by its day. */
export function dbOf({ name, now, demo }: TriedProject): Db {
  const image = onceARunSync(`any project: ${name}`, () => {
    const db = emptyDb()
    demo.load(db, { now, passwordHash: () => 'nobody signs in by password here' })
    rebuildTally(db)
    return imageAndClose(db)
  })
  return copyOf(image)
}

export const ROLES = ['partner', 'manager', 'donor', 'administrator'] as const
export type TriedRole = (typeof ROLES)[number]

/** Somebody of a role whom the demo invites, by e-mail address: of partners one that has a place to report for. */
export function inviteeOf({ demo }: TriedProject, role: TriedRole): string {
  return demo
    .people()
    .find((one) => one.persona && one.role === role && (role !== 'partner' || one.partners.length > 0))!.email
}

export function personOf(db: Db, project: TriedProject, role: TriedRole) {
  return personById(db, personaId(db, inviteeOf(project, role)))!
}

export function visitorOf(app: App, db: Db, project: TriedProject, role: TriedRole, language: 'vi' | 'en') {
  return new Visitor(app).become(personaId(db, inviteeOf(project, role)), language)
}
