import type { LedgerFigure } from '../../../src/disclosure/earlier/ledger.ts'
import { contentOf } from '../../../src/releases/content/publish.ts'
import { problemFor, type ReleaseSource } from '../../../src/releases/content/source.ts'
import { ledgerOf } from '../../../src/releases/protection/ledger-rows.ts'
import { solve } from '../../../src/releases/protection/solve.ts'
import type { Release } from '../../../src/releases/release.ts'
import { isRefusal } from '../../../src/suppression/problem.ts'
import type { Protection } from '../../../src/suppression/protect.ts'
import { MADE, smallRelease, smallSource } from './report.ts'

type ProtectedReport = { source: ReleaseSource; protection: Protection; told: string[] }

/** The small report with its protection, and what was told on the way. */
export async function protectedReport(release: Partial<Release> = {}): Promise<ProtectedReport> {
  const source = smallSource(release)
  const told: string[] = []
  const { answer } = await solve(problemFor(source), 60_000, ({ done, of }) => told.push(`${done}/${of}`))
  if (isRefusal(answer)) throw new Error(answer.refused)
  return { source, protection: answer, told }
}

const kept = new Map<string, Promise<ProtectedReport>>()

/** The same, protected once for all who only try what is made of it. */
export function protectedOnce(release: Partial<Release> = {}): Promise<ProtectedReport> {
  const key = JSON.stringify(release)
  const made = kept.get(key) ?? protectedReport(release)
  kept.set(key, made)
  return made
}

/** What its ledger would say. */
export function ledgerSaid(source: ReleaseSource, { suppressed }: Protection) {
  const { problem } = problemFor(source)
  const content = contentOf(source, problem, suppressed, { draft: false, at: MADE + 60_000 })
  return ledgerOf(
    content.tables.map(({ table }) => table),
    problem,
    suppressed,
  )
}

/** The report before, to the same audience: figures were others, hidden or missing, and some shown that are not any more. */
export function reportBefore(source: ReleaseSource, protection: Protection): Partial<ReleaseSource> {
  const { atoms, figures } = ledgerSaid(source, protection)
  const was: Record<string, Partial<LedgerFigure>> = {
    'A|project|2020-Q1|': { shown: 55 },
    'A|project|2020-Q2|': { shown: null, mark: '[c]' },
    'A|project|2020-Q3|': { shown: null, mark: '[x]' },
    'C|project|2020-Q1|': { shown: 0.25 },
    'B|project|2020-Q2|': { shown: 25, mark: null },
    'A|no|2020-Q4|': { shown: 40, mark: null },
  }
  const changed = figures.map((one) => ({ ...one, ...was[one.figureId.replace(/\|value$/, '')] }))
  const release = {
    releaseId: 3,
    audience: 'donor' as const,
    threshold: 5,
    title: 'Before',
    asAt: MADE - 86_400_000,
    atoms,
    figures: changed,
    hidden: [],
  }
  const previous = smallRelease({ id: 3, title: 'Before', state: 'issued', issuedAt: MADE - 86_400_000 })
  const cells = source.tables.flatMap(({ table }) => table.cells.flat())
  const reasons = new Map(
    cells.map(({ id }) => [
      id,
      { corrected: true, late: false, approvals: [{ by: 'Minh', byId: 7, at: MADE - 3_600_000 }], submissions: [1] },
    ]),
  )
  return { previous, reasons, earlier: { ledger: [release], figures: [], counts: new Map() } }
}
