import type { Db } from '../../../db/connection.ts'
import { grouped } from '../../../db/grouped.ts'
import { dayAt } from '../../calendar/day.ts'
import { parseQuarter, quarterCode } from '../../calendar/quarter.ts'
import { heldIn } from '../../calendar/span.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import { definitionIn } from '../../indicators/definitions/history.ts'
import { baseRelations } from '../../indicators/relations/relation-store.ts'
import { results } from '../../indicators/results/result-store.ts'
import { historiesAsAt, indicatorCodes } from '../../indicators/store.ts'
import { validationRules } from '../../indicators/validation/rule-store.ts'
import { partners } from '../../partners/store.ts'
import type { Places } from '../../places/place.ts'
import { places } from '../../places/store.ts'
import { donorRows, writtenLayouts } from '../../project/donor-store.ts'
import { projectCard } from '../../project/store.ts'
import { isForLife } from '../../targets/target.ts'
import { writtenAssignments } from './assignments.ts'
import { CHANGING, type DoneChange, type KnownAfter, writtenChanges } from './changes.ts'
import { writtenFields, writtenIndicator } from './definitions.ts'
import {
  assignmentRows,
  baselineRows,
  eventsOfKinds,
  indicatorCodesInOrder,
  kindRows,
  levelRows,
  projectKnownSince,
  settingsSet,
  targetRows,
} from './store.ts'
import { writtenTargets } from './targets.ts'
import type { WrittenProject } from './written.ts'

/**
 * The project of a file as its lists write it: what it began with, and what has been changed of it since. Who reports what, and the
 * settings, are written as they are now. Null in a file without a project.
 */
export function loadWritten(db: Db): WrittenProject | null {
  const begun = projectKnownSince(db)
  if (begun === null) return null
  const card = projectCard(db, begun)!
  const tree = places(db, begun)
  const phases = card.phases.map(({ code, name, from, to }) => ({
    code,
    name,
    first: quarterCode(from),
    last: quarterCode(to),
  }))
  return {
    project: {
      code: card.code,
      name: card.name,
      short: card.terms.product,
      lead: card.lead,
      first: quarterCode(card.firstQuarter),
      last: quarterCode(card.lastQuarter),
      dueDays: card.dueDays,
      thresholds: card.thresholds,
      illustrative: card.illustrative,
      iati: card.iati as WrittenProject['project']['iati'],
      settings: settingsSet(db) as WrittenProject['project']['settings'],
    },
    phases,
    layouts: writtenLayouts(db).map(({ usual, ...layout }) => ({ ...layout, ...usual })) as WrittenProject['layouts'],
    donors: donorRows(db) as WrittenProject['donors'],
    components: [...card.terms.components],
    results: resultsOf(db),
    breakdowns: breakdowns(db, begun).map(({ code, name, categories }) => ({
      code,
      name,
      categories: categories.map((one) => ({ code: one.code, name: one.name })),
    })),
    indicators: indicatorsOf(db, begun, card.firstQuarter),
    relations: baseRelations(db),
    validations: validationRules(db),
    levels: levelRows(db),
    ...placesOf(tree),
    kinds: kindRows(db),
    partners: partners(db).map(({ slug, cutOffDay, names }) => ({ slug, cutOffDay, names: [...names] })),
    ...reportingOf(db, tree, begun),
    changes: writtenChanges(eventsOfKinds(db, CHANGING), knownAfter(db), (event) => sinceOf(db, event, begun)),
  }
}

function resultsOf(db: Db): WrittenProject['results'] {
  return results(db).map(({ id: _, ...row }) => row)
}

function indicatorsOf(db: Db, begun: number, first: number): WrittenProject['indicators'] {
  const known = new Map(historiesAsAt(db, begun).map((history) => [history.code, history]))
  return indicatorCodesInOrder(db).flatMap((code) => {
    const history = known.get(code)
    return history ? [writtenIndicator(history.definitions[0], first)] : []
  })
}

