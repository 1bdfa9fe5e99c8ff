import type { Release } from '../release.ts'

/** How a report stands that has been issued: whether it is still to be relied on, and what has taken its place. */
export type ReleaseStanding = {
  withdrawn: { at: number; reason: string } | null
  /** The last report that took its place. */
  supersededBy: ReportRef | null
}

/** A report by its number; `issuedAt` null: not issued yet. */
export type ReportRef = { id: number; issuedAt: number | null }

export const STANDS: ReleaseStanding = { withdrawn: null, supersededBy: null }

/** A report that a reader of another one has had, and which is not to be relied on any more. */
export type WithdrawnReport = { id: number; at: number; reason: string }

/** An issued report that another may take the place of. */
export type Supersedable = Pick<Release, 'id' | 'title' | 'audience' | 'donorCode' | 'language' | 'from' | 'to'> & {
  /** Ids of those it was issued to. */
  recipients: readonly number[]
}

type Successor = Pick<Supersedable, 'audience' | 'recipients'>

/** Whether a report can take the place of another: it goes to the same readers, or to some of them. */
export function maySupersede({ audience, recipients }: Successor, earlier: Successor): boolean {
  if (audience !== earlier.audience) return false
  return audience === 'public' || recipients.some((id) => earlier.recipients.includes(id))
}

/**
 * What a report takes the place of when its maker says nothing else: the last one of the same quarters, donor and language that its
 * readers have. Null: of nothing.
 * @param issued the latest first
 */
export function usuallySuperseded(
  added: Omit<Supersedable, 'id' | 'title'>,
  issued: readonly Supersedable[],
): number | null {
  const isAlike = (one: Supersedable) =>
    one.from === added.from &&
    one.to === added.to &&
    // Null in one that was made before donors had anything of their own.
    (one.donorCode === null || one.donorCode === added.donorCode) &&
    one.language === added.language &&
    maySupersede(added, one)
  return issued.find(isAlike)?.id ?? null
}
