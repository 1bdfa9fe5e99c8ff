import type { Permission } from '../access/permissions.ts'
import { parseQuarter, quarterCode } from '../calendar/quarter.ts'
import { datesOf } from '../calendar/span.ts'
import { quarter as quarterName } from '../language/format.ts'
import { type Words, wordsFor } from '../language/words.ts'
import { nameOn } from '../partners/partner.ts'
import { isArea, nameBesidePartner } from '../places/place.ts'
import { SETTING_NAMES } from '../vocabulary/setting.ts'
import type { SubjectKind } from '../vocabulary/trail.ts'
import type { NamedSubmission, TrailNames } from './names.ts'

/** "Q4 2021 of the police of Nghệ An": what was acted on, as it is called now; what is not there any more says so. */
export function subjectInWords(kind: SubjectKind, id: string, names: TrailNames, words: Words): string {
  return namedNow(kind, id, names, words) ?? words.t(`trail:gone.${kind}`)
}

/** Whether it is there, whatever it is called. */
export function isNamed(kind: SubjectKind, id: string, names: TrailNames): boolean {
  return namedNow(kind, id, names, wordsFor('vi')) !== null
}

function namedNow(kind: SubjectKind, id: string, names: TrailNames, words: Words): string | null {
  const { t, of, language } = words
  switch (kind) {
    case 'project':
      return names.project && of(names.project)
    case 'place': {
      const place = names.places.bySlug.get(id)
      return place ? of(place.name) : null
    }
    case 'result': {
      const statement = names.results.get(id)
      return statement ? `${id} ${of(statement)}` : null
    }
    case 'indicator':
      return indicatorInWords(id, names, words)
    case 'breakdown': {
      const breakdown = names.breakdowns.find(({ code }) => code === id)
      return breakdown ? of(breakdown.name) : null
    }
    case 'partner': {
      const partner = names.partners.find(({ slug }) => slug === id)
      return partner ? of(nameOn(partner, LAST_DAY).name) : null
    }
    case 'person':
      return names.people.get(Number(id)) ?? null
    case 'submission': {
      const submission = names.submissions.get(Number(id))
      return submission ? submissionInWords(submission, names, words) : null
    }
    case 'period': {
      const quarter = parseQuarter(id)
      return quarter === null ? null : quarterName(quarter, language)
    }
    case 'setting': {
      const setting = SETTING_NAMES.find((one) => one === id)
      return setting ? t(`trail:setting.${setting}`) : null
    }
    case 'release':
      return names.releases.get(Number(id)) ?? null
  }
}

/** "V3 Clients supported"; null for a code that nobody knows. */
export function indicatorInWords(code: string, { indicators }: TrailNames, { of }: Words): string | null {
  const indicator = indicators.get(code)
  return indicator ? `${code} ${of(indicator.name)}` : null
}

/** Whatever a partner was called last. */
export const LAST_DAY = '9999-12-31'

/** A partner by the name of those days, with its place. */
function submissionInWords(
  { partnerId, placeId, quarter }: NamedSubmission,
  { partners, places }: TrailNames,
  words: Words,
): string {
  const partner = partners.find(({ id }) => id === partnerId)!
  const { last } = datesOf({ from: quarter, to: quarter })
  const reporter = [words.of(nameOn(partner, last).name), nameBesidePartner(places.byId.get(placeId)!, words)]
  return words.t('trail:of-reporter', {
    quarter: quarterName(quarter, words.language),
    reporter: reporter.filter(Boolean).join(' – '),
  })
}

/** The page of what was acted on, for whoever may enter it; otherwise everything that was done to it. */
export function subjectHref(
  kind: SubjectKind,
  id: string,
  names: TrailNames,
  may: (permission: Permission) => boolean,
): string {
  return pageOf(kind, id, names, may) ?? trailOf(kind, id)
}

/** All that was done to something. */
export function trailOf(kind: SubjectKind, id: string): string {
  return `/trail?${new URLSearchParams({ subject: `${kind}:${id}` })}`
}

function pageOf(
  kind: SubjectKind,
  id: string,
  names: TrailNames,
  may: (permission: Permission) => boolean,
): string | null {
  switch (kind) {
    case 'project':
      return may('figures.see') ? '/overview' : null
    case 'place': {
      const place = names.places.bySlug.get(id)
      return place && isArea(place) && may('figures.see') ? `/provinces/${encodeURIComponent(id)}` : null
    }
    case 'result':
      return names.results.has(id) && may('results.score') ? `/scores#${encodeURIComponent(id)}` : null
    case 'indicator':
      return indicatorPage(names.indicators.has(id) ? id : undefined, may)
    case 'breakdown':
      return indicatorPage(splitBy(id, names), may)
    case 'partner':
      return null
    case 'person':
      return names.people.has(Number(id)) && may('people.manage') ? `/people/${id}` : null
    case 'submission':
      return names.submissions.has(Number(id)) && may('submission.see') ? `/submissions/${id}` : null
    case 'period': {
      const quarter = parseQuarter(id)
      return quarter !== null && may('periods.see') ? `/periods#${quarterCode(quarter)}` : null
    }
    case 'setting':
      return may('settings.manage') ? '/settings' : null
    case 'release':
      return names.releases.has(Number(id)) && may('release.see') ? `/releases/${id}` : null
  }
}

function indicatorPage(code: string | undefined, may: (permission: Permission) => boolean): string | null {
  return code !== undefined && may('figures.see') ? `/indicators/${encodeURIComponent(code)}` : null
}

/** An indicator that is split by a breakdown, which has no page of its own. */
function splitBy(breakdown: string, { indicators }: TrailNames): string | undefined {
  return [...indicators.values()].find(({ schemes }) =>
    schemes.some(({ breakdowns }) => breakdowns.includes(breakdown)),
  )?.code
}
