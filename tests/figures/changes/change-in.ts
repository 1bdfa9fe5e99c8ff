import { changeOf } from '../../../src/figures/change.ts'
import { ALL, span, type World } from '../../support/world.ts'

export const [BEFORE, NOW] = ['2025-Q2', '2025-Q3'] as const
export const RULES = {
  flow: ['count', 'sum', 'sum'],
  stock: ['count', 'sum', 'latest'],
  unique: ['count', 'none', 'sum'],
} as const

/** What changed of the whole project from the second to the third quarter of 2025, when places merged. */
export function changeIn(world: World, code: string) {
  const answer = world.ask({ indicators: [code], groups: [ALL], spans: [span(BEFORE), span(NOW)] })
  const [now, before] = [answer.figure(code, '*', NOW), answer.figure(code, '*', BEFORE)]
  return changeOf(now, before, answer.hasSameReporters(code, '*', NOW, BEFORE))
}
