import { z } from 'zod'
import { byId } from '../../forms/params.ts'
import { readForm } from '../../forms/read.ts'

/** What comes with a file. */
const evidenceForm = z.object({
  /** Code of the indicator it stands behind. */
  indicator: z.string(),
  /** "yes": whoever sends it has looked through it for anything that tells of a survivor. */
  looked: z.string(),
  /** "yes": its name seemed to name a person, and does not. */
  keep: z.string(),
})

export type PostedEvidence = z.infer<typeof evidenceForm>

export function readEvidence(body: unknown): PostedEvidence {
  return readForm(evidenceForm, body).typed
}

export const byEvidence = byId.extend({ evidence: byId.shape.id })
