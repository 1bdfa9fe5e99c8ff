import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { ChangeRow } from '../lists/changes.ts'
import { changeBreakdown } from './change-breakdown.ts'
import { endCategory, listCategory } from './change-category.ts'
import { redefineIndicator, retireIndicator } from './redefine.ts'
import type { Redefinition } from './redefinition.ts'
import type { DefinitionRefusal } from './refusal.ts'

/** Does what a row of the list of changes says, as known from its day. */
export function applyChange(db: Db, by: Pick<Person, 'id'> | null, row: ChangeRow): DefinitionRefusal | null {
  const { known } = row
  switch (row.change) {
    case 'redefine':
      return redefineIndicator(db, by, row.indicator, { from: row.from, to: row.to, changes: fieldsOf(row.set) }, known)
    case 'retire':
      return retireIndicator(db, by, row.indicator, row.last, known)
    case 'split':
      return changeBreakdown(db, by, row.indicator, row, known)
    case 'list-category':
      return listCategory(db, by, row, row, known)
    case 'end-category':
      return endCategory(db, by, row, row.last, known)
  }
}

type Set = Extract<ChangeRow, { change: 'redefine' }>['set']

function fieldsOf({ means, sdg, gcm, ...set }: Set): Redefinition['changes'] {
  return {
    ...(set as Redefinition['changes']),
    ...(means ? { meansOfVerification: means } : {}),
    ...(sdg && gcm ? { tags: { sdg, gcm } } : {}),
  }
}
