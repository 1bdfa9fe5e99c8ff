export const PARTNER_KINDS = [
  'police',
  'border guard',
  'womens union',
  'department of labour',
  'department of health',
  'procuracy',
  'court',
  'legal aid centre',
  'ngo',
  'international organisation',
] as const
export type PartnerKind = (typeof PARTNER_KINDS)[number]
