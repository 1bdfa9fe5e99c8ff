import { gunzipSync, gzipSync } from 'node:zlib'
import type { Result } from '../../indicators/results/result.ts'
import type { Text } from '../../language/text.ts'
import type { Partner } from '../../partners/partner.ts'
import type { ProjectCard } from '../../project/project.ts'

/**
 * What a release calls those of whom no record keeps what they were called before: a name corrected later must not change what is said to
 * have been issued. `people`: those it names, by their number (who approved what has changed); of a
 * release that is not issued nobody, since they are called what they are called now.
 */
export type Wording = {
  project: ProjectCard
  partners: readonly Partner[]
  results: readonly Result[]
  /** Names of breakdowns, by code. */
  breakdowns: Readonly<Record<string, Text>>
  people: ReadonlyMap<number, string>
}

export function packedWording({ people, ...named }: Wording): Uint8Array {
  return new Uint8Array(gzipSync(JSON.stringify({ ...named, people: [...people] })))
}

/**
 * What was kept of a release in the place of what is known now. What a later version of the program knows besides is taken from now.
 * @throws DamagedWording
 */
export function keptWording(packed: Uint8Array, now: Wording): Wording {
  const { people, ...kept } = unpackedWording(packed)
  return {
    project: { ...now.project, ...kept.project },
    partners: asKept(kept.partners, now.partners),
    results: asKept(kept.results, now.results),
    breakdowns: { ...now.breakdowns, ...kept.breakdowns },
    people: new Map(people),
  }
}

function unpackedWording(packed: Uint8Array): Omit<Wording, 'people'> & { people: [number, string][] } {
  try {
    return JSON.parse(gunzipSync(packed).toString()) as ReturnType<typeof unpackedWording>
  } catch (error) {
    throw new DamagedWording('what a release called things can’t be read', { cause: error })
  }
}

/** Somebody has changed it with another program. */
export class DamagedWording extends Error {}

function asKept<One extends { id: number }>(kept: readonly One[], now: readonly One[]): One[] {
  const known = new Map(now.map((one) => [one.id, one]))
  return kept.map((one) => ({ ...known.get(one.id), ...one }))
}
