import type { Db } from '../../../db/connection.ts'
import { endOfUseText } from '../../assignments/in-words.ts'
import { endsOfUse } from '../../assignments/load.ts'
import type { Span } from '../../calendar/span.ts'
import type { ApprovedValue } from '../../disclosure/atoms.ts'
import { countedParts } from '../../disclosure/counted-parts.ts'
import type { EarlierNumbers } from '../../disclosure/earlier/hold.ts'
import { ask } from '../../figures/ask.ts'
import { actsOf, contributions } from '../../figures/provenance/load.ts'
import { PROJECT } from '../../figures/question.ts'
import { namedOver } from '../../indicators/breakdown.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import { type IndicatorHistory, measuredOver } from '../../indicators/definitions/history.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { both, type Text } from '../../language/text.ts'
import { wordsFor } from '../../language/words.ts'
import { places } from '../../places/store.ts'
import { lastPhaseBy, phaseToDate } from '../../project/phase.ts'
import { type ProjectCard, projectSpan } from '../../project/project.ts'
import { type Benchmarks, comparing } from '../../targets/comparison.ts'
import { benchmarksAsAt } from '../../targets/store.ts'
import type { Release } from '../release.ts'
import type { Wording } from '../wording/wording.ts'
import { wordingOf } from '../wording/wording-store.ts'
import { type Area, areasOf } from './areas-load.ts'
import { hasComeIn } from './awaited-load.ts'
import { baselinesShown, hiddenBaselines } from './baselines.ts'
import { PHASE_TO_DATE, TO_DATE } from './content.ts'
import { fiscalStartFor, ragFor } from './donor-load.ts'
import { askThen } from './earlier/ask-then-load.ts'
import { type AskedTables, holdableCells } from './earlier/holdable-load.ts'
import { previousRelease } from './earlier/previous-load.ts'
import { type ChangeReason, reasonOf, reportName } from './earlier/reason.ts'
import { questionOf, requestsFor, spanKey, type TableRequest } from './layout.ts'
import type { Gathered } from './source.ts'
import { type TableContext, tablesOf } from './tables.ts'
import { untilQuarter, withYearsAhead } from './years/years-ahead.ts'

/**
 * Reads the figures of a release as at its instant (marked where restated since the one it is compared with), and the values behind
 * those that count people.
 * @param numbers that earlier releases showed, at which figures could be held
 * @param wording what those are called of whom no record says what they were called then
 */
export function gather(
  db: Db,
  release: Release,
  now: number,
  previousOf = previousRelease,
  numbers: EarlierNumbers = new Map(),
  wording: Wording = wordingOf(db, release),
): Gathered {
  const { project } = wording
  const histories = historiesAsAt(db, release.asAt)
  const indicators = measuredOver(histories, { from: project.firstQuarter, to: release.to })
  const areas = areasOf(db, release, wording)
  const wished = requestsOf(db, release, project, { histories, indicators, areas })
  const requests = wished.map((request) => untilQuarter(request, release.to))
  const benchmarks = benchmarksAsAt(db, release.asAt)
  const baselines = baselinesShown(benchmarks.baselines, indicators, release.threshold, project.phases, release.to)
  const secretBaselines = hiddenBaselines(benchmarks.baselines, indicators, release.threshold)
  const context = contextOf(db, release, wording, areas, { ...benchmarks, secretBaselines })
  const behind = new Map<string, readonly ApprovedValue[]>()
  const spans = new Map<string, Span>()
  const asked: AskedTables[] = []
  const reasons = new Map<string, ChangeReason>()
  for (const { named } of wished.flatMap(({ columns }) => columns))
    spans.set(spanKey(named), { from: named.from, to: named.to })
  const previous = previousOf(db, release, new Set(spans.keys()))
  for (const request of requests) {
    const found = tablesOf(
      request,
      ask(db, { ...questionOf(request, release.asAt), restatedSince: previous?.asAt ?? release.asAt }, now),
      context,
    )
    readBehind(db, release, { request, found }, behind, now)
    asked.push({ request, found })
    if (previous) readReasons(db, { release, previous, wording }, { request, found }, reasons, now)
  }
  return {
    tables: asked.flatMap(({ found }, at) =>
      found.map((raw) => withYearsAhead(raw, wished[at]!, release.to, { compare: context.compare, indicators })),
    ),
    behind,
    holdable: holdableCells(db, asked, behind, numbers, context, now),
    indicators,
    ended: endedBy(db, release, histories, project),
    spans,
    baselines,
    secretBaselines,
    previous,
    reasons,
  }
}

type Asking = { histories: IndicatorHistory[]; indicators: DefinedIndicator[]; areas: readonly Area[] }

