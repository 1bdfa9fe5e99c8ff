import type { Quarter } from '../calendar/quarter.ts'

/** A reporter: one partner for one place. */
export type Reporter = { partnerId: number; placeId: number }

/** This partner reports this indicator for this place from this quarter to that one; null = until further notice. */
export type Assignment = Reporter & { indicatorId: number; from: Quarter; to: Quarter | null }

/** One reporter in one word, to look it up by. */
export function reporterKey({ partnerId, placeId }: Reporter): string {
  return `${partnerId}/${placeId}`
}

/** The reporter that a key names. */
export function reporterOf(key: string): Reporter {
  const [partnerId, placeId] = key.split('/').map(Number) as [number, number]
  return { partnerId, placeId }
}
