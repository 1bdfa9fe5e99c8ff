import { readFileSync } from 'node:fs'
import { parseQuarter, type Quarter, quarterCode, quarterOf } from '../../src/calendar/quarter.ts'
import type { Span } from '../../src/calendar/span.ts'
import type { Figure } from '../../src/figures/figure.ts'
import type { DefinedIndicator } from '../../src/indicators/indicator.ts'
import type { Compared, Pacing } from '../../src/targets/pace.ts'
import type { Target } from '../../src/targets/target.ts'
import { roundsIn } from '../indicators/rounds.ts'

/** One line of the truth table: what is held against what, and the columns that must come out. */
export type TruthRow = { about: string; line: string; pacing: Pacing; expected: string[] }

const PROJECT: Span = { from: quarter('2019-Q1'), to: quarter('2021-Q4') }

export function truthRows(): TruthRow[] {
  const lines = readFileSync(new URL('pace.truth', import.meta.url), 'utf8').split('\n')
  let about = ''
  let ground: Omit<Pacing, 'figure' | 'span' | 'toDate'> = groundOf()
  return lines.flatMap((line): TruthRow[] => {
    if (line.startsWith('#') || line.trim() === '') return []
    if (line.startsWith('== ')) {
      about = line.slice(3)
      ground = groundOf()
      return []
    }
    if (!line.includes('|')) {
      ground = given(ground, line.split(' '))
      return []
    }
    const [figure, span, ...expected] = line.split('|').map((cell) => cell.trim().replace(/ +/g, ' '))
    const toDate = span!.startsWith('to ')
    const phase = ground.indicator.phases?.find(
      (one) =>
        span!.startsWith(`phase to `) && one.from <= quarter(span!.slice(9)) && quarter(span!.slice(9)) <= one.to,
    )
    const pacing: Pacing = phase
      ? {
          ...ground,
          figure: figureOf(figure!),
          span: { from: phase.from, to: quarter(span!.slice(9)) },
          toDate: true,
          phase: { ...phase, code: codeOf(phase) },
        }
      : { ...ground, figure: figureOf(figure!), span: spanOf(span!, ground.project), toDate }
    return [{ about, line: line.replace(/ +/g, ' '), pacing, expected }]
  })
}

function groundOf() {
  return {
    indicator: {
      overPlaces: 'sum',
      direction: 'higher',
      targetStage: null,
      yearStart: 1,
      rounds: [],
    } as unknown as DefinedIndicator,
    targets: [] as Target[],
    ofProject: true,
    baseline: null,
    project: PROJECT,
    thresholds: { green: 90, amber: 70 },
  }
}

function given<T extends ReturnType<typeof groundOf> | Omit<Pacing, 'figure' | 'span' | 'toDate'>>(
  ground: T,
  [word, first, ...rest]: string[],
): T {
  const { indicator, targets } = ground
  const add = (...more: Target[]) => ({ ...ground, targets: [...targets, ...more] })
  switch (word) {
    case 'indicator': {
      const [overTime, frequency, direction = 'higher'] = rest
      return { ...ground, indicator: { ...indicator, measure: first, overTime, frequency, direction } as never }
    }
    case 'rounds':
      return { ...ground, indicator: { ...indicator, rounds: roundsIn([first!, ...rest].map(quarter)) } }
    case 'stage':
      return { ...ground, indicator: { ...indicator, targetStage: Number(first) } }
    case 'place':
      return { ...ground, ofProject: false }
    case 'baseline':
      return { ...ground, baseline: { at: quarter(first!), value: Number(rest[0]) } }
    case 'quarters':
      return add(...rest.map((value, i) => target('quarter', quarter(first!) + i, quarter(first!) + i, value)))
    case 'years':
      return add(
        ...rest.map((value, i) => {
          const year = Number(first) + i
          return target('year', quarterOf(year, 1), quarterOf(year, 4), value)
        }),
      )
    case 'project':
      return { ...ground, project: spanOf(first!) }
    case 'phase': {
      const span = spanOf(first!)
      const phased = { ...indicator, phases: [...(indicator.phases ?? []), span] }
      const own =
        rest[0] === undefined ? [] : [{ ...target('phase', span.from, span.to, rest[0]), phase: codeOf(span) }]
      return { ...ground, indicator: phased, targets: [...targets, ...own] }
    }
    case 'life': {
      const span = spanOf(first!)
      return add(target('project', span.from, span.to, rest[0]!))
    }
  }
  throw new Error(`not a line of a truth table: ${word}`)
}

/** A phase of a truth table goes by its dates. */
function codeOf({ from, to }: Span): string {
  return `${from}-${to}`
}

function target(kind: Target['kind'], from: Quarter, to: Quarter, value: string): Target {
  return { indicatorId: 1, placeId: null, kind, from, to, value: Number(value) }
}

function quarter(code: string): Quarter {
  const found = parseQuarter(code)
  if (found === null) throw new Error(`not a quarter: ${code}`)
  return found
}

function spanOf(text: string, project: Span = PROJECT): Span {
  if (text.startsWith('to ')) return { from: project.from, to: quarter(text.slice(3)) }
  const [from, to] = text.split('..')
  return { from: quarter(from!), to: quarter(to!) }
}

function figureOf(text: string): Figure {
  const numbers = /^(-?[\d.]+)(?: of (\d+))?( partial)?$/.exec(text)
  if (!numbers) return { state: text as Figure['state'], value: null, coverage: [0, 1], flags: [] }
  const [, value, of, partial] = numbers
  return {
    state: 'reported',
    value: Number(value),
    coverage: partial ? [1, 5] : [5, 5],
    flags: partial ? ['partial', 'provisional'] : ['carried'],
    ...(of && { of: Number(of) }),
  }
}

/** The columns of the table as they came out. */
export function columnsOf({ target, progress }: Compared): string[] {
  const { plan, ofTarget, why, rag, soFar, life } = progress!
  const percent = (share: number) => `${Math.round(share * 1000) / 10}%`
  const planned = plan && target === plan.value ? `${plan.value} by ${quarterCode(plan.by)} ${plan.basis}` : `– ${why}`
  return [
    planned,
    ofTarget !== null ? percent(ofTarget) : plan && why ? `– ${why}` : '–',
    soFar ? `${rag} so far` : rag,
    life ? [life.target, ...(life.ofTarget === null ? [] : [percent(life.ofTarget)])].join(' ') : '–',
  ]
}
