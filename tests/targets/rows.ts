import type { Baseline, Target } from '../../src/targets/target.ts'

/** A target of the one indicator, for the whole project unless said otherwise. */
export function target(
  kind: Target['kind'],
  from: number,
  to: number,
  value: number,
  more: Partial<Target> = {},
): Target {
  return { indicatorId: 1, placeId: null, kind, from, to, value, ...more }
}

/** A baseline of it, before the first quarter. */
export function baseline(value: number, more: Partial<Baseline> = {}): Baseline {
  const source = { vi: 'khảo sát', en: 'survey' }
  return { indicatorId: 1, placeId: null, quarter: 0, value, base: null, source, ...more }
}
