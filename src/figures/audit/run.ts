import type { Db } from '../../../db/connection.ts'
import { type Quarter, quarterAt, quarterCode } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { projectCard } from '../../project/store.ts'
import { ask } from '../ask.ts'
import type { Figure } from '../figure.ts'
import type { SpanGroup } from '../question.ts'
import { type AuditAssignment, type AuditGround, type AuditRow, disagreements, figureAgain } from './audit.ts'

export class AuditDifference {
  constructor(
    readonly indicator: string,
    readonly group: string,
    readonly span: string,
    readonly fields: string[],
    readonly shown: Figure,
    readonly again: Figure,
  ) {}

  toString(): string {
    const { indicator, group, span, fields } = this
    const values = (figure: Figure) => JSON.stringify(figure)
    return `${indicator}, ${group}, ${span}: ${fields.join(', ')} differ. Shown ${values(this.shown)}; again ${values(this.again)}`
  }
}

export type Audit = { compared: number; differences: AuditDifference[] }

/**
 * Works out every figure of the overview (each indicator, the project and each province, the last quarter and to date) a
 * second time from single rows, and reports where the two disagree. Approved values as they are in force.
 * @param now instant, ms
 */
export function auditFigures(db: Db, now: number): Audit {
  const provinces = db.$client
    .prepare(`select id, slug from place where level <> 'commune' order by position, id`)
    .all() as { id: number; slug: string }[]
  const spans = spansOf(db, now)
  const there = provinces.filter(({ id }) => spans.some((span) => existence(db)(id, span.to)))
  const groups = [
    { key: 'whole project', places: '*' as const },
    ...there.map(({ slug }) => ({ key: slug, places: [slug] })),
  ]
  const answer = ask(db, { indicators: '*', groups, spans }, now)
  const audit: Audit = { compared: 0, differences: [] }
  for (const indicator of indicatorsAsAt(db, now)) {
    const ground = groundOf(db, indicator, now)
    for (const group of groups) {
      const province = provinces.find(({ slug }) => slug === group.key)
      const isIn = province ? under(db, province.id) : () => true
      for (const span of spans) {
        const shown = answer.figure(indicator.code, group.key, span.key)
        const again = figureAgain(indicator, { ...ground, isIn }, span)
        const fields = disagreements(shown, again)
        audit.compared += 1
        if (fields.length > 0)
          audit.differences.push(new AuditDifference(indicator.code, group.key, span.key, fields, shown, again))
      }
    }
  }
  return audit
}

/** The last quarter with an approved value, and from the start of the project to it. */
function spansOf(db: Db, now: number): SpanGroup[] {
  const last = db.$client
    .prepare('select max(quarter) from fact where approved_to is null')
    .pluck()
    .get() as Quarter | null
  const project = projectCard(db)
  const to = Math.max(last ?? quarterAt(now), project?.firstQuarter ?? 0)
  const from = project?.firstQuarter ?? to
  return [
    { key: quarterCode(to), from: to, to },
    { key: 'to date', from, to },
  ]
}

function groundOf(db: Db, { id }: DefinedIndicator, now: number): Omit<AuditGround, 'isIn'> {
  const rows = db.$client
    .prepare(
      `select place_id as place, partner_id as partner, quarter, key as cell, state, value, base
       from fact join cell on cell.id = fact.cell_id
       where indicator_id = ? and approved_from <= ? and (approved_to is null or approved_to > ?)`,
    )
    .all(id, now, now) as AuditRow[]
  const assignments = db.$client
    .prepare(
      `select place_id as place, partner_id as partner, from_quarter as "from", to_quarter as "to"
       from assignment where indicator_id = ?`,
    )
    .all(id) as AuditAssignment[]
  return { rows, assignments, exists: existence(db) }
}

function existence(db: Db): AuditGround['exists'] {
  const dates = db.$client.prepare('select id, valid_from, valid_to from place').raw().all() as [
    number,
    string,
    string | null,
  ][]
  return (place, quarter) => {
    const { first, last } = datesOf({ from: quarter, to: quarter })
    const [, from, to] = dates.find(([id]) => id === place)!
    return from <= last && (to === null || to > first)
  }
}

/** Whether a place is a province or lies in it, climbing one parent at a time. */
function under(db: Db, province: number): (place: number) => boolean {
  const rows = db.$client.prepare('select id, parent_id from place').raw().all() as [number, number | null][]
  const parents = new Map(rows)
  return (place) => {
    for (let at: number | null = place; at !== null; at = parents.get(at) ?? null) if (at === province) return true
    return false
  }
}
