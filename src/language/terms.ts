import type { ComponentColour } from '../vocabulary/component.ts'
import type { Text } from './text.ts'

/** Words for one place of a level and for several: "tỉnh", "các tỉnh"; "province", "provinces". */
export type LevelWords = { one: Text; many: Text }

/** What a project calls its own things; sentences that speak of them are made of these. */
export type Terms = {
  /** What the tool is called. */
  product: Text
  /** Levels of places from the top down; figures are compared by the places of the second one. */
  levels: readonly LevelWords[]
  /** In their order. */
  components: readonly { code: string; name: Text; colour: ComponentColour }[]
}

/** Where there are no areas, figures are compared by whoever reports them. */
const REPORTERS: LevelWords = {
  one: { vi: 'đơn vị báo cáo', en: 'reporting partner' },
  many: { vi: 'các đơn vị báo cáo', en: 'reporting partners' },
}

/** The words of a file without a project. */
export const NO_TERMS: Terms = { product: { vi: '3P Tracker', en: '3P Tracker' }, levels: [], components: [] }

/** Whether figures are compared by areas; otherwise they are by whoever reports them. */
export function hasAreas({ levels }: Pick<Terms, 'levels'>): boolean {
  return levels.length > 1
}

/** The words for places of a level; of one that the project does not have, those for whoever reports. */
export function levelWords({ levels }: Pick<Terms, 'levels'>, depth: number): LevelWords {
  return levels[depth] ?? REPORTERS
}

/** The names that sentences have for what figures are compared by, and for what lies in it. */
export function termValues(terms: Terms, language: keyof Text): Record<string, string> {
  const named = ([name, depth]: [string, number]) => {
    const { one, many } = levelWords(terms, depth)
    return [
      [name, one[language]],
      [`${name}s`, many[language]],
      [`${capital(name)}`, capital(one[language])],
      [`${capital(name)}s`, capital(many[language])],
    ]
  }
  const levels: [string, number][] = [
    ['area', 1],
    ['subarea', 2],
  ]
  return { ...Object.fromEntries(levels.flatMap(named)), product: terms.product[language] }
}

/** The colour of a component; what belongs to none has none. */
export function colourOf({ components }: Pick<Terms, 'components'>, code: string | null): ComponentColour | 'none' {
  return components.find((one) => one.code === code)?.colour ?? 'none'
}

function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1)
}

/** A sign for the name of a tool: its first word where that is as short as "3P", else the first letters of its first two. */
export function markOf(product: string): string {
  const [first = '', second = ''] = product.split(' ')
  return /\d/.test(first) && first.length <= 3
    ? first
    : (first.slice(0, 1) + second.slice(0, 1)).toLocaleUpperCase('vi')
}