function placesOf({ list, byId, successions }: Places): Pick<WrittenProject, 'places' | 'successions'> {
  const slugOf = (id: number) => byId.get(id)!.slug
  return {
    places: list.map(({ slug, code, iso, level, parentId, name, validFrom, validTo }) => {
      const parent = parentId === null ? {} : { parent: slugOf(parentId) }
      return { slug, code, iso, level, ...parent, name, validFrom, validTo }
    }),
    successions: successions.map(({ fromId, toId, on }) => ({ from: slugOf(fromId), to: slugOf(toId), on })),
  }
}

function reportingOf(
  db: Db,
  { byId }: Places,
  begun: number,
): Pick<WrittenProject, 'assignments' | 'targets' | 'baselines'> {
  const codes = indicatorCodes(db)
  const slugs = new Map(partners(db).map(({ id, slug }) => [id, slug]))
  const placeOf = (id: number | null) => (id === null ? null : byId.get(id)!.slug)
  const { assignments, handovers } = assignmentRows(db)
  const keyOf = (indicator: string, partner: string, place: string, from: number) =>
    JSON.stringify([indicator, partner, place, from])
  const taken = grouped(
    handovers,
    (one) =>
      keyOf(codes.get(one.indicatorId)!, slugs.get(one.partnerId)!, byId.get(one.placeId)!.slug, one.fromQuarter),
    (one) => ({ partner: slugs.get(one.predecessorPartnerId)!, place: byId.get(one.predecessorPlaceId)!.slug }),
  )
  return {
    assignments: writtenAssignments(
      assignments.map(({ indicatorId, partnerId, placeId, fromQuarter, toQuarter }) => ({
        indicator: codes.get(indicatorId)!,
        partner: slugs.get(partnerId)!,
        place: byId.get(placeId)!.slug,
        from: fromQuarter,
        to: toQuarter,
      })),
      ({ indicator, partner, place, from }) => taken.get(keyOf(indicator, partner, place, from)) ?? [],
    ),
    targets: writtenTargets(
      targetRows(db).map(({ indicatorId, placeId, fromQuarter, toQuarter, reasonVi, reasonEn, ...row }) => ({
        ...row,
        reason: reasonVi === null || reasonEn === null ? null : { vi: reasonVi, en: reasonEn },
        indicator: codes.get(indicatorId)!,
        place: placeOf(placeId),
        from: fromQuarter,
        to: toQuarter,
      })),
      dayAt(begun),
    ),
    baselines: baselineRows(db).map(({ indicatorId, placeId, phase, quarter, value, base, ...row }) => ({
      indicator: codes.get(indicatorId)!,
      place: placeOf(placeId),
      ...(phase === null ? {} : { phase }),
      quarter: quarterCode(quarter),
      value,
      base,
      source: { vi: row.sourceVi, en: row.sourceEn },
      setOn: dayAt(row.validFrom),
    })),
  }
}

function knownAfter(db: Db): KnownAfter {
  const quarter = (code: string) => parseQuarter(code)!
  return {
    fields: (indicator, from, names, at) => {
      const history = historiesAsAt(db, at).find(({ code }) => code === indicator)!
      return writtenFields(definitionIn(history, quarter(from))!, names)
    },
    categoryName: (breakdown, category, from, at) => {
      const list = breakdowns(db, at).find(({ code }) => code === breakdown)!
      const { definitions } = list.categories.find(({ code }) => code === category)!
      return definitions.find((one) => heldIn(one, quarter(from)))!.name
    },
    placeName: (place, at) => places(db, at).bySlug.get(place)!.name,
    phaseName: (phase, at) => projectCard(db, at)!.phases.find(({ code }) => code === phase)!.name,
  }
}

/** Since when what is changed had been known: a category that is listed for the first time had not, a plan goes with its targets. */
function sinceOf(db: Db, { verb, subject, detail, at }: DoneChange, begun: number): number {
  if (verb === 'project.replanned') {
    const life = targetRows(db).filter(({ kind }) => isForLife(kind))
    return life.length === 0 ? begun : Math.max(begun, Math.min(...life.map(({ validFrom }) => validFrom)))
  }
  if (verb !== 'breakdown.category-listed') return begun
  const before = breakdowns(db, begun).find(({ code }) => code === subject)?.categories ?? []
  return before.some(({ code }) => code === detail.category) ? begun : at - 1
}
