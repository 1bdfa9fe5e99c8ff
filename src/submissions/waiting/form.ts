import { z } from 'zod'
import { inAddress } from '../../forms/asked.ts'
import { pageParam } from '../../forms/params.ts'
import { readForm } from '../../forms/read.ts'

/** Which page of what waits is asked for; the first where that makes no sense. */
export const pageQuery = inAddress({ page: pageParam })

/** A submission as somebody looked at it. */
export type Chosen = { id: number; version: number }

const chosenForm = z.object({ chosen: z.array(z.string()), page: z.string() })

/** What was ticked, as it was sent and as it is read; what names no submission is left out. */
export function readChosen(body: unknown): { typed: string[]; chosen: Chosen[]; page: number } {
  const { chosen, page } = readForm(chosenForm, body).typed
  const read = chosen.flatMap((one): Chosen[] => {
    const found = /^(\d{1,15}):(\d{1,15})$/.exec(one)
    return found ? [{ id: Number(found[1]), version: Number(found[2]) }] : []
  })
  return { typed: chosen, chosen: read, page: pageQuery.parse({ page }).page }
}
