import { type Reporter, reporterKey } from '../../../assignments/assignment.ts'
import { type Duty, isBoundIn } from '../../../assignments/owed.ts'
import type { Quarter } from '../../../calendar/quarter.ts'
import { datesOf } from '../../../calendar/span.ts'
import type { Bullet } from '../../../charts/bullet.ts'
import type { Words } from '../../../language/words.ts'
import { nameOn, type Partner } from '../../../partners/partner.ts'
import type { Place, Places } from '../../../places/place.ts'
import { byUrgency, isBehind, MOST_BEHIND } from '../../off-track/off-track.ts'
import { bulletFor, type PaceModel, paceOfRated } from '../pace.ts'
import type { IndicatorStanding } from '../standing.ts'
import { firstPlaces } from './first-places.ts'

/** Who can be asked about an indicator: those who report it, by place. */
export type AskableReporters = {
  duties: ReadonlyMap<number, readonly Duty[]>
  partners: ReadonlyMap<number, Partner>
  places: Places
  reporters: ReadonlyMap<number, readonly string[]>
}

export type BehindItem = {
  code: string
  name: string
  href: string
  pace: PaceModel
  bullet: (Bullet & { tone: string }) | null
  detail: string
}

/** The worst of what is behind plan, each with where it is worst and who can be asked. */
export function behindItems(
  behind: readonly IndicatorStanding[],
  provinces: readonly Place[],
  quarter: Quarter,
  asked: AskableReporters,
  words: Words,
  hrefOf: (code: string) => string,
): BehindItem[] {
  return behind.slice(0, MOST_BEHIND).map((standing) => {
    const { indicator, rated } = standing
    const where = provincesBehind(standing, provinces)
    const pace = paceOfRated(rated, words)
    return {
      code: indicator.code,
      name: words.of(indicator.name),
      href: hrefOf(indicator.code),
      pace,
      bullet: bulletFor(rated, pace.tone),
      detail: [
        whereText(where, provinces.length, words),
        words.t('charts:overview.ask', {
          who: whoToAsk(standing, reportingIn(where[0], asked), quarter, asked, words),
        }),
      ]
        .filter(Boolean)
        .join(' · '),
    }
  })
}

/** The worst by name, and how many others; of all of them that there are, that it is all. */
function whereText(where: readonly Place[], count: number, words: Words): string {
  if (where.length === 0) return ''
  if (where.length === count && count > 2) return words.t('charts:overview.behind.everywhere', { count })
  const names = where.map(({ name }) => words.of(name))
  return words.t('charts:overview.behind.where', { names: firstPlaces(names, words) })
}

/** Provinces that are themselves behind, the worst first. */
export function provincesBehind({ provinces: rated }: IndicatorStanding, provinces: readonly Place[]): Place[] {
  return rated
    .map(({ progress }, nth) => ({ progress, place: provinces[nth]! }))
    .filter(({ progress }) => isBehind(progress))
    .sort((a, b) => byUrgency(a.progress, b.progress))
    .map(({ place }) => place)
}

function reportingIn(worst: Place | undefined, { places }: AskableReporters): ((one: Reporter) => boolean) | null {
  return worst === undefined ? null : ({ placeId }) => places.rootOf(placeId) === worst.id
}

/**
 * Who reports an indicator where it is worst; who is responsible for it where nothing stands out, or nobody reports it there.
 * @param isThere whose reports are from where it is worst; null: no area stands out
 */
export function whoToAsk(
  { indicator }: Pick<IndicatorStanding, 'indicator'>,
  isThere: ((one: Reporter) => boolean) | null,
  quarter: Quarter,
  { duties, partners, reporters }: Omit<AskableReporters, 'places'>,
  words: Words,
): string {
  const reporting = (duties.get(indicator.id) ?? []).filter(
    (duty) => (isThere?.(duty) ?? true) && isBoundIn(duty, quarter),
  )
  const ids = new Map(reporting.map((duty) => [reporterKey(duty), duty.partnerId]))
  const [first, ...others] = new Set(ids.values())
  if (first === undefined || (isThere === null && others.length > 0)) return words.of(indicator.responsible)
  const { last } = datesOf({ from: quarter, to: quarter })
  const partner = words.of(nameOn(partners.get(first)!, last).name)
  const people = reporters.get(first) ?? []
  return people.length === 0 ? partner : `${people.join(', ')} (${partner})`
}
