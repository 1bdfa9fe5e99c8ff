import { isWithin, type KnownCount } from './known-count.ts'
import type { System } from './system.ts'

/** Two shown figures that tell a small number together: of one that holds the other what is left, or what has changed. */
export type SmallDifference = { kind: 'rest' | 'change'; whole: KnownCount; less: KnownCount; count: number }

/** Each small difference once, by what it is the difference of. */
export function smallDifferences(system: System, k: number): SmallDifference[] {
  const shown = onceEach(system.facts.filter((fact) => fact.shown !== null))
  const found = new Map<string, SmallDifference>()
  for (const whole of shown)
    for (const less of shown) {
      const count = whole.shown! - less.shown!
      if (whole === less || whole.indicator !== less.indicator || Math.abs(count) < 1 || Math.abs(count) >= k) continue
      const kind = kindOf(whole, less, system)
      if (kind === null || (kind === 'rest' && count < 0)) continue
      const name = nameOf({ whole, less }, system)
      if (!found.has(name)) found.set(name, { kind, whole, less, count })
    }
  return [...found.values()]
}

function onceEach(facts: readonly KnownCount[]): KnownCount[] {
  return [...new Map(facts.map((fact) => [`${fact.indicator} ${fact.report} ${fact.key}`, fact])).values()]
}

function kindOf(whole: KnownCount, less: KnownCount, system: System): SmallDifference['kind'] | null {
  if (whole.key === less.key) return whole.report > less.report && !isUnchanged(less, whole, system) ? 'change' : null
  return holds(whole, less, system) && isUnchanged(less, whole, system) ? 'rest' : null
}

/** Whether everybody whom one figure counts is in the other. */
function holds(whole: KnownCount, less: KnownCount, { shapes, columnsOf, columnsIn }: System): boolean {
  const { time } = shapes.get(whole.indicator)!
  if (whole.part !== less.part && !(whole.part === 'denominator' && less.part === 'numerator')) return false
  if (time === 'quarters' ? !isWithin(less.span, whole.span) : less.span.to !== whole.span.to) return false
  if (time === 'span' && less.span.from !== whole.span.from) return false
  const isDivided = whole.breakdown !== null || less.breakdown !== null
  // On another map one place may hold others.
  if (whole.place !== null && whole.place !== less.place && (less.place === null || isDivided)) return false
  if (whole.breakdown !== null) return whole.breakdown === less.breakdown && whole.category === less.category
  if (less.breakdown !== null) return true
  const inside = new Set(columnsOf(whole))
  return columnsIn(less, whole.report).every((column) => inside.has(column))
}

/** Whether what a figure counts is the same in another's report. */
function isUnchanged(figure: KnownCount, { report }: KnownCount, { columnsOf, columnsIn }: System): boolean {
  return String(columnsOf(figure)) === String(columnsIn(figure, report))
}

/** What is in the first figure alone, and in the second alone. */
function nameOf(difference: Pick<SmallDifference, 'whole' | 'less'>, system: System): string {
  const other = { whole: difference.less, less: difference.whole }
  return `${remainderOf(difference, system)}|${remainderOf(other, system)}`
}

/** The unknowns of the first figure that are not in the second, in order. */
export function remainderOf({ whole, less }: Pick<SmallDifference, 'whole' | 'less'>, { columnsOf }: System): string {
  const taken = new Set(columnsOf(less))
  return String([...columnsOf(whole)].filter((column) => !taken.has(column)).sort((a, b) => a - b))
}
