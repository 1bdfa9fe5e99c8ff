import type { Option } from '../../forms/option.ts'
import type { PageState } from '../page-state.ts'
import { writeScope } from './scope.ts'

/** One of a list. */
export type FilterSelect = { name: string; label: string; chosen: string; options: Option[] }

/** Several of a list, each ticked by itself; none ticked = all. */
export type FilterChecks = {
  name: string
  label: string
  hint: string
  options: { value: string; label: string; checked: boolean }[]
}

/** What a page can be narrowed to: of whom its figures are, whose reports they are made of, which indicators it shows. */
export type ScopePart = 'areas' | 'partner' | 'tags'

type OfScope = Pick<PageState, 'scope' | 'offered' | 'words'>

/** The fields of a form by which a page is narrowed, and what of the scope it only hands on. */
export function scopeFields(
  state: OfScope,
  parts: readonly ScopePart[],
): { checks: FilterChecks[]; selects: FilterSelect[]; hidden: Record<string, string> } {
  const has = (part: ScopePart) => parts.includes(part)
  const { province, partner, ...tags } = writeScope(state.scope)
  return {
    checks: has('areas') && state.offered.areas.length > 1 ? [areaChecks(state)] : [],
    selects: [...(has('partner') ? partnerSelect(state) : []), ...(has('tags') ? tagSelects(state) : [])],
    hidden: {
      ...(province === undefined || has('areas') ? {} : { province }),
      ...(partner === undefined || has('partner') ? {} : { partner }),
      ...(has('tags') ? {} : tags),
    },
  }
}

function areaChecks({ scope, offered, words: { t, of } }: OfScope): FilterChecks {
  return {
    name: 'province',
    label: t('charts:overview.filter.province'),
    hint: t('charts:scope.none-ticked'),
    options: offered.areas.map(({ slug, name }) => ({
      value: slug,
      label: of(name),
      checked: scope.areas.some((one) => one.slug === slug),
    })),
  }
}

function partnerSelect({ scope, offered, words }: OfScope): FilterSelect[] {
  const options = offered.partners.map(({ slug, name }) => ({ value: slug, label: words.of(name) }))
  return oneOrAll('partner', scope.partner?.slug ?? null, options, words)
}

function tagSelects({ scope, offered, words }: OfScope): FilterSelect[] {
  const { t } = words
  const sdg = offered.sdg.map((code) => ({ value: code, label: t('charts:scope.sdg-target', { code }) }))
  const gcm = offered.gcm.map((code) => ({ value: code, label: t('charts:scope.gcm-objective', { code }) }))
  return [...oneOrAll('sdg', scope.sdg, sdg, words), ...oneOrAll('gcm', scope.gcm, gcm, words)]
}

/** Nothing where there is nothing to choose. */
function oneOrAll(
  name: 'partner' | 'sdg' | 'gcm',
  chosen: string | null,
  options: FilterSelect['options'],
  { t }: PageState['words'],
): FilterSelect[] {
  if (options.length < 2 && chosen === null) return []
  const all = { value: '', label: t('charts:scope.all') }
  return [{ name, label: t(`charts:scope.${name}`), chosen: chosen ?? '', options: [all, ...options] }]
}

/** What of the scope stands as a chip, by the name of its parameter: its label, and the address without it. */
export function scopeLabels(
  { scope, words }: Pick<PageState, 'scope' | 'words'>,
  parts: readonly ScopePart[],
): { name: string; label: string; without: string | null }[] {
  const { t, of } = words
  const { areas, partner, sdg, gcm } = scope
  const has = (part: ScopePart) => parts.includes(part)
  return [
    ...(has('areas')
      ? areas.map(({ slug, name }) => {
          const others = areas.filter((one) => one.slug !== slug).map((one) => one.slug)
          return { name: 'province', label: of(name), without: others.length === 0 ? null : others.join(',') }
        })
      : []),
    ...(has('partner') && partner ? [{ name: 'partner', label: of(partner.name), without: null }] : []),
    ...(has('tags') && sdg ? [{ name: 'sdg', label: t('charts:scope.sdg-target', { code: sdg }), without: null }] : []),
    ...(has('tags') && gcm
      ? [{ name: 'gcm', label: t('charts:scope.gcm-objective', { code: gcm }), without: null }]
      : []),
  ]
}
