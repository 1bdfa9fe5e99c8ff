import { describe, expect, it } from 'vitest'
import { linesOf, type Member } from '../../../src/figures/add-up/line.ts'
import { lastOfLines } from '../../../src/figures/audit/lines-again.ts'
import fc from '../../fast-check.ts'
import { figureOf, type HeirList, type Reporters, type Told } from './lines.ts'

const FIRST = 1
const LAST = 6
const QUARTERS = Array.from({ length: LAST }, (_, i) => i + FIRST)
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f']
const rule = fc.constantFrom('latest' as const, 'life' as const)
const value = fc.oneof({ weight: 4, arbitrary: fc.nat(100) }, fc.constant(null), fc.constant('n/a' as const))

/** Asked from a quarter to another, in all of them or in some. */
const told = fc
  .tuple(fc.array(value, { minLength: LAST, maxLength: LAST }), fc.subarray(QUARTERS, { minLength: 1 }))
  .map(([values, quarters]): Told => Object.fromEntries(quarters.map((quarter) => [quarter, values[quarter - 1]!])))
const reporters = fc
  .array(told, { minLength: 1, maxLength: NAMES.length })
  .map((all): Reporters => Object.fromEntries(all.map((one, i) => [NAMES[i]!, one])))

/** Anyone may take over from those named before it: there is no circle. */
const heirs = fc
  .subarray(NAMES.flatMap((from, i) => NAMES.slice(i + 1).map((to) => [from, to] as const)))
  .map((pairs): HeirList => {
    const lists: Record<string, string[]> = {}
    for (const [from, to] of pairs) lists[from] = [...(lists[from] ?? []), to]
    return lists
  })
const all: readonly [number, number] = [FIRST, LAST]

