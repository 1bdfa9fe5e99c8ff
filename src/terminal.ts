import { linesIn, type TerminalLine, terminalLanguages } from './language/terminal.ts'
import { type Words, wordsFor } from './language/words.ts'

/** What whoever started the program reads. */
export type Terminal = {
  say: (lines: readonly TerminalLine[]) => void
  /** Says why the program ends before it has done what it was asked for. */
  stop: (lines: readonly TerminalLine[]) => void
  /** For the one line that is written over and over. */
  words: Words
}

/** @param env the variables of the environment, which say what language the terminal is in */
export function terminalOf(env: Readonly<Record<string, string | undefined>>): Terminal {
  const languages = terminalLanguages(env)
  return {
    say: (lines) => {
      for (const line of linesIn(languages, lines)) console.log(line)
    },
    stop: (lines) => {
      for (const line of linesIn(languages, lines)) console.error(line)
      process.exitCode = 1
    },
    words: wordsFor(languages[0]!),
  }
}
