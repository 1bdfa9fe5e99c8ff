import { expect, it } from 'vitest'
import { auditFigures } from '../../../src/figures/audit/audit-figures.ts'
import { NOW, span } from '../../support/world.ts'
import { changingProject } from './changing-project.ts'

/** Quarters before, in and after the one in which everything changes, the pause, and periods over them and across years. */
const SPANS = [
  span('2024-Q3', '2026-Q4'),
  span('2024-Q4', '2025-Q2'),
  span('2025-Q2', '2025-Q4'),
  span('2025-Q4', '2026-Q3'),
  span('2025-Q1'),
  span('2025-Q3'),
  span('2026-Q2'),
  span('2026-Q4'),
]

it('a project in which everything changes is the same a second time, in periods of every kind', () => {
  const { db } = changingProject()
  const { compared, differences } = auditFigures(db, NOW, SPANS)
  expect(differences.map(String)).toEqual([])
  expect(compared).toBeGreaterThan(2000)
  db.$client.close()
})
