import { dayAt, endOfDay } from '../calendar/day.ts'
import { parseQuarter, type Quarter } from '../calendar/quarter.ts'
import { thresholdFor } from '../disclosure/rule.ts'
import type { Key } from '../language/words.ts'
import { readFreeText } from '../privacy/free-text.ts'
import {
  BREAKDOWN_GRAINS,
  PROJECT_GRAINS,
  PROVINCE_GRAINS,
  RELEASE_AUDIENCES,
  RELEASE_LANGUAGES,
  type ReleaseAudience,
  type ReleaseLanguage,
  YEAR_KINDS,
} from '../vocabulary/release.ts'
import { DEFAULT_LAYOUT, type Layout } from './release.ts'

/** What was typed, as it was typed. */
export type Typed = {
  title: string
  /** `yes`: the title was looked at again and names nobody. */
  titleChecked: string
  from: string
  to: string
  language: string
  audience: string
  threshold: string
  asAt: string
  recipients: string[]
} & Record<keyof Layout, string>

export type NewRelease = {
  title: string
  /** The title looked as if it named somebody, and its writer says that it does not. */
  titleConfirmed: boolean
  from: Quarter
  to: Quarter
  language: ReleaseLanguage
  audience: ReleaseAudience
  threshold: number
  /** ms; the end of the day chosen, or now when that is today. */
  asAt: number
  recipients: number[]
  layout: Layout
}

export type FieldErrors = Partial<Record<keyof Typed, Key>>

export function readTyped(body: Record<string, unknown>): Typed {
  const text = (name: string) => String(body[name] ?? '').trim()
  const many = body.recipients
  return {
    title: text('title'),
    titleChecked: text('titleChecked'),
    from: text('from'),
    to: text('to'),
    language: text('language'),
    audience: text('audience'),
    threshold: text('threshold'),
    asAt: text('asAt'),
    recipients: many === undefined ? [] : [many].flat().map(String),
    project: text('project'),
    province: text('province'),
    breakdown: text('breakdown'),
    years: text('years'),
  }
}

export function emptyForm(span: { from: string; to: string }, now: number, recipients: string[]): Typed {
  return {
    title: '',
    titleChecked: '',
    ...span,
    language: 'both',
    audience: 'donor',
    threshold: '',
    asAt: dayAt(now),
    recipients,
    ...DEFAULT_LAYOUT,
  }
}

/**
 * @param project first and last quarter that may be reported on.
 * @param donors ids of those who can receive a release.
 */
export function checkForm(
  typed: Typed,
  given: { project: { from: Quarter; to: Quarter }; donors: readonly number[]; now: number },
): { release: NewRelease } | { errors: FieldErrors } {
  const errors: FieldErrors = {}
  const span = checkSpan(typed, given.project, errors)
  const layout = checkLayout(typed, errors)
  const asAt = checkAsAt(typed.asAt, given.now, errors)
  const audience = RELEASE_AUDIENCES.find((known) => known === typed.audience)
  if (!audience) errors.audience = 'releases:wrong.audience'
  const language = RELEASE_LANGUAGES.find((known) => known === typed.language)
  if (!language) errors.language = 'releases:wrong.language'
  const threshold = checkThreshold(typed.threshold, audience ?? 'donor', errors)
  const { title, titleConfirmed } = checkTitle(typed, errors)
  const recipients = [...new Set(typed.recipients.map(Number))]
  if (recipients.some((id) => !given.donors.includes(id))) errors.recipients = 'releases:wrong.recipients'
  else if (audience === 'donor' && recipients.length === 0) errors.recipients = 'releases:wrong.recipients-none'
  if (Object.keys(errors).length > 0 || !audience || !language) return { errors }
  return { release: { title, titleConfirmed, ...span, language, audience, threshold, asAt, recipients, layout } }
}

const LONGEST_TITLE = 200

/** A title goes to whoever gets the report: what looks like personal data stands only on its writer's word. */
function checkTitle(typed: Typed, errors: FieldErrors): { title: string; titleConfirmed: boolean } {
  const { text, keptOnWord, problem } = readFreeText(typed.title, LONGEST_TITLE, typed.titleChecked === 'yes')
  if (problem === 'too-long') errors.title = 'releases:wrong.title-long'
  if (problem === 'may-identify') errors.title = 'releases:wrong.title-names'
  return { title: text, titleConfirmed: keptOnWord }
}

function checkSpan(typed: Typed, project: { from: Quarter; to: Quarter }, errors: FieldErrors) {
  const [from, to] = [parseQuarter(typed.from), parseQuarter(typed.to)]
  if (from === null) errors.from = 'releases:wrong.quarter'
  else if (from < project.from || from > project.to) errors.from = 'releases:wrong.outside'
  if (to === null) errors.to = 'releases:wrong.quarter'
  else if (to < project.from || to > project.to) errors.to = 'releases:wrong.outside'
  else if (from !== null && to < from) errors.to = 'releases:wrong.backwards'
  return { from: from ?? 0, to: to ?? 0 }
}

function checkLayout(typed: Typed, errors: FieldErrors): Layout {
  const choose = <T extends string>(name: keyof Layout, list: readonly T[]): T => {
    const found = list.find((known) => known === typed[name])
    if (!found) errors[name] = 'releases:wrong.choice'
    return found ?? list[0]!
  }
  return {
    project: choose('project', PROJECT_GRAINS),
    province: choose('province', PROVINCE_GRAINS),
    breakdown: choose('breakdown', BREAKDOWN_GRAINS),
    years: choose('years', YEAR_KINDS),
  }
}

/** A day means its end in Viet Nam; today means now, since what is not approved yet cannot be known. */
function checkAsAt(typed: string, now: number, errors: FieldErrors): number {
  const end = endOfDay(typed)
  if (end === null) errors.asAt = 'releases:wrong.day'
  else if (typed > dayAt(now)) errors.asAt = 'releases:wrong.future'
  return Math.min(end ?? now, now)
}

/** Blank = the audience's own. */
function checkThreshold(typed: string, audience: ReleaseAudience, errors: FieldErrors): number {
  const rule = thresholdFor(audience, typed === '' ? undefined : /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN)
  if (!('refused' in rule)) return rule.threshold ?? 5
  errors.threshold =
    rule.refused === 'threshold-below-five' ? 'releases:wrong.threshold-low' : 'releases:wrong.threshold'
  return 5
}
