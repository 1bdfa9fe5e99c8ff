import type { Quarter } from '../../calendar/quarter.ts'
import { heldIn, overlaps, quartersIn, type Span } from '../../calendar/span.ts'
import type { Sensitivity } from '../../vocabulary/indicator.ts'
import { isScheduledIn } from '../frequency.ts'
import type { DefinedIndicator } from '../indicator.ts'
import { isBreak } from './definition.ts'

/*
 * What is measured changes while it is measured. A definition holds from a quarter to a quarter and is known from an instant
 * to an instant: the store picks what was known, here the quarter picks what held.
 */

/**
 * An indicator with every definition it has had, as known at one instant: one after another, never two in a quarter. A quarter
 * without one is before it was introduced, after it was retired, or in a pause between.
 */
export type IndicatorHistory = {
  id: number
  code: string
  definitions: readonly [DefinedIndicator, ...DefinedIndicator[]]
}

/** @param definitions of one indicator, in the order of their quarters */
export function historyOf(definitions: IndicatorHistory['definitions']): IndicatorHistory {
  const [{ id, code }] = definitions
  return { id, code, definitions }
}

/** The definition a value of a quarter stands under; null = it is not measured then. */
export function definitionIn({ definitions }: IndicatorHistory, quarter: Quarter): DefinedIndicator | null {
  return definitions.find((one) => heldIn(one, quarter)) ?? null
}

/** The definitions that hold in some quarter of a span, in order. */
export function definitionsOver({ definitions }: IndicatorHistory, span: Span): DefinedIndicator[] {
  return definitions.filter((one) => overlaps(one, span))
}

/**
 * The definition that a span is read under: the last that holds in it. Where none does, nothing is measured in it, and it is
 * called what it was called before or, before all, what it was called first.
 */
export function definitionOver(history: IndicatorHistory, span: Span): DefinedIndicator {
  const before = () => history.definitions.findLast(({ from }) => from < span.from)
  return definitionsOver(history, span).at(-1) ?? before() ?? history.definitions[0]
}

/** Whether what it is changes in a span, or from the quarter before it to its first. */
export function isBrokenIn({ definitions }: IndicatorHistory, span: Span): boolean {
  return definitions.some((one, nth) => {
    const before = definitions[nth - 1]
    return before !== undefined && span.from <= one.from && one.from <= span.to && isBreak(before, one)
  })
}

/** What it is called and how it is read now or, where it is retired, was at last. */
export function lastDefinition({ definitions }: IndicatorHistory): DefinedIndicator {
  return definitions.at(-1)!
}

/** The quarters of a span in which it is due: in each, as the definition of that quarter says. */
export function dueQuarters(history: IndicatorHistory, span: Span): Quarter[] {
  return dueAmong(history, quartersIn(span))
}

/** Those of some quarters in which it is due. */
export function dueAmong(history: IndicatorHistory, quarters: readonly Quarter[]): Quarter[] {
  return quarters.filter((quarter) => dueUnder(history, quarter) !== null)
}

/** The definition under which it is due in a quarter; null = it is not. */
export function dueUnder(history: IndicatorHistory, quarter: Quarter): DefinedIndicator | null {
  const definition = definitionIn(history, quarter)
  return definition && isScheduledIn(definition, quarter) ? definition : null
}

/** The same indicator as if the project were at work at all times. */
export function atAnyTime(history: IndicatorHistory): IndicatorHistory {
  const [first, ...rest] = history.definitions.map(({ phases: _, ...definition }): DefinedIndicator => definition)
  return { ...history, definitions: [first!, ...rest] }
}

/**
 * A definition as it is protected: what was sensitive under any definition stays so under all, since figures of several stand in
 * one table and in one release after another.
 */
export function protectedAs(history: IndicatorHistory, definition: DefinedIndicator): DefinedIndicator {
  const strictest = Math.max(...history.definitions.map(({ sensitivity }) => sensitivity)) as Sensitivity
  return strictest === definition.sensitivity ? definition : { ...definition, sensitivity: strictest }
}

/** Each indicator that is measured in some quarter of a span, under its last definition there, as it is protected. */
export function measuredOver(histories: readonly IndicatorHistory[], span: Span): DefinedIndicator[] {
  return histories
    .filter((history) => isMeasuredIn(history, span))
    .map((history) => protectedAs(history, definitionOver(history, span)))
}

/** Whether it is measured in some quarter of a span. */
export function isMeasuredIn({ definitions }: IndicatorHistory, span: Span): boolean {
  return definitions.some((one) => overlaps(one, span))
}
