import type { ColourRole } from '../model/chart-data.ts'
import type { DrawnPattern, DrawnSeries } from './model.ts'
import { fillOf } from './texture.ts'

/** What a bar of a colour knows its pattern by; null where it is plain. */
export function patternName(role: ColourRole, open: boolean): string | null {
  if (fillOf(role, open).path === '') return null
  return open ? `${role}-open` : role
}

/** The patterns of a drawing, each once; of series with bars the settled one, too: their names have it. */
export function patternsOf(series: readonly Pick<DrawnSeries, 'bars' | 'role'>[]): DrawnPattern[] {
  const found = new Map<string, DrawnPattern>()
  const add = (role: ColourRole, open: boolean) => {
    const name = patternName(role, open)
    if (name !== null) found.set(name, { name, role, ...fillOf(role, open) })
  }
  for (const { bars, role } of series) {
    add(role, false)
    for (const bar of bars) add(bar.role, bar.open)
  }
  return [...found.values()]
}
