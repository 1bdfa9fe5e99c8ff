import { type EarlierCell, isSmall } from '../../suppression/problem.ts'
import type { ReleaseAudience } from '../../vocabulary/release.ts'
import { type Atom, parseAtom } from '../atoms.ts'

/** A number of an issued release. `shown` null = there was no number, and `mark` says why ("[c]" = hidden). */
export type LedgerFigure = {
  figureId: string
  indicatorId: number
  /** Positions in the release's list of atoms; empty for numbers that count nobody. */
  atoms: number[]
  shown: number | null
  mark: string | null
  /**
   * Where an earlier number was shown in its place: positions of the atoms of the number that was not, empty for what counts
   * nobody or was no secret. Null = nothing was withheld.
   */
  withheld: number[] | null
}

export type LedgerRelease = {
  releaseId: number
  audience: ReleaseAudience
  /** k of that release. */
  threshold: number
  atoms: string[]
  figures: LedgerFigure[]
}

/** The ledger does not say what earlier releases showed: nothing can be protected against it. */
export class DamagedLedger extends Error {
  constructor(
    readonly releaseId: number,
    readonly what: string,
  ) {
    super(`the ledger of release ${releaseId}: ${what}`)
  }
}

/** What an earlier release said of a count, with the name it goes by when it is looked at again. */
export type EarlierFigure = EarlierCell & {
  id: string
  /** What it counts: the id of the same count in any release. */
  figureId: string
  /** Who was shown it. */
  audience: ReleaseAudience
  /** It was hidden because it was small, by the rule of its release. */
  small: boolean
}

function earlierId(releaseId: number, figureId: string): string {
  return `earlier|${releaseId}|${figureId}`
}

/** Which release said it, and of which figure; null when the id is not of an earlier release. */
export function parseEarlierId(id: string): { releaseId: number; cellId: string } | null {
  const [first, releaseId, ...rest] = id.split('|')
  if (first !== 'earlier') return null
  return { releaseId: Number(releaseId), cellId: rest.slice(0, -1).join('|') }
}

/**
 * What the attacker has from earlier releases, with the atoms it is made of.
 * @param countOf the true count of an atom, also of one restated since; null = there is no such value.
 * @throws DamagedLedger
 */
export function earlierOf(
  releases: readonly LedgerRelease[],
  countOf: (atom: Atom) => number | null,
): { earlier: EarlierFigure[]; counts: Map<string, number> } {
  const earlier: EarlierFigure[] = []
  const counts = new Map<string, number>()
  for (const { releaseId, audience, threshold, atoms, figures } of releases) {
    for (const name of atoms) {
      if (counts.has(name)) continue
      const atom = parseAtom(name)
      const count = atom && countOf(atom)
      if (count === null) throw new DamagedLedger(releaseId, `no value is known for the atom ${name}`)
      counts.set(name, count)
    }
    const add = (id: string, figureId: string, positions: readonly number[], shown: number | null) => {
      if (positions.length === 0) return
      const sum = positions.map((nth) => atoms[nth])
      if (sum.some((name) => name === undefined) || new Set(sum).size < sum.length)
        throw new DamagedLedger(releaseId, `the figure ${figureId} is made of atoms that are not there`)
      const total = (sum as string[]).reduce((all, name) => all + counts.get(name)!, 0)
      const small = shown === null && isSmall(total, threshold)
      earlier.push({ id, figureId, audience, sum: sum as string[], shown, small })
    }
    for (const { figureId, atoms: positions, shown, withheld } of figures) {
      add(earlierId(releaseId, figureId), figureId, positions, shown)
      // Its number was withheld as if it had been hidden: whoever knows the rules knows that it is not nothing.
      add(`${earlierId(releaseId, figureId)}-withheld`, figureId, withheld ?? [], null)
    }
  }
  return { earlier, counts }
}
