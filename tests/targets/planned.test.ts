import { describe, expect, it } from 'vitest'
import { plannedFlow, plannedInPhase } from '../../src/targets/planned-flow.ts'
import { plannedLevel } from '../../src/targets/planned-level.ts'
import { narrowestAt, phaseTarget } from '../../src/targets/target.ts'
import { target } from './rows.ts'

const always = () => true
const endOf = ({ to }: { to: number }) => to

describe('what a flow was to come to', () => {
  it('is an even share of every quarter where no pause is known of', () => {
    const life = target('project', 1, 10, 100)
    expect(plannedFlow([life], { from: 1, to: 4 }, true)).toEqual({ value: 40, by: 4, basis: 'share', of: life })
  })

  it('is less what narrower targets within it have taken, and not what those beside it have', () => {
    const life = target('project', 3, 10, 80)
    const [before, first] = [target('year', 1, 2, 500), target('year', 3, 4, 50)]
    expect(plannedFlow([before, first, life], { from: 1, to: 5 }, true)?.value).toBe(500 + 50 + 5)
  })

  it('leaves out what lies before every target, up to the very quarter in which one begins', () => {
    const late = target('year', 3, 4, 10)
    expect(plannedFlow([late], { from: 1, to: 4 }, true)?.value).toBe(10)
    expect(plannedFlow([late], { from: 1, to: 2 }, true)).toBe(null)
    // A hole between two years is a hole: only the end of a life or a phase says that nothing was planned.
    expect(plannedFlow([target('year', 1, 2, 5), late, target('year', 6, 7, 5)], { from: 1, to: 6 }, true)).toBe(null)
    expect(plannedFlow([target('phase', 1, 2, 5), target('phase', 4, 5, 7)], { from: 1, to: 5 }, true)?.value).toBe(12)
    expect(plannedFlow([target('phase', 1, 2, 5), target('year', 9, 9, 7)], { from: 1, to: 2 }, true)?.value).toBe(5)
  })

  it('of a phase is that of its own targets: what reaches beyond it counts only where it has none', () => {
    const about = { project: { from: 1, to: 12 }, works: always }
    const [own, over] = [target('year', 5, 6, 30), target('year', 3, 6, 900)]
    const phase = { from: 5, to: 8 }
    expect(plannedInPhase([own, over], phase, 6, about)?.value).toBe(30)
    const further = target('year', 5, 12, 900)
    expect(plannedInPhase([own, further], phase, 6, about)?.value).toBe(30)
    expect(plannedInPhase([target('project', 1, 10, 100)], phase, 6, about)).toMatchObject({
      value: 20,
      basis: 'share',
    })
    expect(plannedInPhase([target('phase', 1, 4, 100)], phase, 6, about)).toBe(null)
    // One of several reaches into the phase: the project's plan is asked, and it has a hole.
    expect(plannedInPhase([target('phase', 1, 4, 100), target('project', 1, 8, 160)], phase, 8, about)?.value).toBe(60)
  })
})

describe('what a level was to be', () => {
  it('is on the straight line where no pause is known of', () => {
    const goal = target('year', 5, 8, 100)
    expect(plannedLevel([goal], { at: 4, value: 20 }, 6, { from: 5, to: 6 }, endOf)).toMatchObject({
      value: 60,
      basis: 'path',
    })
  })

  it('waits while the project does not work', () => {
    const goal = target('year', 5, 8, 100)
    const works = (quarter: number) => quarter > 6
    const by = (quarter: number) =>
      plannedLevel([goal], { at: 4, value: 20 }, quarter, { from: 5, to: quarter }, endOf, works)
    expect([5, 6, 7].map((quarter) => by(quarter))).toMatchObject([{ value: 20 }, { value: 20 }, { value: 60 }])
  })

  it('starts from a baseline that was measured after the last target, or from that target', () => {
    const goals = [target('year', 1, 4, 50), target('year', 5, 8, 100)]
    const from = (at: number) => plannedLevel(goals, { at, value: 80 }, 6, { from: 5, to: 6 }, endOf)
    expect(from(5)).toMatchObject({ value: Number((80 + 20 / 3).toPrecision(12)) })
    expect(from(4)).toMatchObject({ value: 75 })
    expect(from(6)).toBe('at baseline')
  })
})

describe('a target among others', () => {
  it('is the first of those that are equally narrow', () => {
    const [one, other] = [target('year', 1, 4, 1), target('year', 2, 5, 2)]
    expect(narrowestAt([one, other], 3)).toBe(one)
  })

  it('is that of a phase when it names the phase', () => {
    const [first, second] = ['one', 'two'].map((phase) => ({ ...target('phase', 1, 4, 1), phase }))
    expect(phaseTarget([first!, second!], 'two')).toBe(second)
    expect(phaseTarget([first!, target('year', 1, 4, 1)], 'two')).toBe(null)
  })
})
