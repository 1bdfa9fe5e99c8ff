import type { Text } from '../language/text.ts'

/** Kinds of organisations, by the codes of the standard's list OrganisationType. */
export const IATI_ORGANISATION_TYPES = [
  ...(['10', '11', '15', '21', '22', '23', '24', '30'] as const),
  ...(['40', '60', '70', '71', '72', '73', '80', '90'] as const),
] as const

/** What an organisation does in an activity, in the order of the standard's list OrganisationRole, which counts from 1. */
export const IATI_ROLES = ['funding', 'accountable', 'extending', 'implementing'] as const

/** What a number that is not IATI's own identifies, by the codes of the standard's list OtherIdentifierType. */
export const IATI_OTHER_TYPES = ['A1', 'A2', 'A3', 'A9', 'B1', 'B9'] as const

/** ISO 3166-1, which the standard's list Country follows; XK is Kosovo there, as the standard has it. */
export const IATI_COUNTRIES: ReadonlySet<string> = new Set(
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG
  CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL
  GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA
  LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP
  NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV
  SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`.split(
    /\s+/,
  ),
)

/** More rows of one kind no activity needs. */
export const MOST_IATI_ROWS = 100

export type IatiOrganisation = {
  /** As registers of organisations have it ("XM-DAC-47066"); null where it is not known. */
  ref: string | null
  type: (typeof IATI_ORGANISATION_TYPES)[number]
  name: Text
}

/** What the International Aid Transparency Initiative (version 2.03) asks of an activity that the project does not say otherwise. */
export type IatiIdentity = {
  /** Of the activity: that of whoever publishes it comes first. */
  identifier: string
  reporting: IatiOrganisation & { ref: string }
  organisations: readonly (IatiOrganisation & { role: (typeof IATI_ROLES)[number] })[]
  /** Other numbers the project goes by, with codes of the standard's list OtherIdentifierType. */
  otherIdentifiers: readonly { ref: string; type: (typeof IATI_OTHER_TYPES)[number] }[]
  /** ISO 3166-1. */
  country: string
  /** Purpose codes of the OECD's Development Assistance Committee; all of them together are 100 per cent. */
  sectors: readonly { code: string; percentage: number }[]
  description: Text
}
