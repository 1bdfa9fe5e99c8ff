import { describe, expect, it } from 'vitest'
import { bulletOf } from '../../src/charts/bullet.ts'
import { type SparkPoint, sparklineOf } from '../../src/charts/sparkline.ts'
import { stackedBarOf } from '../../src/charts/stacked-bar.ts'
import type { Figure } from '../../src/figures/figure.ts'

const figure = (value: number | null, more: Partial<Figure> = {}): Figure => ({
  state: value === null ? 'not reported' : 'reported',
  value,
  coverage: [1, 1],
  flags: [],
  ...more,
})
const point = (
  at: number,
  value: number | null,
  planned: number | null = null,
  more: Partial<Figure> = {},
): SparkPoint => ({
  at,
  planned,
  shown: { kind: 'figure', figure: figure(value, more), target: null, progress: null },
})

describe('a sparkline', () => {
  it('is a line over time from nothing to the highest value, with its end marked', () => {
    const spark = sparklineOf([point(1, 0), point(2, 5), point(4, 10)], true)
    expect(spark).toMatchObject({
      line: 'M3 17L33 10L93 3',
      plan: '',
      gaps: [],
      dots: [{ x: 93, y: 3, hollow: false }],
    })
  })

  it('is broken where something due has no number, and marks the place; what stands alone is a dot', () => {
    const spark = sparklineOf([point(1, 4), point(2, null), point(3, 8), point(4, 4)], true)!
    expect(spark.line).toBe('M3 10M63 3L93 10')
    expect(spark.gaps).toEqual([33])
    expect(spark.dots.map(({ x }) => x)).toEqual([3, 93])
  })

  it('goes on over what is not due or does not apply', () => {
    for (const state of ['not due', 'not applicable'] as const) {
      const spark = sparklineOf([point(1, 4), point(2, null, null, { state }), point(3, 8)], true)!
      expect([spark.line, spark.gaps]).toEqual(['M3 10L93 3', []])
    }
  })

  it('has a hollow point where reports are missing or nothing is approved', () => {
    for (const flag of ['partial', 'provisional', 'carried'] as const) {
      const spark = sparklineOf([point(1, 4), point(2, 8, null, { flags: [flag] })], true)!
      expect(spark.dots).toEqual([{ x: 93, y: 3, hollow: true }])
    }
    const revised = sparklineOf([point(1, 4), point(2, 8, null, { flags: ['revised'] })], true)!
    expect(revised.dots).toEqual([{ x: 93, y: 3, hollow: false }])
  })

  it('draws the planned path on the same scale, also where there is no value yet', () => {
    const spark = sparklineOf([point(1, 5, 10), point(2, null, 20)], true)!
    expect([spark.line, spark.plan]).toEqual(['M3 13.5', 'M3 10L93 3'])
  })

  it('spans the values of what is no amount, and lies in the middle where they are all the same', () => {
    expect(sparklineOf([point(1, 80), point(2, 90)], false)!.line).toBe('M3 17L93 3')
    expect(sparklineOf([point(1, 80), point(2, 80)], false)!.line).toBe('M3 10L93 10')
    expect(sparklineOf([point(7, 3)], false)!.dots).toEqual([{ x: 48, y: 10, hollow: false }])
  })

  it('is nothing without a number', () => {
    expect(sparklineOf([], true)).toBeNull()
    expect(sparklineOf([point(1, null, 10)], true)).toBeNull()
  })

  it('shows nothing of what is hidden', () => {
    const hidden: SparkPoint = { at: 2, shown: { kind: 'confidential' }, planned: null }
    expect(sparklineOf([point(1, 4), hidden, point(3, 8)], true)).toMatchObject({
      line: 'M3 10M93 3',
      gaps: [],
      hidden: [{ x: 48, sign: 'c' }],
    })
  })
})

describe('a bar beside its plan', () => {
  it('has the figure, what was planned by now and the target of the life on one scale', () => {
    expect(bulletOf(30, 60, 120)).toEqual({ width: 120, bar: { x: 0, width: 30 }, planned: 60, life: 120 })
  })

  it('reaches beyond the plan where more was achieved', () => {
    expect(bulletOf(200, 100, null)).toEqual({ width: 120, bar: { x: 0, width: 120 }, planned: 60, life: null })
  })

  it('goes to the left of nothing where the figure is negative', () => {
    expect(bulletOf(-10, 20, null)).toEqual({ width: 120, bar: { x: 0, width: 40 }, planned: 120, life: null })
  })

  it('has no bar without a figure, and is nothing without a plan', () => {
    expect(bulletOf(null, 50, 100)).toEqual({ width: 120, bar: null, planned: 60, life: 120 })
    expect(bulletOf(50, null, null)).toBeNull()
    expect(bulletOf(0, 0, null)).toBeNull()
  })
})

describe('a bar of several pieces', () => {
  it('fills its whole length without a hole, whatever the shares', () => {
    const bar = stackedBarOf([
      { number: 1, tone: 'good' },
      { number: 0, tone: 'warn' },
      { number: 2, tone: 'bad' },
    ])
    expect(bar).toEqual({
      width: 100,
      pieces: [
        { x: 0, width: 33.5, tone: 'good' },
        { x: 33.5, width: 66.5, tone: 'bad' },
      ],
    })
  })

  it('is nothing where there is nothing to divide', () => {
    expect(stackedBarOf([{ number: 0, tone: 'good' }])).toBeNull()
  })
})
