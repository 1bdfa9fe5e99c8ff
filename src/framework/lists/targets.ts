import { z } from 'zod'
import { type Quarter, quarterOf, yearOf } from '../../calendar/quarter.ts'
import { heldIn, quartersIn, type Span } from '../../calendar/span.ts'
import type { Text } from '../../language/text.ts'
import type { TargetKind } from '../../vocabulary/target.ts'
import { code, numberValue, setOn, slug, textInBoth } from './fields.ts'
import type { PhaseRow } from './phases.ts'
import type { ProjectRow } from './project/project.ts'

const year = z.number().int().min(1990).max(2100)

/** What is to be reached, as people write it down: all of it set on one day, and what was revised later. */
export const targetsData = z.strictObject({
  /** Where they come from, for whoever reads the file. */
  note: textInBoth.optional(),
  setOn,
  /** For the life of the project. */
  project: z.array(z.strictObject({ indicator: code, value: numberValue })).default([]),
  /** The same, place by place. */
  places: z.array(z.strictObject({ indicator: code, values: z.record(slug, numberValue) })).default([]),
  /** For the life of a phase; `place` null = the whole project. */
  phases: z
    .array(z.strictObject({ phase: code, indicator: code, place: slug.nullable().default(null), value: numberValue }))
    .default([]),
  /** One value for each calendar year in which the project is at work. */
  years: z.array(z.strictObject({ indicator: code, values: z.array(numberValue) })).default([]),
  /** One value for each quarter in which the project is at work; `place` null = the whole project. */
  quarters: z
    .array(z.strictObject({ indicator: code, place: slug.nullable(), values: z.array(numberValue) }))
    .default([]),
  /** A year's target that gave way to another one on a day. */
  revised: z
    .array(
      z.strictObject({
        indicator: code,
        year,
        on: setOn,
        value: numberValue,
        reason: textInBoth.nullable().default(null),
      }),
    )
    .default([]),
})
export type TargetsFile = z.output<typeof targetsData>

/** One target: of the whole project or a place, for a span, in force from an instant to an instant. */
export type TargetRow = Span & {
  indicator: string
  place: string | null
  kind: TargetKind
  /** Code of the phase it is set for; null: it is for none. */
  phase: string | null
  value: number
  /** Why it took the place of the one before, where that was said. */
  reason: Text | null
  validFrom: number
  validTo: number | null
}

/** A target with the way to it in its file: "years.0.values.1". */
export type WrittenTarget = { at: string; row: TargetRow }

/** The targets of a file, each by itself; those for a phase that is not there are left out. */
export function targetsIn(
  file: TargetsFile,
  { first, last }: ProjectRow,
  phases: readonly PhaseRow[],
): WrittenTarget[] {
  const set = { phase: null, reason: null, validFrom: file.setOn, validTo: null }
  const whole = { kind: 'project', from: first, to: last, ...set } as const
  const quarters = quartersAtWork({ from: first, to: last }, phases)
  const years = [...new Set(quarters.map(yearOf))]
  const written = (at: string, row: TargetRow): WrittenTarget => ({ at, row })
  return [
    ...file.project.map(({ indicator, value }, nth) =>
      written(`project.${nth}`, { indicator, place: null, value, ...whole }),
    ),
    ...file.places.flatMap(({ indicator, values }, nth) =>
      Object.entries(values).map(([place, value]) =>
        written(`places.${nth}.values.${place}`, { indicator, place, value, ...whole }),
      ),
    ),
    ...file.phases.flatMap(({ phase, indicator, place, value }, nth) => {
      const known = phases.find(({ code }) => code === phase)
      if (!known) return []
      const within = { kind: 'phase', from: known.first, to: known.last } as const
      return [written(`phases.${nth}`, { indicator, place, value, ...within, ...set, phase })]
    }),
    ...file.years.flatMap(({ indicator, values }, nth) =>
      values.flatMap((value, at) =>
        yearly(file, indicator, yearNamed(years, at), value).map((row) => written(`years.${nth}.values.${at}`, row)),
      ),
    ),
    ...file.quarters.flatMap(({ indicator, place, values }, nth) =>
      quarters.flatMap((quarter, at) => {
        const value = values[at]
        if (value === undefined) return []
        const within = { kind: 'quarter', from: quarter, to: quarter } as const
        return [written(`quarters.${nth}.values.${at}`, { indicator, place, value, ...within, ...set })]
      }),
    ),
  ]
}

function quartersAtWork(span: Span, phases: readonly PhaseRow[]): Quarter[] {
  const all = quartersIn(span)
  return phases.length === 0
    ? all
    : all.filter((at) => phases.some(({ first, last }) => heldIn({ from: first, to: last }, at)))
}

/** The year a value stands for; after the last one the years go on, where the check finds that they are not the project's. */
function yearNamed(years: readonly number[], nth: number): number {
  return years[nth] ?? (years.at(-1) ?? 0) + nth - years.length + 1
}

/** A year's target, and the one that took its place when it was revised. */
function yearly(file: TargetsFile, indicator: string, year: number, value: number): TargetRow[] {
  const first: TargetRow = {
    indicator,
    place: null,
    kind: 'year',
    phase: null,
    from: quarterOf(year, 1),
    to: quarterOf(year, 4),
    value,
    reason: null,
    validFrom: file.setOn,
    validTo: null,
  }
  const revised = file.revised.find((one) => one.indicator === indicator && one.year === year)
  if (!revised) return [first]
  return [
    { ...first, validTo: revised.on },
    { ...first, value: revised.value, reason: revised.reason, validFrom: revised.on },
  ]
}
