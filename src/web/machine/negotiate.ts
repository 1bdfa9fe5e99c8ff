import type { FastifyRequest } from 'fastify'
import type { Format } from '../../vocabulary/programs/format.ts'
import { NotAcceptable } from './refusals.ts'

const TYPES: Readonly<Record<Format, string>> = { json: 'application/json', csv: 'text/csv' }

/** Longer than any program's; what comes after is not looked at. */
const MOST_LETTERS = 500

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
  const ranges = rangesIn(headers.accept)
  if (ranges.length === 0) return offered[0]!
  const wanted = offered
    .map((format) => ({ format, quality: qualityOf(TYPES[format], ranges) }))
    .filter(({ quality }) => quality > 0)
    .sort((one, other) => other.quality - one.quality)
  if (!wanted[0]) throw new NotAcceptable()
  return wanted[0].format
}

type Range = { type: string; quality: number }

function rangesIn(accept: string | undefined): Range[] {
  return (accept ?? '')
    .slice(0, MOST_LETTERS)
    .split(',')
    .map((one) => {
      const [type = '', ...parameters] = one.split(';').map((text) => text.trim().toLowerCase())
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { type, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ type }) => type !== '')
}

/** What says most of a type counts: "text/csv" before "text/*" before all. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const found = [type, `${type.split('/')[0]}/*`, '*/*'].map((range) => ranges.find((one) => one.type === range))
  return found.find((one) => one !== undefined)?.quality ?? 0
}
