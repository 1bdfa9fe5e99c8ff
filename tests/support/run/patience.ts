/**
 * Milliseconds until a test gives up: against what never ends, and not a measure. On a machine that does ten other things beside, a
 * browser, a backup or a report that is protected takes ten times as long, and no answer is another one for it: whoever waits in a
 * test, or has the program wait, waits this long.
 */
export const PATIENCE = 240_000

/** The same for a whole test, which may wait more than once: what it waited for in vain is then said, and not that time was up. */
export const PATIENCE_OF_TEST = 8 * PATIENCE

/** The same for the program's own arithmetic, which would end without a report. */
export const PATIENT_JOBS = { asked: PATIENCE, tried: PATIENCE }
