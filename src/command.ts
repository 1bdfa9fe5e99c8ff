import type { TerminalLine } from './language/terminal.ts'

/** What to print, and whether it is what was asked for. */
export type CommandOutcome = { done: boolean; lines: TerminalLine[] }

/** What `npm run NAME -- …` does with a database, or with the path of one. */
export type Command<On> = (on: On, given: string[]) => Promise<CommandOutcome>
