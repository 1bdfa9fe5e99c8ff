import type { FieldContext } from '../../../src/submissions/entry-form/field-page.ts'
import { drawRows } from '../../../src/submissions/entry-form/rows-page.ts'
import { words } from '../page-state.ts'
import { type indicator, row } from './definitions.ts'

/** What a row is drawn from: nothing, but for what is given. */
export const context = (more: Partial<FieldContext> = {}): FieldContext => ({
  words,
  entries: [],
  typed: {},
  problems: [],
  previous: new Map(),
  targets: new Map(),
  inForce: [],
  ...more,
})
type Given = Parameters<typeof indicator>
export const drawn = (given: Given, more: Partial<FieldContext> = {}) => drawRows([row(...given)], context(more))[0]!
export const cellOf = (given: Given, more: Partial<FieldContext> = {}) => drawn(given, more).grids[0]!.list[0]!
