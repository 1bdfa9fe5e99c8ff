import type { Db } from '../../../db/connection.ts'
import { type Quarter, quarterAt, quarterCode } from '../../calendar/quarter.ts'
import { datesOf } from '../../calendar/span.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { projectCard } from '../../project/store.ts'
import { ask } from '../ask.ts'
import type { Figure } from '../figure.ts'
import type { SpanGroup } from '../question.ts'
import type { AuditGround } from './ground.ts'
import { disagreements, figureAgain } from './second-working.ts'
import {
  type AuditedPlace,
  assignmentsOf,
  auditedPlaces,
  auditedSuccessions,
  factsAsAt,
  firstApprovals,
  handoversOf,
  lastApproved,
  listedCategories,
  restatedValues,
  runsAtWork,
} from './store.ts'

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
 * Works out every figure of the overview (each indicator, the project and each province, the last quarter and to date), and each of its
 * categories, a second time from single rows, and reports where the two disagree. Approved values as they are in force.
 * @param now instant, ms
 * @param spans other ones to look at than those of the overview
 */
export function auditFigures(db: Db, now: number, spans: readonly SpanGroup[] = usualSpans(db, now)): Audit {
  const places = auditedPlaces(db)
  const exists = existence(places)
  const successions = auditedSuccessions(db)
  const runs = runsAtWork(db)
  const works = (quarter: Quarter) =>
    runs.length === 0 || runs.some(({ first, last }) => first <= quarter && quarter <= last)
  const begins = [...firstOf(projectCard(db)), ...runs.map(({ first }) => first)]
  const provinces = places.filter(({ depth }) => depth < 2)
  const there = provinces.filter(({ id }) => spans.some((span) => exists(id, span.to)))
  const groups = [
    { key: 'whole project', places: '*' as const },
    ...there.map(({ slug }) => ({ key: slug, places: [slug] })),
  ]
  const answer = ask(db, { indicators: '*', groups, spans }, now)
  const first = firstApprovals(db)
  const lists = listedCategories(db)
  const audit: Audit = { compared: 0, differences: [] }
  for (const { id, code, definitions } of historiesAsAt(db)) {
    if (!answer.indicators.some((one) => one.code === code)) continue
    const ground = {
      rows: factsAsAt(db, id, now),
      restated: restatedValues(db, id, first, now),
      assignments: assignmentsOf(db, id),
      handovers: handoversOf(db, id),
      successions,
      exists,
      works,
      begins,
    }
    const split = breakdownsOf(definitions, spans).map((breakdown) => {
      const by = ask(db, { indicators: [code], groups, spans, by: [breakdown] }, now)
      return { by, cells: by.cells(code).filter((cell) => cell.includes('=')) }
    })
    for (const group of groups) {
      const province = provinces.find(({ slug }) => slug === group.key)
      const isIn = province ? under(places, province.id) : () => true
      const here = { ...ground, isIn }
      for (const span of spans) {
        compare(
          audit,
          [code, group.key, span.key],
          answer.figure(code, group.key, span.key),
          figureAgain(definitions, here, span),
        )
        for (const { by, cells } of split)
          for (const cell of cells) {
            const [breakdown, category] = cell.split('=') as [string, string]
            const shown = by.figure(code, group.key, span.key, cell)
            const again = figureAgain(definitions, here, span, { breakdown, category, lists })
            compare(audit, [`${code} ${cell}`, group.key, span.key], shown, again)
          }
      }
    }
  }
  return audit
}

function compare(audit: Audit, [indicator, group, span]: [string, string, string], shown: Figure, again: Figure): void {
  const fields = disagreements(shown, again)
  audit.compared += 1
  if (fields.length > 0) audit.differences.push(new AuditDifference(indicator, group, span, fields, shown, again))
}

/** Breakdowns that values of an indicator are typed in, in some quarter of the spans. */
function breakdownsOf(
  [{ schemes }]: readonly [DefinedIndicator, ...DefinedIndicator[]],
  spans: readonly SpanGroup[],
): string[] {
  const used = schemes.filter((one) =>
    spans.some(({ from, to }) => one.from <= to && (one.to === null || one.to >= from)),
  )
  return [...new Set(used.flatMap((one) => one.breakdowns))]
}

/** The last quarter with an approved value, and from the start of the project to it. */
function usualSpans(db: Db, now: number): SpanGroup[] {
  const [last, project]: [Quarter, { firstQuarter: Quarter } | null] = [
    lastApproved(db) ?? quarterAt(now),
    projectCard(db),
  ]
  const to = Math.max(last, project?.firstQuarter ?? 0)
  const from = project?.firstQuarter ?? to
  return [
    { key: quarterCode(to), from: to, to },
    { key: 'to date', from, to },
  ]
}

function firstOf(project: { firstQuarter: Quarter } | null): Quarter[] {
  return project ? [project.firstQuarter] : []
}

function existence(places: readonly AuditedPlace[]): AuditGround['exists'] {
  return (place, quarter) => {
    const { first, last } = datesOf({ from: quarter, to: quarter })
    const { validFrom, validTo } = places.find(({ id }) => id === place)!
    return validFrom <= last && (validTo === null || validTo > first)
  }
}

/** Whether a place is a province or lies in it, climbing one parent at a time. */
function under(places: readonly AuditedPlace[], province: number): (place: number) => boolean {
  const parents = new Map(places.map(({ id, parentId }) => [id, parentId]))
  return (place) => {
    for (let at: number | null = place; at !== null; at = parents.get(at) ?? null) if (at === province) return true
    return false
  }
}
