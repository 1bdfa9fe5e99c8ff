import type { Quarter } from './quarter.ts'

/** Why something stays as it is: the sentence of the code names what it is about and the quarter. */
export type QuarterRefusal<Code extends string> = {
  code: Code
  /** A code, a slug or a field. */
  what: string
  /** The first quarter that stands against it. */
  quarter?: Quarter
}
