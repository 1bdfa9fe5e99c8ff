import { describe, expect, it } from 'vitest'
import { heldIn } from '../../src/calendar/span.ts'
import { afterwards, gapsIn, revised } from '../../src/calendar/timeline.ts'
import fc from '../fast-check.ts'

type Row = { from: number; to: number | null; name: string }
const row = (name: string, from: number, to: number | null): Row => ({ name, from, to })
const renamed = (piece: Row): Row => ({ ...piece, name: `${piece.name}'` })
const said = (rows: readonly Row[]) => rows.map(({ name, from, to }) => `${name} ${from}-${to ?? ''}`)

describe('what is said anew of some quarters', () => {
  const rows = [row('a', 1, 4), row('b', 5, 8), row('c', 11, null)]

  it.each<[string, number, number | null, string[], string[]]>([
    ['a whole row', 5, 8, ['b 5-8'], ["b' 5-8"]],
    ['the end of a row', 7, 8, ['b 5-8'], ['b 5-6', "b' 7-8"]],
    ['the beginning of a row', 5, 6, ['b 5-8'], ["b' 5-6", 'b 7-8']],
    ['the middle of a row', 6, 7, ['b 5-8'], ['b 5-5', "b' 6-7", 'b 8-8']],
    ['one quarter', 8, 8, ['b 5-8'], ['b 5-7', "b' 8-8"]],
    ['over two rows', 4, 5, ['a 1-4', 'b 5-8'], ['a 1-3', "a' 4-4", "b' 5-5", 'b 6-8']],
    ['a gap', 9, 10, [], []],
    ['from a gap on', 10, null, ['c 11-'], ["c' 11-"]],
    ['for ever', 12, null, ['c 11-'], ['c 11-11', "c' 12-"]],
    ['of what has no end', 12, 13, ['c 11-'], ['c 11-11', "c' 12-13", 'c 14-']],
    ['before all', -3, 0, [], []],
  ])('cuts %s', (_, from, to, ended, begun) => {
    const revision = revised(rows, { from, to }, renamed)
    expect([said(revision.ended), said(revision.begun)]).toEqual([ended, begun])
  })

  it('can be nothing', () => {
    expect(revised(rows, { from: 7, to: null }, () => null)).toEqual({
      ended: [row('b', 5, 8), row('c', 11, null)],
      begun: [row('b', 5, 6)],
    })
  })

  const timelines = fc
    .uniqueArray(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 8 })
    .chain((ends) => fc.tuple(fc.constant(ends.sort((a, b) => a - b)), fc.boolean()))
    .map(([ends, open]) =>
      ends.flatMap((from, i): Row[] => {
        if (i % 2 === 1) return []
        const to = ends[i + 1]
        return to === undefined ? (open ? [row(`r${i}`, from, null)] : []) : [row(`r${i}`, from, to)]
      }),
    )
  const quarters = fc
    .tuple(fc.integer({ min: -2, max: 32 }), fc.option(fc.integer({ min: 0, max: 20 })))
    .map(([from, more]) => ({ from, to: more === null ? null : from + more }))

  it('changes no quarter but those, loses none of them, and leaves none with two', () => {
    fc.assert(
      fc.property(timelines, quarters, (before, named) => {
        const after = afterwards(before, revised(before, named, renamed))
        for (let quarter = -3; quarter <= 60; quarter++) {
          const was = before.filter((one) => heldIn(one, quarter)).map(({ name }) => name)
          const is = after.filter((one) => heldIn(one, quarter)).map(({ name }) => name)
          expect(is).toEqual(heldIn(named, quarter) ? was.map((name) => `${name}'`) : was)
        }
      }),
    )
  })

  it('leaves the quarters in which nothing holds, which are its gaps', () => {
    fc.assert(
      fc.property(timelines, quarters, (rows, named) => {
        const gaps = gapsIn(rows, named)
        for (let quarter = -3; quarter <= 60; quarter++) {
          const free = heldIn(named, quarter) && !rows.some((one) => heldIn(one, quarter))
          expect(gaps.filter((gap) => heldIn(gap, quarter)).length).toBe(free ? 1 : 0)
        }
      }),
    )
  })
})

describe('a timeline', () => {
  it('is in the order of its quarters after a revision', () => {
    const rows = [row('a', 1, 4), row('b', 5, 8), row('c', 9, null)]
    expect(said(afterwards(rows, revised(rows, { from: 3, to: 6 }, renamed)))).toEqual([
      'a 1-2',
      "a' 3-4",
      "b' 5-6",
      'b 7-8',
      'c 9-',
    ])
    const first = [row('b', 5, 8), row('a', 1, 4)]
    expect(said(afterwards(first, { ended: [], begun: [row('c', 0, 0)] }))).toEqual(['c 0-0', 'a 1-4', 'b 5-8'])
  })

  it.each<[string, Row[], number, number | null, string[]]>([
    ['that is empty', [], 3, 6, ['3-6']],
    ['that is empty for ever', [], 3, null, ['3-']],
    ['whose rows come in any order', [row('b', 6, 7), row('a', 2, 3)], 1, 9, ['1-1', '4-5', '8-9']],
    ['that is full', [row('a', 1, 3), row('b', 4, 6)], 1, 6, []],
    ['that is full to its end', [row('a', 1, 3)], 2, 3, []],
    ['that has no end', [row('a', 4, null)], 1, null, ['1-3']],
    ['whose rows end before', [row('a', 1, 2)], 4, 5, ['4-5']],
    ['whose rows begin after', [row('a', 7, 8), row('b', 10, 11)], 2, 4, ['2-4']],
    ['that begins with the quarters', [row('a', 2, 3)], 2, 5, ['4-5']],
  ])('%s has the gaps', (_, rows, from, to, gaps) => {
    expect(gapsIn(rows, { from, to }).map((gap) => `${gap.from}-${gap.to ?? ''}`)).toEqual(gaps)
  })
})
