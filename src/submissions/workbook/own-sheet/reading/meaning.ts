import { type Categories, categoriesOf, cellKey } from '../../../../indicators/breakdown.ts'
import { hasBase } from '../../../../indicators/measure.ts'
import { fieldName } from '../../../../indicators/value-field.ts'
import type { EntryFormDefinition, FormRow } from '../../../entry-form/definition.ts'

/**
 * What a column, or a row, of somebody's own sheet says of the numbers in it: of which indicator they are, of which categories, which of
 * two numbers. Each may say a part; a column and its rows together say which field of the form a number belongs to.
 */
export type Meaning = { part: 'v' | 'd'; indicator: string | null; categories: Categories }

/** As it is chosen and remembered: "v.V3.age=16-17|sex=female", "v.V3" of V3, "v..sex=female" of women, "d" the number under it, "v" a number. */
export function meaningText({ part, indicator, categories }: Meaning): string {
  const cell = cellKey(categories)
  return [part, ...(indicator !== null || cell ? [indicator ?? ''] : []), ...(cell ? [cell] : [])].join('.')
}

/** Null: it says nothing of numbers. */
export function readMeaning(text: string): Meaning | null {
  const found = /^([vd])(?:\.([A-Z]+\d+)(?:\.([^.]+))?|\.\.([^.]+))?$/.exec(text)
  if (!found) return null
  return {
    part: found[1] as 'v' | 'd',
    indicator: found[2] ?? null,
    categories: categoriesOf(found[3] ?? found[4] ?? ''),
  }
}

/** What is said together; null: two of it speak of different things. */
export function togetherMeant(meanings: readonly Meaning[]): Meaning | null {
  const all: { part: 'v' | 'd'; indicator: string | null; categories: Record<string, string> } = {
    part: meanings.some(({ part }) => part === 'd') ? 'd' : 'v',
    indicator: null,
    categories: {},
  }
  for (const { indicator, categories } of meanings) {
    if (indicator !== null && all.indicator !== null && indicator !== all.indicator) return null
    all.indicator ??= indicator
    for (const [breakdown, category] of Object.entries(categories)) {
      if ((all.categories[breakdown] ?? category) !== category) return null
      all.categories[breakdown] = category
    }
  }
  return all
}

/** The field of a form that is meant; null where what is said is too little, too much, or nothing the form asks for. */
export function fieldMeant(meanings: readonly Meaning[], { rows }: EntryFormDefinition): string | null {
  const meant = togetherMeant(meanings)
  const row = meant && rows.find(({ indicator }) => indicator.code === meant.indicator)
  if (!row) return null
  const cell = cellKey(meant.categories)
  const isAsked = cellsAsked(row).includes(cell) && (meant.part === 'v' || hasBase(row.indicator.measure))
  return isAsked ? fieldName(meant.part, row.indicator.code, cell) : null
}

export function cellsAsked({ grids }: FormRow): string[] {
  return grids.flatMap(({ cells }) => cells)
}