function requestsOf(
  db: Db,
  release: Release,
  project: ProjectCard,
  { histories, indicators, areas }: Asking,
): TableRequest[] {
  const phased = phaseToDate(project, release.to)
  return requestsFor({
    span: { from: release.from, to: release.to },
    layout: release.layout,
    firstQuarter: project.firstQuarter,
    lastQuarter: project.lastQuarter,
    ...(phased ? { phase: phased.span } : {}),
    indicators,
    histories: new Map(histories.map((history) => [history.code, history])),
    provinces: areas,
    fiscalStartMonth: fiscalStartFor(db, project, release),
    hasComeIn: (quarter) => hasComeIn(db, quarter, release.asAt),
  })
}

/** Which indicators are asked for no more by the end of a release, in words. */
function endedBy(
  db: Db,
  release: Release,
  histories: readonly IndicatorHistory[],
  { terms }: ProjectCard,
): Map<string, Text> {
  const ended = [...endsOfUse(db, histories, release.asAt)].filter(([, { since }]) => since <= release.to)
  return new Map(
    ended.map(([code, end]) => [code, both((language) => endOfUseText(end, release.to, wordsFor(language, terms)))]),
  )
}

function contextOf(
  db: Db,
  release: Release,
  { project, breakdowns: names }: Wording,
  areas: readonly Area[],
  benchmarks: Pick<Benchmarks, 'targets' | 'baselines' | 'secretBaselines'>,
): TableContext {
  const bySlug = new Map(areas.map((one) => [one.slug, one]))
  const { compare } = comparing({
    ...benchmarks,
    thresholds: ragFor(db, project, release),
    formerPlacesOf: (placeId) => places(db, release.asAt).formerOf(placeId),
    placeOf: (group) => (group === PROJECT ? null : bySlug.get(group)?.id),
    isToDate: (_, heading) => heading === TO_DATE,
    phaseOf: (_, heading) => (heading === PHASE_TO_DATE ? lastPhaseBy(project, release.to) : null),
    phases: project.phases,
    project: projectSpan(project),
  })
  const called = breakdowns(db, release.asAt).map((one) => ({ ...one, name: names[one.code] ?? one.name }))
  return { compare, breakdowns: called.map((one) => namedOver(one, release)), places: bySlug }
}

function readBehind(
  db: Db,
  release: Release,
  { request, found }: AskedTables,
  behind: Map<string, readonly ApprovedValue[]>,
  now: number,
): void {
  const sensitive = found.filter(({ table }) => table.indicator.sensitivity > 0)
  if (sensitive.length === 0) return
  const codes = sensitive.map(({ table }) => table.indicator.code)
  const known = contributions(db, questionOf({ ...request, indicators: codes }, release.asAt), now)
  for (const { table } of sensitive)
    for (const cell of table.cells.flat()) {
      if (behind.has(cell.id) || countedParts(cell, table.indicator).length === 0) continue
      const { indicator, group, span, cell: key } = cell.ref
      behind.set(cell.id, known.behind(indicator, group, span, key).values.map(counted))
    }
}

/** Of the figures that are others than when the release before was made, why. */
function readReasons(
  db: Db,
  { release, previous, wording }: { release: Release; previous: Release; wording: Wording },
  { request, found }: AskedTables,
  reasons: Map<string, ChangeReason>,
  now: number,
): void {
  const before = askThen(db, request, previous.asAt, now)
  if (before === null) return
  const known = new Set(before.indicators.map(({ code }) => code))
  const changed = found
    .flatMap(({ table }) => table.cells.flat())
    .filter(({ ref: { indicator, group, span, cell }, figure }) => {
      if (!known.has(indicator)) return false
      const was = before.figure(indicator, group, span, cell)
      return was.value !== figure.value || was.state !== figure.state
    })
  if (changed.length === 0) return
  const indicators = [...new Set(changed.map(({ ref }) => ref.indicator))]
  const behind = (asAt: number) => contributions(db, questionOf({ ...request, indicators }, asAt), now)
  const then = new Set(behind(previous.asAt).rows.map(reportName))
  const values = behind(release.asAt)
  const since = previous.asAt
  const acts = actsOf(
    db,
    values.rows.filter(({ approvedFrom }) => approvedFrom !== null && approvedFrom > since),
  )
  for (const { id, ref, figure } of changed) {
    const { indicator, group, span, cell } = ref
    const found = values.behind(indicator, group, span, cell)
    reasons.set(id, reasonOf(figure.flags.includes('revised'), found, then, acts, since, wording.people))
  }
}

function counted(one: {
  placeId: number
  partnerId: number
  quarter: number
  cell: string
  approvedFrom: number | null
  value: number | null
  base: number | null
}): ApprovedValue {
  const { placeId, partnerId, quarter, cell, approvedFrom, value, base } = one
  if (approvedFrom === null || value === null)
    throw new Error('a figure of approved values holds one that is not approved')
  return { placeId, partnerId, quarter, cell, approvedFrom, value, base }
}
