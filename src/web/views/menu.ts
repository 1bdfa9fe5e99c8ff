import type { Key } from '../../language/words.ts'

export type MenuItem = { href: string; name: Key; here: boolean }

const HOME = 'home'
/** Rooms in the order of the menu; who sees one is decided by its own address. */
const ROOMS = [
  HOME,
  'submissions',
  'overview',
  'releases',
  'periods',
  'handovers',
  'people',
  'settings',
  'trail',
  'help',
] as const

/** The rooms a person may enter, by the addresses the program answers. */
export function menuFor(path: string, mayEnter: (address: string) => boolean): MenuItem[] {
  return ROOMS.map((room) => {
    const href = room === HOME ? '/' : `/${room}`
    const here = room === HOME ? path === '/' : path.startsWith(href)
    return { href, name: `common:menu.${room}` as const, here }
  }).filter(({ href }) => mayEnter(href))
}
