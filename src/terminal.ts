import { linesIn, type TerminalLine, terminalLanguages } from './language/terminal.ts'

/** Prints for whoever started the program, in the languages of the terminal, each line on a line of its own. */
export function say(lines: readonly TerminalLine[]): void {
  for (const line of linesIn(terminalLanguages(process.env), lines)) console.log(line)
}

/** Says why the program ends before it has done what it was asked for. */
export function stop(lines: readonly TerminalLine[]): void {
  for (const line of linesIn(terminalLanguages(process.env), lines)) console.error(line)
  process.exitCode = 1
}
