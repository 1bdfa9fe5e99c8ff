import type { FastifyRequest } from 'fastify'
import type { Format } from '../../vocabulary/programs/format.ts'
import { type Preference, preferencesIn } from '../headers/preferences.ts'
import { NotAcceptable } from './refusals.ts'

const TYPES: Readonly<Record<Format, string>> = { json: 'application/json', csv: 'text/csv' }

/**
 * The form that is asked for, in the address or, where that says nothing, by the head of the request (RFC 9110, 12.5.1).
 * @param offered the first one where none is preferred
 * @throws NotAcceptable
 */
export function formatOf(
  { headers }: Pick<FastifyRequest, 'headers'>,
  asked: Format | undefined,
  offered: readonly Format[],
): Format {
  if (asked !== undefined) return asked
  const ranges = preferencesIn(headers.accept)
  if (ranges.length === 0) return offered[0]!
  const wanted = offered
    .map((format) => ({ format, quality: qualityOf(TYPES[format], ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  if (!wanted[0]) throw new NotAcceptable()
  return wanted[0].format
}

/** What says most of a type counts: "text/csv" before "text/*" before all. */
function qualityOf(type: string, ranges: readonly Preference[]): number {
  const found = [type, `${type.split('/')[0]}/*`, '*/*'].map((range) => ranges.find(({ value }) => value === range))
  return found.find((one) => one !== undefined)?.quality ?? 0
}
