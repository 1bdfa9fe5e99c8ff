import type { Statement } from '../completeness.ts'
import type { ScopePart } from './fields.ts'

/** What a page of many indicators says of itself, whether it shows them as pictures or as tables. */
export type PageOfMany = {
  title: string
  path: string
  /** What it can be narrowed to. */
  parts: readonly ScopePart[]
  complete: Statement
  /** The same page of every other one of its kind. */
  others: { href: string; label: string; here: boolean }[]
}
