import { expect } from 'vitest'
import type { Answer, Visitor } from '../support/app.ts'

/** The mark of what is named where a quarter is not closed without being asked. */
export function seenIn(body: string): string {
  const seen = /name="seen" value="([^"]+)"/.exec(body)?.[1]
  expect(seen, body).toBeTruthy()
  return seen!
}

/** Closes a quarter, standing by whatever is outstanding in it. */
export async function closeQuarter(visitor: Visitor, code: string): Promise<Answer> {
  const asked = await visitor.post(`/periods/${code}/closing`)
  if (asked.status !== 409) return asked
  return visitor.post(`/periods/${code}/closing`, { seen: seenIn(asked.body) })
}
