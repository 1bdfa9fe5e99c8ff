import type { Key } from '../../language/words.ts'

export type MenuItem = {
  href: string
  name: Key
  here: boolean
  /** Stands behind “More” where the menu is a row: one row has room for so many. */
  more: boolean
}

/** Rooms in the order of the menu; who sees one is decided by its own address. */
const ROOMS = [
  'home',
  'submissions',
  'overview',
  'indicators',
  'components',
  'areas',
  'releases',
  'compare',
  'periods',
  'handovers',
  'people',
  'settings',
  'trail',
  'help',
] as const
type Room = (typeof ROOMS)[number]

/** As many stand in a row; of more than those all but one do, and the others behind “More”. */
const MOST_IN_A_ROW = 8
const FIRST: ReadonlySet<Room> = new Set(ROOMS.slice(0, MOST_IN_A_ROW - 1))

/**
 * The rooms a person may enter, by the addresses the program answers.
 * @param hasAreas whether figures are compared by areas; else by partners
 */
export function menuFor(path: string, mayEnter: (address: string) => boolean, hasAreas: boolean): MenuItem[] {
  const addresses: Partial<Record<Room, string>> = { home: '/', areas: hasAreas ? '/provinces' : '/partners' }
  const entered = ROOMS.map((room) => ({ room, href: addresses[room] ?? `/${room}` })).filter(({ href }) =>
    mayEnter(href),
  )
  return entered.map(({ room, href }) => ({
    href,
    name: `common:menu.${room}` as const,
    here: path === href || (href !== '/' && path.startsWith(`${href}/`)),
    more: entered.length > MOST_IN_A_ROW && !FIRST.has(room),
  }))
}
