/** A file is opened as the demo, which anybody may try, or for real. */
export const RUN_MODES = ['demo', 'production'] as const
export type Mode = (typeof RUN_MODES)[number]
