import { z } from 'zod'
import { lineField } from '../../forms/fields.ts'

/** Codes of two indicators, as a button sends them. */
export const relationForm = z.object({
  indicator: lineField(1, 20, 'indicators:relations.wrong'),
  counted: lineField(1, 20, 'indicators:relations.wrong'),
})

/** That of which a relation is ended. */
export const endedForm = z.object({ indicator: lineField(1, 20, 'indicators:relations.wrong') })
