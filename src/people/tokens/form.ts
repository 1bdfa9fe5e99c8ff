import { z } from 'zod'
import { TOKEN_DAYS } from '../../access/token.ts'
import { lineField } from '../../forms/fields.ts'
import { says } from '../../forms/read.ts'
import { TOKEN_SCOPES, type TokenScope } from '../../vocabulary/access.ts'

const DAYS = TOKEN_DAYS.map(String) as [string, ...string[]]

/** @param offered what its maker may let it read */
export function tokenForm(offered: readonly TokenScope[]) {
  return z.object({
    name: lineField(2, 60, 'people:tokens.bad-name'),
    scopes: z
      .array(z.enum(TOKEN_SCOPES, says('people:tokens.bad-scopes')))
      .transform((chosen) => offered.filter((scope) => chosen.includes(scope)))
      .refine((chosen) => chosen.length > 0, says('people:tokens.bad-scopes')),
    days: z.enum(DAYS, says('people:tokens.bad-days')).transform(Number),
  })
}
