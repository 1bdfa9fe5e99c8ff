import { dayAt } from '../../calendar/day.ts'
import { yearOf } from '../../calendar/quarter.ts'
import type { TargetRow } from '../lists/targets.ts'
import type { WrittenProject } from './written.ts'

/**
 * Targets as their file writes them: what was set on its day, and the years' that gave way to others later. Those for the life of
 * the project, or of a phase, that went along with a new plan go along again when the plan is loaded.
 * @param rows in the order in which they were written
 * @param otherwise the day on which they were set, where there are none
 */
export function writtenTargets(rows: readonly TargetRow[], otherwise: string): WrittenProject['targets'] {
  const first = Math.min(...rows.map(({ validFrom }) => validFrom))
  const set = rows.filter(({ validFrom }) => validFrom === first)
  const ofKind = (kind: TargetRow['kind']) => set.filter((one) => one.kind === kind)
  const life = ofKind('project')
  return {
    setOn: rows.length === 0 ? otherwise : dayAt(first),
    project: life.flatMap(({ indicator, place, value }) => (place === null ? [{ indicator, value }] : [])),
    places: gathered(
      life.filter(({ place }) => place !== null),
      ({ indicator }) => indicator,
    ).map((own) => ({
      indicator: own[0]!.indicator,
      values: Object.fromEntries(own.map(({ place, value }) => [place!, value])),
    })),
    phases: ofKind('phase').map(({ phase, indicator, place, value }) => ({ phase: phase!, indicator, place, value })),
    years: gathered(ofKind('year'), ({ indicator }) => indicator).map((own) => ({
      indicator: own[0]!.indicator,
      values: own.map(({ value }) => value),
    })),
    quarters: gathered(ofKind('quarter'), ({ indicator, place }) => JSON.stringify([indicator, place])).map((own) => ({
      indicator: own[0]!.indicator,
      place: own[0]!.place,
      values: own.map(({ value }) => value),
    })),
    revised: rows
      .filter(({ kind, validFrom }) => kind === 'year' && validFrom !== first)
      .map(({ indicator, from, validFrom, value, reason }) => ({
        indicator,
        year: yearOf(from),
        on: dayAt(validFrom),
        value,
        ...(reason === null ? {} : { reason }),
      })),
  }
}

/** Rows of one thing, in the order of their quarters, in the order in which the things first come up. */
function gathered(rows: readonly TargetRow[], by: (row: TargetRow) => string): TargetRow[][] {
  const groups = new Map<string, TargetRow[]>()
  for (const row of rows) groups.set(by(row), [...(groups.get(by(row)) ?? []), row])
  return [...groups.values()].map((own) => own.sort((a, b) => a.from - b.from))
}
