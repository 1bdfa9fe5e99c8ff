import type { Db } from '../../db/connection.ts'
import { valueText } from '../charts/figure-words.ts'
import { Refused } from '../figures/question.ts'
import { sheetOf } from '../indicators/reference-sheet.ts'
import { indicatorsAsAt } from '../indicators/store.ts'
import { dates, quarter } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { goalsAsAt } from '../targets/store.ts'
import { targetMismatches } from '../targets/target.ts'
import type { Query } from './choice.ts'
import { completenessOf, sayCompleteness } from './completeness.ts'
import { filtersOf } from './filters.ts'
import { activeProvinces, askIn, carried, factsOf, groupsOf, periodsOf, QUARTER, sceneOf, WHOLE } from './page.ts'
import {
  breakdownsOf,
  byBreakdown,
  card,
  type Drawn,
  type Look,
  lowered,
  overTime,
  sideBySide,
  spansOf,
  trend,
} from './tables-page.ts'

/** @throws Refused, NotAChoice */
export function indicatorPage(db: Db, words: Words, now: number, code: string, query: Query) {
  const look = lookAt(db, words, now, code, query)
  if (!look) return null
  const { scene, indicator, answer, provinces } = look
  const { t } = words
  const component = indicator.component ?? null
  const quarterName = quarter(scene.choice.to, words.language)
  const complete = completenessOf(answer, [code], provinces, QUARTER)
  const split = breakdownsOf(look)
  return {
    code,
    name: words.of(indicator.name),
    component: component && {
      href: carried(scene, `/components/${component}`),
      title: t(`common:component.${component}`),
    },
    filters: filtersOf(scene, `/indicators/${encodeURIComponent(code)}`, 'span'),
    ...factsOf(scene, answer),
    complete: complete.n > 0 ? sayCompleteness(complete, quarterName, words) : null,
    sheet: sheetOf(indicator, words),
    targetWarnings: targetWarnings(db, look),
    sections: [
      { id: 'trend', title: t('charts:section.trend'), note: null, cards: [card(trend(look), look)] },
      ...(provinces.length === 0
        ? []
        : [
            {
              id: 'provinces',
              title: t('charts:section.provinces'),
              note: null,
              cards: [card(sideBySide(look), look), card(overTime(look), look)],
            },
          ]),
      ...split.map((breakdown) => {
        const drawn = byBreakdown(look, breakdown)
        const note = t(drawn.table.overlapping ? 'charts:section.multiple' : 'charts:section.parts')
        const title = t('charts:section.breakdown', { breakdown: lowered(words.of(breakdown.name)) })
        return { id: `by-${breakdown.code}`, title, note, cards: [card(drawn, look)] }
      }),
    ],
  }
}

/** Targets of the provinces that do not add up to the project's: both numbers are named, nothing is changed. */
function targetWarnings(db: Db, { scene, indicator }: Look): string[] {
  const { words } = scene
  const { targets } = goalsAsAt(db, scene.choice.asAt ?? scene.now)
  return targetMismatches(targets, [indicator]).map(({ from, to, provinces, project }) =>
    words.t('charts:targets-differ', {
      dates: dates({ from, to }, words.language),
      provinces: valueText(provinces, indicator, words),
      project: valueText(project, indicator, words),
    }),
  )
}

/**
 * One table of the page by its name, for the CSV.
 * @returns null when the page has no such table
 */
export function indicatorTable(db: Db, words: Words, now: number, code: string, query: Query) {
  const look = lookAt(db, words, now, code, query)
  if (!look) return null
  const name = String(query.table ?? 'trend')
  const drawn = tableNamed(look, name)
  return drawn && { table: drawn.table, dates: dates(look.scene.choice, words.language), name: `${code}-${name}` }
}

function tableNamed(look: Look, name: string): Drawn | null {
  if (name === 'trend') return trend(look)
  const place = look.scene.provinces.find(({ slug }) => name === `trend-${slug}`)
  if (place) return trend(look, place)
  if (name === 'provinces') return sideBySide(look)
  if (name === 'over-time') return overTime(look)
  const breakdown = breakdownsOf(look).find((one) => name === `by-${one.code}`)
  return breakdown ? byBreakdown(look, breakdown) : null
}

function lookAt(db: Db, words: Words, now: number, code: string, query: Query): Look | null {
  const scene = sceneOf(db, words, now, query, 'quarter')
  if (!scene) return null
  const indicator = indicatorsAsAt(db, scene.choice.asAt ?? now).find((one) => one.code === code)
  if (!indicator) throw new Refused('unknown-indicator', code)
  const periods = periodsOf(scene)
  const answer = askIn(scene, { indicators: [code], groups: groupsOf(scene), spans: spansOf(scene, periods) })
  return { scene, indicator, answer, periods, provinces: activeProvinces(scene, answer, [code], WHOLE) }
}
