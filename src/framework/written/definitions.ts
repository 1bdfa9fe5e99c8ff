import { FIRST_QUARTER, type Quarter, quarterCode } from '../../calendar/quarter.ts'
import type { Scheme } from '../../indicators/breakdown.ts'
import type { Definition } from '../../indicators/definitions/definition.ts'
import type { SurveyRound } from '../../indicators/frequency.ts'
import type { DefinedIndicator } from '../../indicators/indicator.ts'
import type { WrittenProject } from './written.ts'

type Row = WrittenProject['indicators'][number]

/**
 * An indicator as its list writes it.
 * @param first first quarter of the project: what holds from then on holds always
 */
export function writtenIndicator(indicator: DefinedIndicator, first: Quarter): Row {
  const { code, resultCode, schemes } = indicator
  return {
    code,
    result: resultCode,
    ...(writtenFields(indicator, Object.keys(FIELDS) as (keyof Definition)[]) as Omit<
      Row,
      'code' | 'result' | 'schemes'
    >),
    schemes: schemes.map((scheme) => writtenScheme(scheme, first)),
  }
}

/** How each field of a definition is written; two of them by other names. */
const FIELDS = {
  name: ({ name }) => ({ name }),
  definition: ({ definition }) => ({ definition }),
  countingUnit: ({ countingUnit }) => ({ countingUnit }),
  baseUnit: ({ baseUnit }) => ({ baseUnit }),
  measure: ({ measure }) => ({ measure }),
  overPlaces: ({ overPlaces }) => ({ overPlaces }),
  overTime: ({ overTime }) => ({ overTime }),
  disjointReporters: ({ disjointReporters }) => ({ disjointReporters }),
  direction: ({ direction }) => ({ direction }),
  sensitivity: ({ sensitivity }) => ({ sensitivity }),
  frequency: ({ frequency }) => ({ frequency }),
  yearStart: ({ yearStart }) => ({ yearStart }),
  rounds: ({ rounds }) => ({ rounds: rounds.map(writtenRound) }),
  scale: ({ scale }) => ({ scale }),
  decimals: ({ decimals }) => ({ decimals }),
  range: ({ range }) => ({ range }),
  stages: ({ stages }) => ({ stages }),
  targetStage: ({ targetStage }) => ({ targetStage }),
  meansOfVerification: ({ meansOfVerification: means }) => ({ means }),
  responsible: ({ responsible }) => ({ responsible }),
  tags: ({ tags: { sdg, gcm } }) => ({ sdg, gcm }),
} as const satisfies Partial<Record<keyof Definition, (definition: DefinedIndicator) => object>>

/** Some fields of a definition as they are written, in the order of the list. */
export function writtenFields(definition: DefinedIndicator, names: readonly string[]): object {
  const written = Object.entries(FIELDS).filter(([name]) => names.includes(name))
  return Object.assign({}, ...written.map(([, write]) => write(definition)))
}

function writtenRound({ from, to, name }: SurveyRound): unknown {
  if (from === to && name === null) return quarterCode(to)
  return { from: quarterCode(from), to: quarterCode(to), name }
}

function writtenScheme({ kind, breakdowns, from, to }: Scheme, first: Quarter): Row['schemes'][number] {
  return {
    kind,
    breakdowns,
    ...(from > Math.max(first, FIRST_QUARTER) ? { from: quarterCode(from) } : {}),
    ...(to === null ? {} : { to: quarterCode(to) }),
  }
}
