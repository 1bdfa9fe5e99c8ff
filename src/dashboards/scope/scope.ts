import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { Text } from '../../language/text.ts'
import { both, NOTHING } from '../../language/text.ts'
import { oneOffered, type WrongParameter } from '../parameters/parameter.ts'

/** Of whom, and of which indicators, an address asks for figures, as it is written; several areas with commas between. '' = all. */
export type AskedScope = { province: string; partner: string; sdg: string; gcm: string }

/** An area or a partner by the name that addresses have for it. */
export type Choosable = { id: number; slug: string; name: Text }

/** What figures can be narrowed to. */
export type Offered = {
  /** Areas, or partners in a project that is compared by those. */
  areas: readonly Choosable[]
  /** Whoever reports in the span; none where figures are compared by partners anyway. */
  partners: readonly Choosable[]
  /** Targets of the Sustainable Development Goals, and objectives of the Global Compact for Migration, that indicators are tagged with. */
  sdg: readonly string[]
  gcm: readonly string[]
}

/** Of whom, and of which indicators, figures are shown; nothing chosen = all of them. */
export type Scope = { areas: readonly Choosable[]; partner: Choosable | null; sdg: string | null; gcm: string | null }

/** A form sends each area that is ticked by itself; links have one text. */
export function askedScope(query: Record<string, unknown>): AskedScope {
  const text = (name: keyof AskedScope) =>
    [query[name] ?? []]
      .flat()
      .map(String)
      .filter((one) => one !== '')
      .join(',')
  return { province: text('province'), partner: text('partner'), sdg: text('sdg'), gcm: text('gcm') }
}

/**
 * @param becameOf by what an area stands that is not there on the map that is looked at
 * @param atOnce how many areas can be read as one
 */
export function readScope(
  asked: AskedScope,
  offered: Offered,
  becameOf: (slug: string) => readonly string[] = () => [],
  atOnce = Number.POSITIVE_INFINITY,
): { scope: Scope; wrong: WrongParameter[] } {
  const slugs = asked.province.split(',').flatMap((slug) => {
    const became = becameOf(slug)
    return became.length > 0 ? became : slug === '' ? [] : [slug]
  })
  const found = offered.areas.filter(({ slug }) => slugs.includes(slug)).slice(0, atOnce)
  const missing = slugs.filter((slug) => !found.some((one) => one.slug === slug))
  const partner = oneOffered(
    asked,
    'partner',
    offered.partners.map(({ slug }) => slug),
  )
  const sdg = oneOffered(asked, 'sdg', offered.sdg)
  const gcm = oneOffered(asked, 'gcm', offered.gcm)
  return {
    scope: {
      areas: found,
      partner: offered.partners.find(({ slug }) => slug === partner.found) ?? null,
      sdg: sdg.found,
      gcm: gcm.found,
    },
    wrong: [
      ...missing.map((slug): WrongParameter => ({ name: 'province', value: slug.slice(0, 40), why: 'not-offered' })),
      ...[partner, sdg, gcm].flatMap(({ wrong }) => wrong),
    ],
  }
}

/** The scope as an address again; what is not narrowed is left out. */
export function writeScope({ areas, partner, sdg, gcm }: Scope): Partial<AskedScope> {
  return {
    ...(areas.length === 0 ? {} : { province: areas.map(({ slug }) => slug).join(',') }),
    ...(partner === null ? {} : { partner: partner.slug }),
    ...(sdg === null ? {} : { sdg }),
    ...(gcm === null ? {} : { gcm }),
  }
}

/** Whose figures they are, by name; null: those of the whole project. */
export function scopeName({ areas, partner }: Scope): Text | null {
  if (areas.length === 0 && partner === null) return null
  return both((language) =>
    [areas.map(({ name }) => name[language]).join(', '), partner?.name[language] ?? NOTHING]
      .filter((part) => part !== '' && part !== NOTHING)
      .join(' · '),
  )
}

/** Targets are set for the project and for its areas: what several areas or one partner gave is held against none of them. */
export function hasTargets({ areas, partner }: Scope): boolean {
  return partner === null && areas.length < 2
}

type Tagged = Pick<DefinedIndicator, 'tags'>

/** Whether an indicator is tagged with what is asked for; an SDG indicator belongs to its target. */
export function isTagged({ tags }: Tagged, { sdg, gcm }: Pick<Scope, 'sdg' | 'gcm'>): boolean {
  return (sdg === null || tags.sdg.map(targetOf).includes(sdg)) && (gcm === null || tags.gcm.map(String).includes(gcm))
}

/** Every tag of some indicators, in order. */
export function tagsOf(indicators: readonly Tagged[]): Pick<Offered, 'sdg' | 'gcm'> {
  const inOrder = (all: string[]) =>
    [...new Set(all)].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
  return {
    sdg: inOrder(indicators.flatMap(({ tags }) => tags.sdg.map(targetOf))),
    gcm: inOrder(indicators.flatMap(({ tags }) => tags.gcm.map(String))),
  }
}

/** "16.2" of the indicator 16.2.2. */
function targetOf(tag: string): string {
  return tag.split('.').slice(0, 2).join('.')
}
