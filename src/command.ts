import type { TerminalLine } from './language/terminal.ts'
import type { Words } from './language/words.ts'

/** What to print, and whether it is what was asked for. */
export type CommandOutcome = { done: boolean; lines: TerminalLine[] }

/** What `npm run NAME -- …` does with a database, or with the path of one; its progress is told in the words of the terminal. */
export type Command<On> = (on: On, given: string[], words: Words) => Promise<CommandOutcome>
