import type { Text } from '../language/text.ts'

/** Kinds of organisations, by the codes of the standard's list OrganisationType. */
export const IATI_ORGANISATION_TYPES = [
  ...(['10', '11', '15', '21', '22', '23', '24', '30'] as const),
  ...(['40', '60', '70', '71', '72', '73', '80', '90'] as const),
] as const

/** What an organisation does in an activity, in the order of the standard's list OrganisationRole, which counts from 1. */
export const IATI_ROLES = ['funding', 'accountable', 'extending', 'implementing'] as const

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
  otherIdentifiers: readonly { ref: string; type: string }[]
  /** ISO 3166-1. */
  country: string
  /** Purpose codes of the OECD's Development Assistance Committee; all of them together are 100 per cent. */
  sectors: readonly { code: string; percentage: number }[]
  description: Text
}
