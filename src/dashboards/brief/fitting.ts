import { wrappedLines } from '../../spreadsheet/text-width.ts'

/** A column of text on the paper, in points: how wide it is, how large its letters are, how many lines it holds. */
export type TextColumn = { width: number; size: number; lines: number }

/** As much of a list as there is room for, whole, and how much is left. */
export type Fitted<T> = { shown: T[]; more: number }

/** Fonts of systems are up to so much wider than the one that texts are measured in. */
const WIDER = 1.06

/** How many lines a text takes up in a column. */
export function linesTaken(text: string, { size, width }: Pick<TextColumn, 'size' | 'width'>): number {
  return text === '' ? 0 : wrappedLines(text, width, { size: size * WIDER })
}

/**
 * The first of a list that a column holds: nothing on paper is cut. What is too long for a whole column stands in none.
 * @param linesOf how many lines each takes up
 */
export function firstThatFit<T>(all: readonly T[], lines: number, linesOf: (one: T) => number): Fitted<T> {
  const shown: T[] = []
  let left = lines
  for (const one of all) {
    const own = linesOf(one)
    if (own > lines) continue
    if (own > left) break
    left -= own
    shown.push(one)
  }
  return { shown, more: all.length - shown.length }
}
