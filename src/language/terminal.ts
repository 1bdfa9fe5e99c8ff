import { LANGUAGES, type Language } from '../vocabulary/language.ts'

/**
 * The languages a terminal is spoken to in: its own, as the variables of the system's language say (the first that is set
 * counts, as POSIX has it); both, Vietnamese first, where they name neither.
 */
export function terminalLanguages(variables: Readonly<Record<string, string | undefined>>): readonly Language[] {
  const named = ['LC_ALL', 'LC_MESSAGES', 'LANG'].map((name) => variables[name]).find((value) => value)
  const own = LANGUAGES.filter((language) => named?.split(/[_.@-]/)[0]?.toLowerCase() === language)
  return own.length > 0 ? own : LANGUAGES
}
