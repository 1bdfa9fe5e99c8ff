import { isoInstant } from '../../calendar/day.ts'
import { figureCell, figureRemarks, styleOfShown } from '../../charts/export/figure-cell.ts'
import {
  type ExportCell,
  type ExportColumn,
  type ExportSheet,
  exported,
  PLAIN,
  withoutEmpty,
} from '../../charts/export/sheet.ts'
import { gapIn, type ShownFigure } from '../../disclosure/publishable.ts'
import { staffFigure } from '../../disclosure/suppress.ts'
import { seenAs } from '../../figures/mask/masked-answer.ts'
import { unitText } from '../../indicators/in-words.ts'
import { numberStyleOf } from '../../indicators/measure.ts'
import { dates, periodName, quarter as quarterName } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { ComparedFigure } from '../../targets/compared-table.ts'
import { ratingInWords } from '../../targets/in-words.ts'
import { OF_TARGET } from '../../targets/progress.ts'
import type { PageExport } from '../export/export.ts'
import { refuseWrong } from '../parameters/parameter.ts'
import { scopeName } from '../scope/scope.ts'
import { type OverviewContext, type OverviewFigures, overviewContext } from './context.ts'
import { shownIn } from './scorecard/scorecard.ts'
import type { IndicatorStanding } from './standing.ts'

/** Columns with what stands in them of an indicator. */
type OverviewColumn = ExportColumn & { cell: (standing: IndicatorStanding) => ExportCell }
/** `read`: in words, with remarks beside figures; `machine`: numbers alone, with the code of their state. */
type Form = 'read' | 'machine'

/** The scorecard as it is shown: a row an indicator, narrowed and sorted as the page is. @throws WrongAddress */
export function overviewExport(overview: OverviewFigures): PageExport {
  const { state } = overview
  const { words, choice } = state
  const context = overviewContext(overview)
  refuseWrong([...state.wrong, ...context.narrowing.unknown])
  const scope = scopeName(state.scope)
  const named = [words.t('charts:overview.title'), scope && words.of(scope), quarterName(choice.to, words.language)]
  const title = named.filter(Boolean).join(', ')
  const sheet = (form: Form) => sheetOf(overview, context, title, form)
  const read = withoutEmpty(sheet('read'))
  return { name: title, csv: read, machine: sheet('machine'), sheets: [read], pasted: read }
}

function sheetOf({ state, answer }: OverviewFigures, context: OverviewContext, title: string, form: Form): ExportSheet {
  const { words, project, choice } = state
  const { t, language } = words
  const columns = [...ofIndicator(form, words), ...ofPlaces(context, form, words)]
  const seen = seenAs(answer)
  const facts = [
    `${t('figures:basis.label')}: ${t(`figures:basis-short.${answer.basis}`)}`,
    `${t('figures:as-at')}: ${isoInstant(answer.asAt).replace('T', ' ')}`,
    `${t('figures:map.label')}: ${t(`figures:map-short.${answer.map}`)}`,
    `${t('charts:source')}: ${t('charts:source-text')}`,
    seen ? words.of(seen) : t('charts:staff-only'),
  ]
  return {
    name: t('charts:export.table'),
    title,
    warning: project.illustrative ? t('common:illustrative') : null,
    lead: dates({ from: project.firstQuarter, to: choice.to }, language),
    facts,
    columns: columns.map(({ key, label, kind }) => ({ key, label, kind })),
    rows: shownIn(context.figures.standings, context.narrowing).map((one) => columns.map(({ cell }) => cell(one))),
  }
}

