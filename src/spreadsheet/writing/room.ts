/** A column's width is in digits of the standard letters (Arial 10), 7 pixels each at 96 to the inch (ECMA-376, part 1, §18.3.1.13). */
const POINTS_PER_CHARACTER = 7 * 0.75
/** Left empty on both sides of a cell, with the line between two. */
const PADDING = 5 * 0.75
/** Programs set letters on whole pixels, so a line may come out wider than its letters are. */
const SLACK = 0.97

/** LibreOffice does not round a digit to whole pixels: what has to stand on a page is measured by the wider of the two. */
const POINTS_ON_PAPER = 10 * 0.556 + 0.04

type WithWidth = { width: number }

/** How wide some columns are on paper, in points. */
export function pointsOnPaper(columns: readonly WithWidth[]): number {
  return columns.reduce((sum, { width }) => sum + width * POINTS_ON_PAPER, 0)
}

/** How wide some columns are together, in points. */
export function pointsAcross(columns: readonly WithWidth[]): number {
  return columns.reduce((sum, { width }) => sum + width * POINTS_PER_CHARACTER, 0)
}

/** The room that a text has in a cell, or in one and the empty ones beside it, in points. */
export function roomAcross(columns: readonly WithWidth[]): number {
  return (pointsAcross(columns) - PADDING) * SLACK
}

/** How wide a column has to be for a text of so many points to stand in one line. */
export function widthFor(points: number): number {
  return Math.ceil(((points / SLACK + PADDING) / POINTS_PER_CHARACTER) * 10) / 10
}
