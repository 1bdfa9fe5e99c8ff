import { figureInWords } from '../../../figures/in-words.ts'
import { bareSign, MARKS } from '../../../figures/marks.ts'
import type { Words } from '../../../language/words.ts'
import type { ComparedFigure } from '../../../targets/compared-table.ts'
import { ratingInWords } from '../../../targets/in-words.ts'
import type { Rag } from '../../../vocabulary/rag.ts'

/** A province in a row of the scorecard: how it stands as a letter, with all of it in words. */
export type Tile = {
  /** Where nothing is rated the figure itself, or the sign in its place. */
  letter: string
  /** Its name beside it, on a phone; null where tiles are too narrow for one. */
  place: string | null
  rag: Rag
  soFar: boolean
  /** "B Hà Tĩnh: 120 persons, Somewhat behind 84%". */
  label: string
  href: string | null
}

const LETTERS = { green: 'A', amber: 'B', red: 'C' } as const
/** A figure that is held against nothing, where there is no room for it. */
const UNRATED = '●'
const ROOM = 6
export const NONE_DUE = '·'

/** Of a rating; of those that have none the sign of a figure without one. */
export function letterFor(rag: Rag): string {
  return rag === 'grey' ? UNRATED : LETTERS[rag]
}

/** @param href where its figure comes from; null where tiles are too narrow to be pressed, and to hold a number */
export function tileOf(compared: ComparedFigure, place: string, href: string | null, words: Words): Tile {
  const { own, figure, target, progress } = compared
  const rating = ratingInWords(target, progress, words)
  const { text, says } = figureInWords(figure, own, words)
  const letter = letterOf(compared, rating, href !== null && text.length <= ROOM ? text : UNRATED)
  const told = says === null ? [text, rating.text, rating.percent].filter(Boolean) : [says]
  return {
    letter,
    place: href === null ? null : place,
    rag: rating.rag,
    soFar: rating.soFar !== undefined,
    label: `${letter === text || letter === UNRATED ? '' : `${letter} `}${place}: ${told.join(' ')}`,
    href: figure.state === 'not due' ? null : href,
  }
}

/** Small where reports are still missing: the letter may change. */
function letterOf(
  { figure: { state } }: ComparedFigure,
  { rag, soFar }: { rag: Rag; soFar?: string },
  unrated: string,
): string {
  if (rag !== 'grey') return soFar ? LETTERS[rag].toLowerCase() : LETTERS[rag]
  if (state === 'reported') return unrated
  return state === 'not due' ? NONE_DUE : bareSign(MARKS[state].sign)
}
