import { describe, expect, it } from 'vitest'
import { reporterKey } from '../../../src/assignments/assignment.ts'
import { type Heirs, NO_HEIRS } from '../../../src/assignments/heirs.ts'
import { linesOfFigure, type Owed } from '../../../src/figures/provenance/figure-lines.ts'

/** Reporters of one partner, by place: 1 was taken over by 2. */
const at = (placeId: number) => ({ partnerId: 9, placeId })
const key = (placeId: number) => reporterKey(at(placeId))
const HEIRS: Heirs = new Map([[key(1), [key(2)]]])
const owed = (placeId: number, ...quarters: number[]): Owed => ({
  ...at(placeId),
  due: { count: quarters.length, last: quarters.at(-1) ?? null, quarters },
  until: quarters.at(-1) ?? 0,
})
const gave = (placeId: number, ...quarters: number[]) =>
  quarters.map((quarter) => ({ ...at(placeId), quarter, state: 'reported' as const }))
const none = (placeId: number, ...quarters: number[]) =>
  quarters.map((quarter) => ({ ...at(placeId), quarter, state: 'not applicable' as const }))
const givers = ({ givers: given }: ReturnType<typeof linesOfFigure>) => [...given]

describe('the lines behind a figure', () => {
  it('have their last value from who holds them, in the quarter it was given', () => {
    const came = gave(1, 10, 11, 12)
    expect(linesOfFigure('latest', [owed(1, 10, 11, 12, 13)], came, came, NO_HEIRS)).toEqual({
      givers: new Map([[key(1), 12]]),
      takenOver: [],
      ended: [],
    })
  })

  it('name who took over from whom, since when, and who stands in', () => {
    const duties = [owed(1, 10, 11), owed(2, 12, 13)]
    const taken = { heir: at(2), predecessors: [{ ...at(1), since: 12 }] }
    const before = linesOfFigure('latest', duties, gave(1, 11), gave(1, 11), HEIRS)
    expect([givers(before), before.takenOver]).toEqual([[[key(1), 11]], [{ ...taken, standIns: [at(1)] }]])
    const came = [...gave(1, 11), ...gave(2, 12)]
    const after = linesOfFigure('latest', duties, came, came, HEIRS)
    expect([givers(after), after.takenOver]).toEqual([[[key(2), 12]], [{ ...taken, standIns: [] }]])
  })

  it('tell of a predecessor that was never asked, but gave something', () => {
    const came = gave(1, 10)
    const { takenOver } = linesOfFigure('latest', [owed(2, 12)], came, came, HEIRS)
    expect(takenOver).toEqual([{ heir: at(2), predecessors: [{ ...at(1), since: null }], standIns: [at(1)] }])
    // Whoever did not even give something is not of the scope.
    expect(linesOfFigure('latest', [owed(2, 12)], none(1, 10), [], HEIRS).takenOver).toEqual([])
    expect(linesOfFigure('latest', [owed(1), owed(2, 12)], [], [], HEIRS).takenOver).toEqual([])
  })

  it('rest on the values of their own category; who is asked does not', () => {
    const came = [...gave(1, 10, 11), ...gave(2, 12)]
    const { givers: given, takenOver } = linesOfFigure(
      'latest',
      [owed(1, 10, 11), owed(2, 12)],
      came,
      gave(1, 10),
      HEIRS,
    )
    expect([[...given], takenOver[0]!.standIns]).toEqual([[[key(1), 10]], [at(1)]])
  })

  it('end without an heir, unless nothing of what was asked applied', () => {
    const duties = [owed(1, 10, 11), owed(3, 12)]
    const ended = (came: Parameters<typeof linesOfFigure>[2]) =>
      linesOfFigure('latest', duties, came, [], NO_HEIRS).ended
    expect(ended([])).toEqual([at(1)])
    expect(ended(none(1, 10))).toEqual([at(1)])
    expect(ended(none(1, 10, 11))).toEqual([])
    // Said of a quarter nobody asked about, it takes nothing from what was asked.
    expect(ended(none(1, 8, 9))).toEqual([at(1)])
    // A number in one cell says that something applied, whatever stands in another.
    expect(ended([...none(1, 10, 11), ...gave(1, 10, 11)])).toEqual([at(1)])
    expect(linesOfFigure('life', duties, [], [], NO_HEIRS).ended).toEqual([])
  })
})
