import { ask } from '../../../src/figures/ask.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { Refused } from '../../../src/figures/question.ts'
import type { World } from '../../support/world.ts'
import type { FigureCase } from './case.ts'
import { worldOf } from './case-world.ts'

export type CaseFigure = Omit<Figure, 'why'>

let last: { of: string; world: World } | undefined

/** A case as a world of its own; the next question put to the same one finds it there, as it would in the program. */
function worldFor(given: FigureCase): World {
  const { ask, ...rest } = given
  // Only the cell that is asked for, and the quarters it is asked for, make the world another one.
  const of = JSON.stringify([rest, ask.cell ? [ask.cell, ask.from, ask.to] : null])
  if (last?.of === of) return last.world
  last?.world.db.$client.close()
  last = undefined
  const world = worldOf(given)
  last = { of, world }
  return world
}

/**
 * Puts a case into a database of its own and asks the question that screens and workbooks ask.
 * @throws Refused
 */
export function figureOf(given: FigureCase, now: number): CaseFigure {
  const { db } = worldFor(given)
  try {
    const { places, from, to, cell: only, asAt, basis, map } = given.ask
    const answer = ask(
      db,
      {
        indicators: ['X'],
        groups: [{ key: 'g', places }],
        spans: [{ key: 's', from, to }],
        ...(only && { only }),
        ...(basis && { basis }),
        ...(map && { map }),
        ...(asAt != null && { asAt }),
      },
      now,
    )
    return told(answer.figure('X', 'g', 's'))
  } catch (error) {
    // Alone it is nobody's; in a list it is refused by name, so that it does not empty the others.
    if (error instanceof Refused && error.code === 'merged-away' && given.ask.places.length === 1)
      return { state: 'not due', value: null, coverage: [0, 0], flags: [] }
    throw error
  }
}

/** Cases do not speak of corrections as such. */
function told({ why: _, ...figure }: Figure): CaseFigure {
  return { ...figure, flags: figure.flags.filter((flag) => flag !== 'revised') }
}
