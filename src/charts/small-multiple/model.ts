import type { Span } from '../../calendar/span.ts'
import type { ShownFigure } from '../../disclosure/publishable.ts'
import type { Position } from '../series-path.ts'

/**
 * `bars`: sums of periods, with what they come to against its planned path. `line`: stocks, ratios, means. `steps`: stages, or how many
 * have reached one.
 */
export type MultipleKind = 'bars' | 'line' | 'steps'

/** A value under its own span, with what was planned for it. */
export type MultiplePoint = Span & { shown: ShownFigure; planned: number | null }

/** What a series is drawn from. `toDate` is there for sums: each from the quarter that it begins with to the end of a period. */
export type MultipleSeries = {
  kind: MultipleKind
  /** Along the whole axis, whatever the series has of it: pictures beside each other have one scale of time. */
  span: Span
  points: readonly MultiplePoint[]
  toDate: readonly MultiplePoint[]
  /** Names of stages from the first on; empty where the axis has numbers. */
  stages: readonly string[]
  /** Whether nothing is on the axis, for heights that mean something. */
  fromZero: boolean
  numberText: (value: number) => string
  /** Numbers of the pictures beside it, where all are to have one scale. */
  beside?: readonly number[]
}

/** A small picture of a series, in units of its box. */
export type SmallMultiple = {
  width: number
  height: number
  left: number
  right: number
  /** Lowest and highest value, or every stage; numbers end at the axis, names stand on their line. */
  grid: { y: number; label: string; at: Position; isBefore: boolean }[]
  years: { x: number; label: string }[]
  bars: { x: number; y: number; width: number; height: number; hollow: boolean }[]
  line: string
  plan: string
  dots: (Position & { hollow: boolean })[]
  /** What stands in the place of a number, and marks of those that have one. */
  signs: (Position & { text: string })[]
}

declare module '../../web/views/models.ts' {
  interface Parts {
    /** `label`: what it shows, in words. */
    'charts/small-multiple': { picture: SmallMultiple & { label: string } }
  }
}
