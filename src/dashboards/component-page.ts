import type { Db } from '../../db/connection.ts'
import { dayAt } from '../calendar/day.ts'
import type { NamedSpan } from '../calendar/span.ts'
import type { CardModel } from '../charts/card.ts'
import type { Answer } from '../figures/answer.ts'
import { Refused } from '../figures/question.ts'
import type { DefinedIndicator } from '../indicators/indicator.ts'
import { indicatorsAsAt } from '../indicators/store.ts'
import { quarter } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { Place } from '../places/place.ts'
import { places } from '../places/store.ts'
import { COMPONENTS } from '../vocabulary/indicator.ts'
import type { Query } from './choice.ts'
import { completenessOf, sayCompleteness, sayOfPlace } from './completeness.ts'
import { filtersOf } from './filters.ts'
import {
  activeProvinces,
  askIn,
  carried,
  factsOf,
  groupsOf,
  PROJECT,
  periodsOf,
  QUARTER,
  type Scene,
  sceneOf,
  WHOLE,
} from './page.ts'
import { card, overTime, spansOf, trend } from './tables-page.ts'

const CROSS = 'cross-cutting'

type OneIndicator = { code: string; name: string; href: string; card: CardModel }

/**
 * All indicators of a component along time, each with its targets.
 * @returns null when there is no such component
 * @throws Refused, NotAChoice
 */
export function componentPage(db: Db, words: Words, now: number, name: string, query: Query) {
  const component = COMPONENTS.find((one) => one === name)
  const scene = component ? sceneOf(db, words, now, query, 'half-year') : null
  if (!component || !scene) return null
  const indicators = indicatorsAsAt(db, scene.choice.asAt ?? now).filter((one) => one.component === component)
  const codes = indicators.map(({ code }) => code)
  const periods = periodsOf(scene)
  const answer = askAll(scene, codes, periods, groupsOf(scene))
  const provinces = activeProvinces(scene, answer, codes, WHOLE)
  const title = words.t(`common:component.${component}`)
  const quarterName = quarter(scene.choice.to, words.language)
  return {
    title,
    lead: null,
    filters: filtersOf(scene, `/components/${component}`, 'span'),
    ...factsOf(scene, answer),
    complete: sayCompleteness(completenessOf(answer, codes, provinces, QUARTER), quarterName, words),
    others: COMPONENTS.map((one) => ({
      href: carried(scene, `/components/${one}`),
      label: words.t(`common:component.${one}`),
      here: one === component,
    })),
    sections: [
      {
        key: component,
        title: words.t('charts:section.trend'),
        indicators: indicators.map((indicator) => one(scene, answer, indicator, periods, null, provinces)),
      },
    ],
  }
}

/**
 * All indicators that a province reports, along time.
 * @throws Refused unknown-place, place-not-in-span; NotAChoice
 */
export function provincePage(db: Db, words: Words, now: number, slug: string, query: Query) {
  const place = places(db).bySlug.get(slug)
  if (place?.level !== 'province') throw new Refused('unknown-place', slug)
  const scene = sceneOf(db, words, now, query, 'half-year')
  if (!scene) return null
  const all = indicatorsAsAt(db, scene.choice.asAt ?? now)
  const periods = periodsOf(scene)
  const codes = all.map(({ code }) => code)
  const answer = askAll(scene, codes, periods, [{ key: slug, places: [slug] }])
  const here = all.filter(({ code }) => answer.figure(code, slug, WHOLE).state !== 'not due')
  return {
    title: words.of(place.name),
    lead: null,
    filters: filtersOf(scene, `/provinces/${slug}`, 'span'),
    ...factsOf(scene, answer),
    complete: sayOfPlace(answer, codes, slug, QUARTER, quarter(scene.choice.to, words.language), words),
    others: neighbours(scene, place),
    sections: [...COMPONENTS, null].flatMap((component) => {
      const indicators = here.filter((indicator) => indicator.component === component)
      if (indicators.length === 0) return []
      return [
        {
          key: component ?? CROSS,
          title: words.t(`common:component.${component ?? CROSS}`),
          indicators: indicators.map((indicator) => one(scene, answer, indicator, periods, place, [])),
        },
      ]
    }),
  }
}

function neighbours(scene: Scene, here: Place) {
  const { words, choice, now, db } = scene
  const gone = choice.map === 'today' && places(db).goneBy(here.id, dayAt(now))
  const list = gone ? [here, ...scene.provinces] : scene.provinces
  return list.map((place) => ({
    href: carried(scene, `/provinces/${place.slug}`),
    label: words.of(place.name),
    here: place.id === here.id,
  }))
}

function askAll(scene: Scene, codes: string[], periods: NamedSpan[], groups: ReturnType<typeof groupsOf>): Answer {
  return askIn(scene, { indicators: codes, groups, spans: spansOf(scene, periods) })
}

/** An indicator whose reporters can't be added has no line for the project: its provinces are drawn instead. */
function one(
  scene: Scene,
  answer: Answer,
  indicator: DefinedIndicator,
  periods: NamedSpan[],
  place: Place | null,
  provinces: Place[],
): OneIndicator {
  const { code } = indicator
  const apart = place === null && periods.some(({ key }) => answer.figure(code, PROJECT, key).why === 'reporters')
  const active = provinces.filter(({ slug }) => answer.figure(code, slug, WHOLE).state !== 'not due')
  const look = { scene, answer, indicator, periods, provinces: active }
  const drawn = card(apart ? overTime(look) : trend(look, place), look)
  return {
    code,
    name: scene.words.of(indicator.name),
    href: carried(scene, `/indicators/${encodeURIComponent(code)}`),
    card: { ...drawn, id: `${code}-${drawn.id}` },
  }
}
