import { LANGUAGES, type Language } from '../vocabulary/language.ts'
import { type Words, wordsFor } from './words.ts'

/** What is printed for whoever sits at a terminal: a sentence in whatever language, or what reads the same in all. */
export type TerminalLine = string | ((words: Words) => string)

/**
 * The languages a terminal is spoken to in: its own, as the variables of the system's language say (the first that is set
 * counts, as POSIX has it); both, Vietnamese first, where they name neither.
 */
export function terminalLanguages(variables: Readonly<Record<string, string | undefined>>): readonly Language[] {
  const named = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => variables[name]).find((value) => value)
  const own = LANGUAGES.filter((language) => named?.split(/[_.@-]/)[0]?.toLowerCase() === language)
  return own.length > 0 ? own : LANGUAGES
}

/** Each line in all the languages of a terminal, one language below the other. */
export function linesIn(languages: readonly Language[], lines: readonly TerminalLine[]): string[] {
  return lines.flatMap((line) =>
    typeof line === 'string' ? [line] : languages.map((language) => line(wordsFor(language))),
  )
}
