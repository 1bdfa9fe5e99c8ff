import { z } from 'zod'
import type { RecordRefusal } from '../../assignments/handover.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { quarterWithin, type Span } from '../../calendar/span.ts'
import { inAddress } from '../../forms/asked.ts'
import { pageParam } from '../../forms/params.ts'
import { says } from '../../forms/read.ts'
import type { Key } from '../../language/words.ts'

/** A reporter as an address and a form name it: "womens-union-ha-tinh.ha-tinh". */
export function reporterSlug({ partner, place }: { partner: string; place: string }): string {
  return `${partner}.${place}`
}

/** The address may name whose duty is handed over, or an area. */
export const predecessorInAddress = inAddress({
  of: z.string().optional(),
  area: z.string().optional(),
  /** Of what has been recorded. */
  page: pageParam,
})

/** The same where it is posted. */
export const predecessorForm = z.object({ of: z.string() })

/** Which recorded hand-over is withdrawn: reporters as addresses name them, and the quarter since which the heir has it. */
export const withdrawalForm = z.object({ of: z.string(), heir: z.string(), since: z.string() })

/** What may be chosen. */
export type HandoverChoices = {
  indicators: readonly string[]
  partners: readonly string[]
  places: readonly string[]
  quarters: Span
}

export function handoverForm({ indicators, partners, places, quarters }: HandoverChoices) {
  const oneOf = (known: readonly string[], sentence: Parameters<typeof says>[0]) =>
    z.string().refine((value) => known.includes(value), says(sentence))
  return z.object({
    of: z.string(),
    indicators: z
      .array(z.string())
      .min(1, says('indicators:handovers.no-indicators'))
      .refine((codes) => codes.every((code) => indicators.includes(code)), says('indicators:handovers.no-indicators')),
    heir: oneOf(partners, 'indicators:handovers.no-heir'),
    place: oneOf(places, 'indicators:handovers.bad-place'),
    from: z.string().transform((code, context): Quarter => {
      const quarter = quarterWithin(code, quarters)
      if (typeof quarter === 'number') return quarter
      context.addIssue('indicators:handovers.bad-quarter' satisfies Key)
      return z.NEVER
    }),
    assigns: z.enum(['yes', 'no'], says('indicators:handovers.bad-assigns')),
  })
}
export type HandoverForm = ReturnType<typeof handoverForm>

/** The field beside which a refusal is said. */
export const REFUSED_FIELD: Readonly<Record<RecordRefusal, keyof HandoverForm['shape']>> = {
  'to-itself': 'heir',
  circle: 'heir',
  recorded: 'heir',
  'not-assigned': 'indicators',
  'before-predecessor': 'from',
  'has-reported': 'from',
  'no-place': 'place',
  'heir-not-assigned': 'assigns',
}
