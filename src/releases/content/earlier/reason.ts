import type { Contribution, RecordedAct, RecordedActs } from '../../../figures/provenance/contributions.ts'

/** Why a figure is another one than in the report before. */
export type ChangeReason = {
  /** A value in it was corrected after its submission had been approved. */
  corrected: boolean
  /** A submission was approved that had not been when the report before was made. */
  late: boolean
  /** Who approved what has come since, and when, each once, the latest first. */
  approvals: readonly RecordedAct[]
  /** By which submissions it came. */
  submissions: readonly number[]
}

/** What stood behind a figure: values, and quarters declared not applicable. */
type Behind = { values: readonly Contribution[]; notApplicable: readonly Contribution[] }

/**
 * Tells what came late from what was corrected.
 * @param revised whether the figure is marked as restated since the report before
 * @param then what of the reporters and quarters behind it had come when the report before was made, by `reportName`
 * @param acts who approved each value, by its key; @param since instant of the report before
 * @param called what people are called, by their number, where that is not as it is now
 */
export function reasonOf(
  revised: boolean,
  now: Behind,
  then: ReadonlySet<string>,
  acts: ReadonlyMap<string, RecordedActs> = new Map(),
  since = 0,
  called: ReadonlyMap<number, string> = new Map(),
): ChangeReason {
  const came = [...now.values, ...now.notApplicable]
  const isNew = came.filter(({ approvedFrom }) => approvedFrom !== null && approvedFrom > since)
  const approved = isNew.flatMap(({ key }) => acts.get(key)?.approved ?? [])
  const named = approved.map((act) => ({ ...act, by: called.get(act.byId ?? 0) ?? act.by }))
  const each = new Map(named.map((act) => [`${act.at} ${act.by}`, act]))
  return {
    corrected: revised,
    late: came.some((one) => !then.has(reportName(one))),
    approvals: [...each.values()].sort((a, b) => b.at - a.at),
    submissions: [...new Set(isNew.flatMap(({ submissionId }) => submissionId ?? []))],
  }
}

/** A reporter's quarter of an indicator in one word. */
export function reportName({ indicator, partnerId, placeId, quarter }: Contribution): string {
  return [indicator, partnerId, placeId, quarter].join('/')
}
