import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import { type Quarter, quarterCode } from '../../calendar/quarter.ts'
import { heldIn, type Validity, validityCodes } from '../../calendar/span.ts'
import { afterwards, gapsIn, revised, type TimelineRevision } from '../../calendar/timeline.ts'
import type { Breakdown, Category, CategoryDefinition } from '../../indicators/breakdown.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import {
  endCategoryDefinition,
  insertCategory,
  insertCategoryDefinition,
  placeOnList,
  quartersWithCategory,
} from '../../indicators/definitions/category-store.ts'
import type { Text } from '../../language/text.ts'
import { record } from '../../trail/store.ts'
import type { DefinitionRefusal } from './refusal.ts'

type By = Pick<Person, 'id'> | null

/** A category of a breakdown by their codes. */
export type CategoryNamed = { breakdown: string; category: string }

/**
 * From a quarter on (to one) a category is on its list, by a name: a new one, one that comes back, or one that is called
 * something else. It is not asked for, and not missing, in the quarters in which it is on no list.
 */
export function listCategory(
  db: Db,
  by: By,
  named: CategoryNamed,
  { name, ...quarters }: Validity & { name: Text },
  now: number,
): DefinitionRefusal | null {
  return inBreakdown(db, named, (owner, category) => {
    if (quarters.to !== null && quarters.to < quarters.from) return { code: 'ends-first', what: named.category }
    const known = category?.definitions ?? []
    const revision = revised<CategoryDefinition>(known, quarters, (piece) => ({ ...piece, name }))
    revision.begun.push(...gapsIn(known, quarters).map((gap) => ({ ...gap, name })))
    write(db, owner, category ?? named.category, revision, now)
    const detail = { category: named.category, ...validityCodes(quarters) }
    record(db, { at: now, by, verb: 'breakdown.category-listed', subject: ['breakdown', owner.code], detail })
    return null
  })
}

/** A category is on its list for the last time in a quarter: it stays readable until then. */
export function endCategory(
  db: Db,
  by: By,
  named: CategoryNamed,
  last: Quarter,
  now: number,
): DefinitionRefusal | null {
  return inBreakdown(db, named, (owner, category) => {
    if (!category) return { code: 'unknown-category', what: named.category }
    const revision = revised<CategoryDefinition>(category.definitions, { from: last + 1, to: null }, () => null)
    if (revision.ended.length === 0) return { code: 'not-in-use', what: named.category, quarter: last + 1 }
    if (last < category.definitions[0]!.from) return { code: 'ends-first', what: named.category }
    const left = afterwards(category.definitions, revision)
    const lost = quartersWithCategory(db, category.id).find((quarter) => !left.some((one) => heldIn(one, quarter)))
    if (lost !== undefined) return { code: 'none-for-values', what: named.category, quarter: lost }
    write(db, owner, category, revision, now)
    const detail = { category: named.category, last: quarterCode(last) }
    record(db, { at: now, by, verb: 'breakdown.category-ended', subject: ['breakdown', owner.code], detail })
    return null
  })
}

/** Changes a breakdown, all or nothing. @param change is given the category where there is one of that code */
function inBreakdown(
  db: Db,
  named: CategoryNamed,
  change: (owner: Breakdown, category: Category | undefined) => DefinitionRefusal | null,
): DefinitionRefusal | null {
  return db.tx(() => {
    const owner = breakdowns(db).find(({ code }) => code === named.breakdown)
    if (!owner) return { code: 'unknown-breakdown', what: named.breakdown }
    return change(
      owner,
      owner.categories.find(({ code }) => code === named.category),
    )
  })
}

/** @param category one that is there, or the code of a new one: it comes before what is not recorded, which is last */
function write(
  db: Db,
  owner: Breakdown,
  category: Category | string,
  { ended, begun }: TimelineRevision<CategoryDefinition>,
  now: number,
): void {
  const isNew = typeof category === 'string'
  const id = isNew ? insertCategory(db, owner.id, category) : category.id
  const beside = isNew ? owner.categories.findLast(({ code }) => code !== NOT_RECORDED)?.id : id
  const { position, knownFrom } = beside === undefined ? { position: 0, knownFrom: 0 } : placeOnList(db, beside)
  const at = isNew ? now : Math.max(now, knownFrom + 1)
  for (const { from } of ended) endCategoryDefinition(db, id, from, at)
  for (const one of begun) insertCategoryDefinition(db, id, one, { position, knownFrom: at })
}

/** Every breakdown has it, as its last category. */
const NOT_RECORDED = 'not-recorded'
