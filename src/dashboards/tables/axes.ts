import type { NamedSpan } from '../../calendar/span.ts'
import type { ColourRole } from '../../charts/model/chart-data.ts'
import { PROJECT } from '../../figures/question.ts'
import { UNSPLIT } from '../../figures/split.ts'
import type { Breakdown } from '../../indicators/breakdown.ts'
import { dates, periodName, quarter } from '../../language/format.ts'
import { both, type Text } from '../../language/text.ts'
import { type Words, wordsFor } from '../../language/words.ts'
import type { Place } from '../../places/place.ts'
import type { Axis } from '../../targets/compared-table.ts'
import type { Heading } from '../../targets/figure-table.ts'
import type { PageState } from '../page-state.ts'
import { scopeName } from '../scope/scope.ts'

export function periodHeading(span: NamedSpan): Heading {
  const name = (language: 'vi' | 'en') =>
    span.grain === 'to-date'
      ? wordsFor(language).t('charts:to-quarter', { quarter: quarter(span.to, language) })
      : periodName(span, language)
  return { key: span.key, label: both(name), dates: both((language) => dates(span, language)) }
}

export function periodAxis(spans: readonly NamedSpan[]): Axis {
  return { are: 'periods', headings: spans.map(periodHeading) }
}

export function placeAxis(provinces: readonly Place[]): Axis {
  return { are: 'places', headings: provinces.map((place) => ({ key: place.slug, label: place.name })) }
}

/** All that is shown as one: the whole project, or what it is narrowed to. */
export function wholeAxis({ scope }: Pick<PageState, 'scope'>): Axis {
  const label = scopeName(scope) ?? both((language) => wordsFor(language).t('charts:whole-project'))
  return { are: 'places', headings: [{ key: PROJECT, label }] }
}

/** What stands as the source under every table. */
export function sourceIn(words: Words): Text {
  return both((language) => words.in(language).t('charts:source-text'))
}

/** An area has its colour on every page; one of many has none of its own. */
export function placeRole({ colours }: Pick<PageState, 'colours'>): (key: string) => ColourRole {
  return (key) => {
    const nth = colours.get(key)
    return nth === undefined ? 'figure' : `place-${nth}`
  }
}

/** Categories of a breakdown as they came, with what can't be split last. */
export function categoryAxis(breakdown: Breakdown, cells: readonly string[]): Axis {
  return {
    are: 'categories',
    headings: cells.map((key) => {
      if (key === UNSPLIT) return { key, label: both((language) => wordsFor(language).t('charts:not-split')) }
      const category = breakdown.categories.find((one) => key === `${breakdown.code}=${one.code}`)
      return { key, label: category?.name ?? both(() => key) }
    }),
  }
}

/** A category has its colour by its place in the list; what is not recorded, or can't be split, is a grey of its own. */
export function categoryRole({ headings }: Axis): (key: string) => ColourRole {
  return (key) => {
    if (key === UNSPLIT) return 'unsplit'
    if (key.endsWith('=not-recorded')) return 'unknown'
    return `category-${headings.findIndex((heading) => heading.key === key) % 8}`
  }
}
