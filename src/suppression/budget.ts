import type { LinearModel, Solution } from './lp.ts'

/** The work had to stop before it was proved that nothing is disclosed: nothing may be released. */
export class SolveFailure extends Error {
  constructor(
    readonly code: 'solver-failed' | 'out-of-time',
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** Counts the programs solved and watches the time. */
export class Budget {
  programs = 0

  /** `deadline` says how many milliseconds are left. */
  constructor(private readonly deadline: () => number = () => Number.POSITIVE_INFINITY) {}

  /**
   * @param model gives the program with its bounds and costs set
   * @param nodes most nodes of branch and bound; without it the search goes on to its end
   * @throws SolveFailure
   */
  solve(model: () => LinearModel, nodes?: number): Exclude<Solution, { status: 'out-of-time' }> {
    const seconds = this.deadline() / 1000
    if (!(seconds > 0)) throw new SolveFailure('out-of-time')
    this.programs += 1
    const solution = this.attempt(() => model().solve(nodes === undefined ? { seconds } : { seconds, nodes }))
    if (solution.status === 'out-of-time') throw new SolveFailure('out-of-time')
    return solution
  }

  /**
   * What the solver throws means that it has failed, whatever it was asked.
   * @throws SolveFailure
   */
  attempt<T>(ask: () => T): T {
    try {
      return ask()
    } catch (error) {
      throw new SolveFailure('solver-failed', { cause: error })
    }
  }
}
