import type { Db } from '../../../db/connection.ts'
import type { Person } from '../../access/person.ts'
import type { PlaceChange } from '../../places/place-change.ts'
import type { Replanning } from '../../project/replanning.ts'
import type { ChangeRow } from '../lists/changes.ts'
import { changePlace } from '../places/change-place.ts'
import { replanProject } from '../plan/replan-project.ts'
import { changeBreakdown } from './change-breakdown.ts'
import { endCategory, listCategory } from './change-category.ts'
import { redefineIndicator, retireIndicator } from './redefine.ts'
import type { Redefinition } from './redefinition.ts'
import type { ChangeRefusal } from './refusal.ts'

/** Does what a row of the list of changes says, as known from its day. */
export function applyChange(db: Db, by: Pick<Person, 'id'> | null, row: ChangeRow): ChangeRefusal | null {
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
    case 'place':
      return about('place', changePlace(db, by, row.place, placeChangeOf(row), known))
    case 'plan':
      return about('project', replanProject(db, by, replanningOf(row), known))
  }
}

type Set = Row<'redefine'>['set']

function fieldsOf({ means, sdg, gcm, ...set }: Set): Redefinition['changes'] {
  return {
    ...(set as Redefinition['changes']),
    ...(means ? { meansOfVerification: means } : {}),
    ...(sdg && gcm ? { tags: { sdg, gcm } } : {}),
  }
}

const about = <About extends string, Refusal extends object>(what: About, refused: Refusal | null) =>
  refused && { about: what, ...refused }

type Row<Kind extends ChangeRow['change']> = Extract<ChangeRow, { change: Kind }>

/** What is not written in the row is no part of the change. */
function placeChangeOf({ name, parent, lastDay, became }: Row<'place'>): PlaceChange {
  return {
    ...(name ? { name } : {}),
    ...(parent === undefined ? {} : { parent }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(became ? { became } : {}),
  }
}

function replanningOf({ first, last, phases }: Row<'plan'>): Replanning {
  return {
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    ...(phases ? { phases: phases.map(({ code, name, first: from, last: to }) => ({ code, name, from, to })) } : {}),
  }
}
