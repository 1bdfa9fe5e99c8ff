import type { Indicator } from '../indicators/indicator.ts'
import type { CountedPart } from '../indicators/measure.ts'

/** The finest unknown behind figures: one version of one cell of one reporter and quarter, and what of it is counted. */
export type Atom = {
  indicatorId: number
  part: AtomPart
  placeId: number
  partnerId: number
  quarter: number
  approvedFrom: number
  /** Key of the cell; '' is the undivided total. */
  cell: string
}

/** What of a value is a number of persons or cases: a count's amount; a ratio's two sides; what a mean or median rests on. */
export const ATOM_PARTS = ['amount', 'numerator', 'complement', 'n'] as const
export type AtomPart = (typeof ATOM_PARTS)[number]

export function atomName({ indicatorId, part, placeId, partnerId, quarter, approvedFrom, cell }: Atom): string {
  return [indicatorId, part, placeId, partnerId, quarter, approvedFrom, cell].join('|')
}

/** Null when it is not the name of an atom. */
export function parseAtom(name: string): Atom | null {
  const [indicatorId, part, placeId, partnerId, quarter, approvedFrom, ...cell] = name.split('|')
  const known = ATOM_PARTS.find((one) => one === part)
  const numbers = [indicatorId, placeId, partnerId, quarter, approvedFrom].map(whole)
  if (!known || cell.length === 0 || numbers.some((one) => one === null)) return null
  const [a, b, c, d, e] = numbers as [number, number, number, number, number]
  return { indicatorId: a, part: known, placeId: b, partnerId: c, quarter: d, approvedFrom: e, cell: cell.join('|') }
}

/** One approved value behind a figure: what atoms are made of. */
export type ApprovedValue = {
  placeId: number
  partnerId: number
  quarter: number
  approvedFrom: number
  /** Key of the cell; '' is the undivided total. */
  cell: string
  value: number
  /** Denominator or n. */
  base: number | null
}

/** What a stored value counts, by part. */
export function countIn({ value, base }: Pick<ApprovedValue, 'value' | 'base'>, part: AtomPart): number {
  switch (part) {
    case 'amount':
    case 'numerator':
      return value
    case 'complement':
      return (base ?? 0) - value
    case 'n':
      return base ?? 0
  }
}

/** The atoms of one part of a figure, with their counts. */
export function atomsBehind(
  values: readonly ApprovedValue[],
  { id: indicatorId }: Pick<Indicator, 'id'>,
  part: CountedPart,
): [name: string, count: number][] {
  const parts: AtomPart[] = part === 'denominator' ? ['numerator', 'complement'] : [part]
  return values.flatMap((value) =>
    parts.map((atomPart): [string, number] => [
      atomName({ ...value, indicatorId, part: atomPart }),
      countIn(value, atomPart),
    ]),
  )
}

function whole(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,16}$/.test(text) ? Number(text) : null
}
