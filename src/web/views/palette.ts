import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../config/root.ts'

let light: ReadonlyMap<string, string> | undefined

/**
 * A colour of the stylesheet by its name, as it is on paper: for what is drawn to be taken elsewhere, where no stylesheet is.
 * @throws Error when there is none of that name
 */
export function lightColour(name: string): string {
  light ??= coloursIn(readFileSync(join(root, 'views/assets/styles/tokens.css'), 'utf8'))
  const colour = light.get(name)
  if (colour === undefined) throw new Error(`no colour is called --${name}`)
  return colour
}

/** The first of a name is the light one: what dark screens have comes after it. */
function coloursIn(css: string): Map<string, string> {
  const found = [...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name!, colour!] as const)
  return new Map(found.reverse())
}
