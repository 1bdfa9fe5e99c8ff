import { fieldName, fieldOf } from '../../indicators/value-field.ts'
import type { Entry } from '../entry.ts'
import type { ParsedForm } from '../entry-form/parsed-form.ts'

/** A saved form field by field: numbers under `v.` and `d.`, states under `s.`, remarks and reasons under `r.`; a blank is absent. */
export type Flat = Readonly<Record<string, number | string>>
export type Change = readonly [from: number | string | null, to: number | string | null]
export type Changes = Readonly<Record<string, Change>>

/** A field that two forms have filled differently. */
export type Difference = {
  field: string
  theirs: number | string | null
  mine: number | string | null
  /** What is offered first: mine where I changed it since I opened the form, theirs where only they did. */
  offered: 'theirs' | 'mine'
}

export function flatten(entries: readonly Entry[]): Flat {
  const flat: Record<string, number | string> = {}
  for (const { indicator, cell, state, value, base, reason } of entries) {
    if (state !== 'reported') flat[fieldName('s', indicator)] = state
    if (reason !== null) flat[fieldName('r', indicator)] = reason
    if (value !== null) flat[fieldName('v', indicator, cell)] = value
    if (base !== null) flat[fieldName('d', indicator, cell)] = base
  }
  return flat
}

export function changesBetween(before: Flat, after: Flat): Changes {
  const changes: Record<string, Change> = {}
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [from, to] = [before[field] ?? null, after[field] ?? null]
    if (from !== to) changes[field] = [from, to]
  }
  return changes
}

/**
 * Where an older form and what has been saved since differ.
 * @param opened what the older form showed when it was opened
 */
export function differences(opened: Flat, theirs: Flat, mine: Flat): Difference[] {
  return Object.entries(changesBetween(theirs, mine)).map(([field, [saved, typed]]) => ({
    field,
    theirs: saved,
    mine: typed,
    offered: typed === (opened[field] ?? null) ? 'theirs' : 'mine',
  }))
}

/**
 * Of differences those that somebody has to choose between: both changed the field, or one of the two changed whether there are numbers
 * at all in its indicator. What only one of them changed is theirs, and nobody is asked about it.
 */
export function disputed(opened: Flat, all: readonly Difference[]): Difference[] {
  const states = new Set(
    all.filter(({ field }) => field.startsWith('s.')).map(({ field }) => fieldOf(field)?.indicator),
  )
  const isBoth = ({ field, theirs, mine }: Difference) => {
    const before = opened[field] ?? null
    return theirs !== before && mine !== before
  }
  return all.filter((one) => states.has(fieldOf(one.field)?.indicator) || isBoth(one))
}

/** Where a form differs from what is saved, in the rows it has anything of. */
export function differencesFrom(opened: Flat, saved: readonly Entry[], parsed: ParsedForm): Difference[] {
  const own = new Set(Object.keys(parsed.typed).map((field) => fieldOf(field)?.indicator))
  const ofOwn = (entries: readonly Entry[]) => flatten(entries.filter((entry) => own.has(entry.indicator)))
  return differences(opened, ofOwn(saved), ofOwn(parsed.entries))
}

/** Remarks and reasons are people's words and stay out of the trail: only that they changed is kept. */
export function forTrail(changes: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([field]) => !field.startsWith('r.')))
}
