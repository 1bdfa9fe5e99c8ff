import { type IndicatorHistory, lastDefinition } from '../indicators/definitions/history.ts'
import { hasAreas, type Terms } from '../language/terms.ts'
import { both, type Text } from '../language/text.ts'
import type { Key, Words } from '../language/words.ts'
import { lastName, type Partner } from '../partners/partner.ts'
import { isArea, type Places } from '../places/place.ts'
import { entryOf, type SearchEntry } from './entry.ts'

/** What a project has that can be looked for. */
export type Searchable = {
  terms: Terms
  /** The words of either language. */
  words: Words
  histories: readonly IndicatorHistory[]
  places: Places
  /** By id of the place: everything it was called, at any time. */
  placeNames: ReadonlyMap<number, readonly Text[]>
  partners: readonly Partner[]
}

/** Indicators, components, areas, the places in them, and partners: each leads to the page of its figures or of its reports. */
export function figureEntries(project: Searchable): SearchEntry[] {
  return [
    ...project.histories.map((history) => indicatorEntry(history, project.words)),
    ...project.terms.components.map(({ code, name }) =>
      entryOf({ kind: 'component', title: name, href: `/components/${encodeURIComponent(code)}` }),
    ),
    ...placeEntries(project),
    ...project.partners.flatMap((partner) => partnerEntry(partner, project.terms)),
  ]
}

function indicatorEntry(history: IndicatorHistory, words: Words): SearchEntry {
  const { code, name, component } = lastDefinition(history)
  return entryOf({
    kind: 'indicator',
    code,
    title: name,
    href: `/indicators/${encodeURIComponent(code)}`,
    within: said(words, (one) => one.component(component)),
    others: history.definitions.map((definition) => definition.name),
  })
}

function placeEntries({ places, placeNames, terms }: Searchable): SearchEntry[] {
  return places.list.flatMap((place) => {
    const { id, slug, name } = place
    const root = places.byId.get(places.rootOf(id))!
    // What lies above the areas has no page of its own.
    if (!hasAreas(terms) || !isArea(root)) return []
    const own = { title: name, others: placeNames.get(id) ?? [] }
    if (isArea(place)) return [entryOf({ ...own, kind: 'area', href: `/provinces/${slug}` })]
    return [entryOf({ ...own, kind: 'place', href: `/provinces/${root.slug}`, within: root.name })]
  })
}

/** The name of the last day is its title; those it went by before find it too. */
function partnerEntry(partner: Partner, terms: Terms): SearchEntry[] {
  if (partner.names.length === 0) return []
  const slug = encodeURIComponent(partner.slug)
  return [
    entryOf({
      kind: 'partner',
      title: lastName(partner),
      href: hasAreas(terms) ? `/submissions?partner=${slug}` : `/partners/${slug}`,
      others: partner.names.map(({ name }) => name),
    }),
  ]
}

/** A page of the menu, or a part of the help. */
export type NamedPage = { kind: 'page' | 'help'; name: Key; href: string; about?: Key }

export function pageEntries(pages: readonly NamedPage[], words: Words): SearchEntry[] {
  return pages.map(({ kind, name, href, about }) =>
    entryOf({
      kind,
      href,
      title: said(words, ({ t }) => t(name)),
      about: about === undefined ? [] : Object.values(said(words, ({ t }) => t(about))),
    }),
  )
}

function said(words: Words, say: (words: Words) => string): Text {
  return both((language) => say(words.in(language)))
}