function ofIndicator(form: Form, words: Words): OverviewColumn[] {
  const { t } = words
  const text = (key: string, label: string, cell: OverviewColumn['cell']): OverviewColumn => ({
    key,
    label,
    kind: 'text',
    cell,
  })
  return [
    text('indicator', t('charts:csv.code'), ({ indicator }) => indicator.code),
    ...(form === 'read' ? [text('name', t('charts:csv.indicator'), ({ indicator }) => words.of(indicator.name))] : []),
    text('component', t('charts:export.component'), ({ indicator }) =>
      form === 'read' ? words.component(indicator.component) : indicator.component,
    ),
    text('unit', t('figures:unit'), ({ indicator }) => unitText(indicator, words)),
    text('latest_period', t('charts:corner.periods'), ({ latest }) =>
      form === 'read' ? periodName(latest.span, words.language) : latest.span.key,
    ),
    ...figureColumns('latest', t('charts:overview.scorecard.latest'), ({ latest }) => latest, form, words),
    {
      key: 'change',
      label: t('charts:overview.scorecard.change'),
      kind: 'number',
      cell: ({ change, latest }) =>
        change && !('why' in change.found) ? exported(change.found.size, numberStyleOf(latest.own)) : null,
    },
    text('change_since', t('charts:export.change-since'), ({ change }) =>
      change && !('why' in change.found)
        ? form === 'read'
          ? periodName(change.since, words.language)
          : change.since.key
        : null,
    ),
    ...figureColumns('to_date', t('charts:overview.scorecard.to-date'), ({ rated }) => rated, form, words),
    ...planColumns(form, words),
  ]
}

function planColumns(form: Form, words: Words): OverviewColumn[] {
  const { t } = words
  const column = (key: string, label: string, cell: OverviewColumn['cell']): OverviewColumn => ({
    key,
    label,
    kind: 'number',
    cell,
  })
  const style = (rated: ComparedFigure) => styleOfShown(staffFigure(rated), rated.own)
  return [
    column('planned', t('charts:csv.target'), ({ rated }) => exported(rated.target, style(rated))),
    column('share_of_planned', t('charts:csv.of-target'), ({ rated }) => exported(rated.progress?.ofTarget, OF_TARGET)),
    { ...column('rating', t('charts:csv.rating'), ({ rated }) => ratingOf(rated, form, words)), kind: 'text' },
    column('life_target', t('charts:csv.life-target'), ({ rated }) =>
      exported(rated.progress?.life?.target, style(rated)),
    ),
    column('share_of_life_target', t('charts:csv.of-life'), ({ rated }) =>
      exported(rated.progress?.life?.ofTarget, OF_TARGET),
    ),
    ...(form === 'machine'
      ? [column('scale', 'scale', ({ indicator }) => exported(numberStyleOf(indicator).scale, PLAIN))]
      : []),
  ]
}

/** Of each area what it comes to, and how that is rated. */
function ofPlaces({ figures: { lasting } }: OverviewContext, form: Form, words: Words): OverviewColumn[] {
  return lasting.flatMap(({ slug, name }, nth): OverviewColumn[] => {
    const label = words.of(name)
    return [
      ...figureColumns(slug, label, ({ provinces }) => provinces[nth]!, form, words),
      {
        key: `${slug}_rating`,
        label: `${words.t('charts:csv.rating')} – ${label}`,
        kind: 'text',
        cell: ({ provinces }) => ratingOf(provinces[nth]!, form, words),
      },
    ]
  })
}

function ratingOf({ target, progress, figure }: ComparedFigure, form: Form, words: Words): ExportCell {
  if (figure.state === 'not due') return null
  if (form === 'machine') return target === null ? null : (progress?.rag ?? null)
  return ratingInWords(target, progress, words).text
}

/** A figure, with what is said of it beside. */
function figureColumns(
  key: string,
  label: string,
  of: (standing: IndicatorStanding) => ComparedFigure,
  form: Form,
  words: Words,
): OverviewColumn[] {
  const shown = (standing: IndicatorStanding): [ShownFigure, ComparedFigure['own']] => {
    const compared = of(standing)
    return [staffFigure(compared), compared.own]
  }
  const number = (cell: ExportCell) => (typeof cell === 'object' ? cell : null)
  return form === 'read'
    ? [
        { key, label, kind: 'number', cell: (one) => figureCell(...shown(one), words) },
        {
          key: `${key}-remarks`,
          label: `${words.t('charts:csv.marks')} – ${label}`,
          kind: 'text',
          cell: (one) => figureRemarks(...shown(one), words),
        },
      ]
    : [
        { key, label, kind: 'number', cell: (one) => number(figureCell(...shown(one), words)) },
        {
          key: `${key}_state`,
          label,
          kind: 'text',
          cell: (one) => (gapIn(shown(one)[0]) ?? 'reported').replaceAll(' ', '-'),
        },
      ]
}
