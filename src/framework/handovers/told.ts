import { type Begun, takenOver } from '../../assignments/handover.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { Findings } from '../checks/rows.ts'
import type { ListProblem } from '../problem.ts'
import type { ProjectData } from '../project-data.ts'

type Assigned = { partner: string; place: string; from: Quarter }
type Named = Omit<Assigned, 'from'>
/** An assignment that takes over another one, of one indicator. */
export type NamedHandover = { indicator: string; heir: Assigned; predecessor: Assigned }

/** The hand-overs that a list of assignments tells of, and what is wrong with those that can't be. */
export function handoversIn({ assignments }: Pick<ProjectData, 'assignments'>): {
  handovers: NamedHandover[]
  problems: ListProblem[]
} {
  const found = new Findings('assignments')
  const begun = new Map<string, Begun[]>()
  for (const { indicator, ...one } of eachOf(assignments))
    put(begun, indicator, { reporter: nameOf(one), from: one.from })
  const heirs = new Map<string, Map<string, string[]>>()
  const handovers: NamedHandover[] = []
  for (const { row, nth, indicator, over, ...heir } of toldIn(assignments)) {
    const known = heirs.get(indicator) ?? new Map<string, string[]>()
    heirs.set(indicator, known)
    const [name, own] = [nameOf(over), nameOf(heir)]
    const taken = takenOver({ reporter: own, from: heir.from }, name, begun.get(indicator)!, known)
    if ('refused' in taken) found.add(row, heir.partner, `takesOver.${nth}`, taken.refused, `${indicator}, ${name}`)
    else {
      put(known, name, own)
      handovers.push({ indicator, heir, predecessor: { ...over, from: taken.from } })
    }
  }
  return { handovers, problems: found.problems }
}

type Row = ProjectData['assignments'][number]

/** Each place with each indicator of a row, by itself. */
function eachOf(rows: readonly Row[]) {
  return rows.flatMap(({ partner, places, indicators, from, takesOver }, row) =>
    indicators.flatMap((indicator) => places.map((place) => ({ row, partner, place, indicator, from, takesOver }))),
  )
}

/** Each of those with each that it takes over from. */
function toldIn(rows: readonly Row[]) {
  return eachOf(rows).flatMap(({ takesOver, ...one }) =>
    takesOver.map(({ partner, place = one.place }, nth) => ({ ...one, nth, over: { partner, place } satisfies Named })),
  )
}

function nameOf({ partner, place }: Named): string {
  return `${partner}, ${place}`
}

function put<T>(lists: Map<string, T[]>, name: string, one: T): void {
  const list = lists.get(name)
  if (list) list.push(one)
  else lists.set(name, [one])
}
