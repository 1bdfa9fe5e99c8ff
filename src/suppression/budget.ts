/** The work had to stop before it was proved that nothing leaks: nothing may be released. */
export class Stopped extends Error {
  constructor(
    readonly code: 'solver-failed' | 'out-of-time',
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}

/** Counts the programs solved and watches the time. */
export class Effort {
  programs = 0

  /** `deadline` says how many milliseconds are left. */
  constructor(private readonly deadline: () => number = () => Number.POSITIVE_INFINITY) {}

  secondsLeft(): number {
    const seconds = this.deadline() / 1000
    if (!(seconds > 0)) throw new Stopped('out-of-time')
    return seconds
  }
}
