import { ask } from '../../../src/figures/ask.ts'
import type { Figure } from '../../../src/figures/figure.ts'
import { Refused } from '../../../src/figures/question.ts'
import type { FigureCase } from './case.ts'
import { worldOf } from './case-world.ts'

export type CaseFigure = Omit<Figure, 'why'>

/**
 * Puts a case into a database of its own and asks the question that screens and workbooks ask.
 * @throws Refused
 */
export function figureOf(given: FigureCase, now: number): CaseFigure {
  const { db } = worldOf(given)
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
  } finally {
    db.$client.close()
  }
}

/** Cases do not speak of corrections as such. */
function told({ why: _, ...figure }: Figure): CaseFigure {
  return { ...figure, flags: figure.flags.filter((flag) => flag !== 'revised') }
}
