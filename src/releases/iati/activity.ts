import { dayAt, xmlInstant } from '../../calendar/day.ts'
import { datesOf } from '../../calendar/span.ts'
import { dates, instant } from '../../language/format.ts'
import { IATI_ROLES, type IatiIdentity } from '../../project/iati.ts'
import { projectSpan } from '../../project/project.ts'
import { DECLARATION, element, escapedXml } from '../../spreadsheet/native-charts/xml.ts'
import type { ReleaseContent, ReportedArea } from '../content/content.ts'
import { goalTags } from './goals.ts'
import { type InBoth, inBothLanguages, told } from './narrative.ts'
import { resultElements } from './results.ts'

const VERSION = '2.03'

/**
 * A release as an activity of the IATI standard, version 2.03, in the order that its schema prescribes; piece by piece, since it may be
 * long. Everything in it is said by the content, which has passed `suppress`, and by how the project is published: the same content
 * is the same file.
 */
export function* iatiFile(content: ReleaseContent, identity: IatiIdentity): Generator<string> {
  const inBoth = inBothLanguages(content)
  const at = xmlInstant(content.versionAt)
  yield DECLARATION
  yield `<iati-activities version="${VERSION}" generated-datetime="${at}">\n`
  yield `<iati-activity xml:lang="${content.release.language === 'en' ? 'en' : 'vi'}" last-updated-datetime="${at}">\n`
  for (const one of aboutElements(content, identity, inBoth)) yield `${one}\n`
  for (const one of resultElements(content, inBoth)) yield `${one}\n`
  yield '</iati-activity>\n</iati-activities>\n'
}

function aboutElements(content: ReleaseContent, identity: IatiIdentity, inBoth: InBoth): string[] {
  const { identifier, reporting, organisations, otherIdentifiers, country, sectors } = identity
  return [
    element('iati-identifier', {}, escapedXml(identifier)),
    told('reporting-org', reporting.name, { ref: reporting.ref, type: reporting.type }),
    told('title', content.project.name),
    ...descriptions(content, identity, inBoth),
    ...organisations.map(({ ref, type, role, name }) =>
      told('participating-org', name, { ...(ref === null ? {} : { ref }), type, role: IATI_ROLES.indexOf(role) + 1 }),
    ),
    ...otherIdentifiers.map(({ ref, type }) => element('other-identifier', { ref, type })),
    ...courseElements(content),
    element('activity-scope', { code: scopeOf(content) }),
    element('recipient-country', { code: country, percentage: 100 }),
    ...areasTold(content).map((area) => locationElement(area, country, inBoth)),
    ...sectors.map(({ code, percentage }) => element('sector', { vocabulary: DAC_PURPOSES, code, percentage })),
    ...goalTags(content, inBoth),
  ]
}

/** The standard's list SectorVocabulary. */
const DAC_PURPOSES = 1

/** Codes of the standard's list DescriptionType. */
const GENERAL = 1
const OTHER = 4

/** What the activity is and, as a description of its own, which report this file is and what is not in it. */
function descriptions({ release, project, draft, versionAt }: ReleaseContent, identity: IatiIdentity, inBoth: InBoth) {
  const report = inBoth(({ t, language }) => {
    const when = instant(versionAt, language)
    return [
      ...(draft ? [t('releases:workbook.draft')] : []),
      ...(project.illustrative ? [t('releases:workbook.illustrative')] : []),
      `${t(`releases:workbook.cover.version-${draft ? 'draft' : 'value'}`, { id: release.id, when })}: ${release.title}`,
      `${t('releases:workbook.cover.dates')}: ${dates(release, language)}`,
      `${t('releases:workbook.cover.as-at')}: ${instant(release.asAt, language)}`,
      `${t('releases:workbook.cover.basis')}: ${t('releases:workbook.cover.basis-value')}`,
      t('releases:iati.rule', { most: release.threshold - 1 }),
    ].join('\n')
  })
  return [told('description', identity.description, { type: GENERAL }), told('description', report, { type: OTHER })]
}

/** Codes of the standard's list ActivityStatus: what is over is reported on until its books are closed. */
const STATUS = { ahead: 1, running: 2, over: 3 } as const
/** Codes of the standard's list ActivityDateType. */
const DATE_TYPES = { plannedStart: 1, actualStart: 2, plannedEnd: 3 } as const

/** How far the activity is by the day of the report, and when it was planned to begin and to end. */
function courseElements({ project, release }: ReleaseContent): string[] {
  const { first, last } = datesOf(projectSpan(project))
  const today = dayAt(release.asAt)
  const hasBegun = first <= today
  const status = hasBegun ? (today <= last ? STATUS.running : STATUS.over) : STATUS.ahead
  const date = (type: number, day: string) => element('activity-date', { 'iso-date': day, type })
  return [
    element('activity-status', { code: status }),
    date(DATE_TYPES.plannedStart, first),
    ...(hasBegun ? [date(DATE_TYPES.actualStart, first)] : []),
    date(DATE_TYPES.plannedEnd, last),
  ]
}

/** The areas that tables have a row of: there may be others in the country that have no part in the project. */
function areasTold({ areas, tables }: ReleaseContent): ReportedArea[] {
  const told = new Set(
    tables.flatMap(({ table }) => (table.rowsAre === 'places' ? table.rows.map(({ key }) => key) : [])),
  )
  return areas.filter(({ slug, isPartner }) => !isPartner && told.has(slug))
}

/** Codes of the standard's list ActivityScope. */
function scopeOf(content: ReleaseContent): number {
  const { length } = areasTold(content)
  return length === 0 ? SCOPE.national : length === 1 ? SCOPE.oneArea : SCOPE.severalAreas
}
const SCOPE = { national: 4, severalAreas: 5, oneArea: 6 } as const

/** Of the standard's list GeographicVocabulary: countries, by ISO 3166-1. */
const COUNTRIES = 'A4'

/**
 * An area by its name and codes; what results say of it refers to it by the code of the project. No point: nobody has measured one, and an
 * area is not a place on a map.
 */
function locationElement({ slug, name, code, iso }: ReportedArea, country: string, inBoth: InBoth): string {
  const codes = [
    ...(iso ? [`ISO 3166-2: ${iso}`] : []),
    ...(code ? [inBoth(({ t }) => t('releases:iati.official-code', { code }))] : []),
  ]
  const described = inBoth(({ of }) => codes.map((one) => (typeof one === 'string' ? one : of(one))).join('; '))
  return element(
    'location',
    { ref: slug },
    element('location-reach', { code: 1 }),
    told('name', name),
    ...(codes.length > 0 ? [told('description', described)] : []),
    element('administrative', { vocabulary: COUNTRIES, level: 0, code: country }),
    element('exactness', { code: 2 }),
    element('location-class', { code: 1 }),
  )
}
