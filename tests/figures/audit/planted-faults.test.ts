import { afterAll, afterEach, describe, expect, it, vi } from 'vitest'
import type { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { NOW, span } from '../../support/world.ts'
import { changingProject } from './changing-project.ts'

/*
 * The second working is worth what it notices: the rules that screens use are put wrong, one after the other, and each time figures
 * of the changing project differ.
 */

const SPANS = [
  span('2024-Q3', '2026-Q4'),
  span('2025-Q2', '2025-Q4'),
  span('2025-Q1'),
  span('2025-Q3'),
  span('2026-Q2'),
  span('2026-Q4'),
]
const { db } = changingProject()

afterAll(() => db.$client.close())
afterEach(() => {
  vi.doUnmock(file)
  vi.resetModules()
})
let file = ''

type Modules = Record<string, (...given: never[]) => unknown>
const auditWith = async (path: string, faulty: (real: Modules) => Modules) => {
  file = `../../../src/${path}`
  vi.resetModules()
  vi.doMock(file, async (original) => {
    const real = (await original()) as Modules
    return { ...real, ...faulty(real) }
  })
  const { auditFigures: audit } = (await import('../../../src/figures/audit/audit-figures.ts')) as {
    auditFigures: typeof auditFigures
  }
  return audit(db, NOW, SPANS)
}

describe('the second working', () => {
  it.each<[fault: string, path: string, faulty: (real: Modules) => Modules, fields: string]>([
    [
      'values of definitions that do not add up are added',
      'indicators/definitions/definition.ts',
      () => ({ addTogether: () => true }),
      'state',
    ],
    ['a break is not marked', 'indicators/definitions/history.ts', () => ({ isBrokenIn: () => false }), 'flags'],
    [
      'what is due goes by the last definition',
      'indicators/definitions/history.ts',
      (real) => ({
        dueAmong: (history, quarters) =>
          real.dueAmong!(
            {
              ...(history as object),
              definitions: [(history as { definitions: unknown[] }).definitions.at(-1)],
            } as never,
            quarters,
          ),
      }),
      'coverage',
    ],
    [
      'every quarter is due, in a pause too',
      'indicators/frequency.ts',
      () => ({ isScheduledIn: () => true }),
      'coverage',
    ],
    [
      'who took over is counted beside whom it took over from',
      'assignments/heirs.ts',
      () => ({ heirsDown: () => new Set() }),
      'value',
    ],
    [
      'what was restated is not marked',
      'figures/tally/restatement-store.ts',
      () => ({ restatementsIn: () => [] }),
      'flags',
    ],
    [
      'a category is asked for before it is on its list',
      'indicators/breakdown.ts',
      () => ({ isListedIn: () => true }),
      'coverage',
    ],
    ['another breakdown is no break', 'figures/split.ts', () => ({ changesWithin: () => false }), 'flags'],
    ['quarters of a stock are added', 'indicators/rules.ts', () => ({ takesLast: () => false }), 'value'],
  ])('notices that %s', async (fault, path, faulty, field) => {
    const { compared, differences } = await auditWith(path, faulty)
    console.log(`${fault}: ${differences.length} of ${compared} figures differ`)
    expect(differences.length).toBeGreaterThan(0)
    expect(differences.flatMap(({ fields }) => fields)).toContain(field)
  })

  it('and nothing where nothing is put wrong', async () => {
    expect((await auditWith('figures/audit/ground.ts', () => ({}))).differences.map(String)).toEqual([])
  })
})
