import { parseQuarter, type Quarter } from '../../calendar/quarter.ts'
import { SECTIONS, type Section } from '../entry-form/definition.ts'

/** What the address of the board asks for; what makes no sense is left out. */
export type BoardQuery = {
  from: Quarter | null
  to: Quarter | null
  component: Section | null
  place: string | null
  page: number
}

export function readBoardQuery(query: Readonly<Record<string, unknown>>): BoardQuery {
  const page = Number(query.page)
  return {
    from: parseQuarter(String(query.from ?? '')),
    to: parseQuarter(String(query.to ?? '')),
    component: SECTIONS.find((section) => section === query.component) ?? null,
    place: typeof query.place === 'string' && query.place !== '' ? query.place : null,
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  }
}
