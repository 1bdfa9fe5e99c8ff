import type { Db } from '../../../db/connection.ts'
import { quarterOf } from '../../../src/calendar/quarter.ts'
import type { ReleaseContent } from '../../../src/releases/content/content.ts'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor } from '../../../src/releases/content/source.ts'
import { loadSource } from '../../../src/releases/content/source-load.ts'
import { draftRelease } from '../../../src/releases/drafts/draft-release.ts'
import { DEFAULT_LAYOUT } from '../../../src/releases/release.ts'
import { releaseById } from '../../../src/releases/store.ts'
import { isSmall, type SuppressionProblem } from '../../../src/suppression/problem.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import type { Layout } from '../../../src/vocabulary/release.ts'
import { DEMO_NOW } from '../../support/demo.ts'
import { explainAll, MANAGER, ordered, persona } from '../making.ts'

/** Of the counts that are not small themselves one of so many is hidden. */
const ONE_OF = 9

/**
 * The pilot's three years in both languages, as a report would say them: small counts are hidden and some others with them. Which
 * others is not worked out, since nothing here asks whether they are the right ones: that takes a minute, this a second.
 */
export function threeYears(db: Db, years: Layout['years'] = DEFAULT_LAYOUT.years): ReleaseContent {
  const order = {
    from: quarterOf(2019, 1),
    to: quarterOf(2021, 4),
    language: 'both',
    layout: { ...DEFAULT_LAYOUT, years },
  } as const
  const id = draftRelease(db, persona(db, MANAGER), ordered(db, order), DEMO_NOW)
  explainAll(db, id)
  const release = releaseById(db, id)!
  const source = loadSource(db, { ...release, donorCode: 'uk-home-office' }, DEMO_NOW)
  const { problem } = problemFor(source)
  return contentOf(source, problem, hiddenIn(problem), { draft: false, at: DEMO_NOW })
}

function hiddenIn({ cells, atoms, threshold }: SuppressionProblem): Protection['suppressed'] {
  const countOf = (sum: readonly string[]) => sum.reduce((all, atom) => all + (atoms[atom] ?? 0), 0)
  // Who hides one of two numbers of the same people hides both.
  const chosen = new Set(cells.filter((_, nth) => nth % ONE_OF === 0).map(({ sum }) => sum.join()))
  return Object.fromEntries(
    cells.flatMap(({ id, sum }): [string, 'primary' | 'secondary'][] => {
      if (isSmall(countOf(sum), threshold)) return [[id, 'primary']]
      return chosen.has(sum.join()) ? [[id, 'secondary']] : []
    }),
  )
}
