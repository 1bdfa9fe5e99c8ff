import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { heldIn, type Validity, validityCodes } from '../../calendar/span.ts'
import { gapsIn, revised } from '../../calendar/timeline.ts'
import { freshenTally } from '../../figures/tally/rebuild.ts'
import type { Scheme } from '../../indicators/breakdown.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import { quartersWithValues } from '../../indicators/definitions/definition-store.ts'
import { endScheme, insertScheme, placeOfScheme } from '../../indicators/definitions/scheme-store.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { record } from '../../trail/store.ts'
import type { DefinitionRefusal } from './refusal.ts'

/** The breakdowns an indicator's values are crossed by in some quarters; none = they are given undivided. */
export type Crossing = Validity & { breakdowns: readonly string[] }

/**
 * From a quarter on (to one) an indicator is split otherwise. Quarters in which values have been given keep the breakdown they
 * were given in.
 */
export function changeBreakdown(
  db: Db,
  by: Pick<Person, 'id'> | null,
  code: string,
  { breakdowns: crossed, ...quarters }: Crossing,
  now: number,
): DefinitionRefusal | null {
  return db.tx(() => {
    const indicator = indicatorsAsAt(db).find((one) => one.code === code)
    if (!indicator) return { code: 'unknown-indicator', what: code }
    if (quarters.to !== null && quarters.to < quarters.from) return { code: 'ends-first', what: code }
    const known = breakdowns(db)
    const unknown = crossed.find((one) => !known.some((breakdown) => breakdown.code === one))
    if (unknown !== undefined) return { code: 'unknown-breakdown', what: unknown }
    const given = quartersWithValues(db, indicator.id).find((quarter) => heldIn(quarters, quarter))
    if (given !== undefined) return { code: 'none-for-values', what: code, quarter: given }

    const crossings = indicator.schemes.filter(({ kind }) => kind === 'primary')
    const anew = (from: number, to: number | null): Scheme => ({
      id: 0,
      kind: 'primary',
      from,
      to,
      breakdowns: [...crossed],
    })
    const { ended, begun } = revised<Scheme>(crossings, quarters, ({ from, to }) => anew(from, to))
    begun.push(...gapsIn(crossings, quarters).map(({ from, to }) => anew(from, to)))
    const before = ended.map(({ id }) => placeOfScheme(db, id))
    const at = Math.max(now, ...before.map(({ knownFrom }) => knownFrom + 1))
    for (const { id } of ended) endScheme(db, id, at)
    const ids = new Map(known.map((one) => [one.code, one.id]))
    for (const one of begun) {
      if (one.breakdowns.length === 0) continue
      const place = { position: before[0]?.position ?? 0, knownFrom: at }
      insertScheme(
        db,
        indicator.id,
        one,
        one.breakdowns.map((breakdown) => ids.get(breakdown)!),
        place,
      )
    }
    const detail = { breakdowns: [...crossed], ...validityCodes(quarters) }
    record(db, { at: now, by, verb: 'indicator.breakdown-changed', subject: ['indicator', code], detail })
    freshenTally(db)
    return null
  })
}