describe('a line of reporting', () => {
  it('a hand-over alone changes nothing: neither value nor coverage nor what is said of it', () => {
    fc.assert(
      fc.property(
        rule,
        reporters,
        heirs,
        fc.nat(),
        fc.integer({ min: FIRST + 1, max: LAST }),
        (time, given, of, at, from) => {
          const names = Object.keys(given)
          const name = names[at % names.length]!
          const entries = Object.entries(given[name]!)
          const part = (mine: (quarter: number) => boolean): Told =>
            Object.fromEntries(entries.filter(([quarter]) => mine(Number(quarter))))
          const handed = { ...given, [name]: part((q) => q < from), heir: part((q) => q >= from) }
          // Whoever took over from the one takes over from its heir.
          const after = { ...of, [name]: ['heir'], heir: of[name] ?? [] }
          expect(figureOf(time, handed, after, all)).toEqual(figureOf(time, given, of, all))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('a merger alone does not change a total: until the successor speaks, its predecessors stand in', () => {
    const merging = fc.array(fc.nat(100), { minLength: 2, maxLength: 4 })
    fc.assert(
      fc.property(rule, merging, fc.nat(100), fc.nat(100), (time, values, other, said) => {
        const before: Reporters = Object.fromEntries(values.map((one, i) => [NAMES[i]!, { 1: one }]))
        const merged = { ...before, stays: { 1: other, 2: other }, successor: { 2: null } }
        const of = Object.fromEntries(Object.keys(before).map((name) => [name, ['successor']]))
        const total = values.reduce((sum, one) => sum + one, other)
        expect(figureOf(time, { ...before, stays: { 1: other } }, {}, [1, 1])).toMatchObject({
          value: total,
          flags: [],
        })
        expect(figureOf(time, merged, of, [1, 2])).toMatchObject({ value: total, coverage: [2, 2], flags: ['carried'] })
        const spoken = { ...merged, successor: { 2: said } }
        expect(figureOf(time, spoken, of, [1, 2])).toMatchObject({ value: said + other, coverage: [2, 2], flags: [] })
      }),
      { numRuns: 200 },
    )
  })

  it('where a span begins does not change the stock at its end, once everybody has spoken in what is left of it', () => {
    fc.assert(
      fc.property(reporters, heirs, fc.integer({ min: FIRST, max: LAST }), (given, of, from) => {
        const end = figureOf('latest', given, of, [from, LAST])
        fc.pre(end.coverage[0] > 0 && end.coverage[0] === end.coverage[1] && !end.flags.includes('carried'))
        const whole = figureOf('latest', given, of, all)
        // A line that did not apply in what is left, or was not of it, is not of the end: the others are.
        fc.pre(whole.coverage[1] === end.coverage[1])
        expect([whole.value, whole.coverage]).toEqual([end.value, end.coverage])
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order in which reporters stand', () => {
    fc.assert(
      fc.property(rule, reporters, heirs, (time, given, of) => {
        const turned = Object.fromEntries(Object.entries(given).reverse())
        expect(figureOf(time, turned, of, all)).toEqual(figureOf(time, given, of, all))
      }),
      { numRuns: 300 },
    )
  })

  it('is nothing to a flow', () => {
    fc.assert(
      fc.property(reporters, heirs, (given, of) => {
        expect(figureOf('sum', given, of, all)).toEqual(figureOf('sum', given, {}, all))
      }),
      { numRuns: 200 },
    )
  })

  it('never counts beside an heir, and never more than what was last said', () => {
    fc.assert(
      fc.property(rule, reporters, heirs, (time, given, of) => {
        const with_ = figureOf(time, given, of, all)
        const without = figureOf('life', given, {}, all)
        expect(with_.value ?? 0).toBeLessThanOrEqual(without.value ?? 0)
        expect(with_.coverage[0]).toBeLessThanOrEqual(with_.coverage[1])
        expect(with_.flags.includes('partial')).toBe(with_.coverage[0] < with_.coverage[1])
      }),
      { numRuns: 300 },
    )
  })

  it('is worked out again by another way, with the same outcome', () => {
    const stray = fc.constantFrom(null, ...QUARTERS)
    fc.assert(
      fc.property(
        rule,
        reporters,
        heirs,
        fc.array(stray, { minLength: 6, maxLength: 6 }),
        (time, given, of, strays) => {
          const quartered = Object.entries(given).map(([name, one], i) => {
            const late = strays[i] ?? null
            const quarters = QUARTERS.flatMap((quarter) => {
              const due = quarter in one
              const here = due ? one[quarter]! : quarter === late ? 7 : null
              if (!due && here === null) return []
              return [
                { quarter, due, away: here === 'n/a', rows: typeof here === 'number' ? [rowOf(i, quarter, here)] : [] },
              ]
            })
            return { name, place: i, partner: 1, quarters }
          })
          const members = quartered.map(({ name, quarters }): Member => {
            const reported = quarters.filter(({ rows }) => rows.length > 0)
            const due = quarters.filter((one) => one.due)
            return {
              reporter: name,
              expected: quarters.filter(({ away }) => !away).length,
              reported: reported.length,
              lastDue: due.at(-1)?.quarter ?? null,
              latest: reported.at(-1)?.quarter ?? null,
            }
          })
          const handovers = Object.entries(of).flatMap(([from, to]) =>
            to.map((heir) => ({ from: named(from), to: named(heir) })),
          )
          const again = lastOfLines(time, quartered, { successions: [], handovers })
          const { lines, ended } = linesOf(time, members, new Map(Object.entries(of)))
          const applying = lines.filter(({ applies }) => applies)
          const givers = new Set(
            applying.flatMap(({ givers }) => givers.map(({ reporter }) => NAMES.indexOf(reporter))),
          )
          expect([...givers].sort()).toEqual(again.given.map(([row]) => row!.place).sort())
          expect(again.coverage).toEqual([applying.filter((line) => line.givers.length > 0).length, applying.length])
          expect(again.carried).toBe(applying.some(({ carried }) => carried))
          expect(again.ended).toBe(ended.length > 0)
        },
      ),
      { numRuns: 1000 },
    )
  })
})

const named = (name: string) => ({ place: NAMES.indexOf(name), partner: 1 })

const rowOf = (place: number, quarter: number, value: number) => ({
  ...{ place, partner: 1, quarter, cell: '', state: 'reported', value, base: null },
})
