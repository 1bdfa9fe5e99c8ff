import type { Person } from '../../access/person.ts'
import { type ApiToken, isTokenOpen, MOST_TOKENS, scopesFor, TOKEN_DAYS, USUAL_DAYS } from '../../access/token.ts'
import { dayAt } from '../../calendar/day.ts'
import type { FieldErrors, Typed } from '../../forms/read.ts'
import { day } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { TokenScope } from '../../vocabulary/access.ts'
import type { tokenForm } from './form.ts'

type Form = ReturnType<typeof tokenForm>

/** A token as its row says it; `href`: where it is revoked, of one that opens something. */
type TokenRow = {
  name: string
  /** Empty where all are one person's. */
  whose: string
  ending: string
  scopes: string
  made: string
  used: string
  state: { text: string; tone: 'good' | 'bad' | '' }
  href: string | null
}

declare module '../../web/views/models.ts' {
  interface Views {
    'people/tokens/tokens': ReturnType<typeof ownTokensPage>
    'people/tokens/made': { name: string; token: string; example: string }
    'people/tokens/everybodys': { rows: TokenRow[] }
  }
  interface Parts {
    'people/tokens/list': { csrf: () => string; list: { rows: readonly TokenRow[]; label: string; whose: boolean } }
  }
}

/** When a token was last used, as far as is known. */
type UsedAt = (token: ApiToken) => number | null
type Shown = { now: number; usedAt: UsedAt; words: Words }

/** A person's own tokens, and the form for a new one as it was typed. */
export function ownTokensPage(
  person: Person,
  tokens: readonly ApiToken[],
  shown: Shown,
  typed: Partial<Typed<Form>> = {},
  errors: FieldErrors<Form> = {},
) {
  const { now, words } = shown
  const { t } = words
  return {
    rows: tokens.map((one) => rowOf(one, '', `/account/tokens/${one.id}/revocation`, shown)),
    full: tokens.filter((one) => isTokenOpen(one, now)).length >= MOST_TOKENS,
    most: MOST_TOKENS,
    scopes: scopesFor(person).map((value) => ({
      value,
      label: scopeName(value, words),
      hint: t(`people:tokens.scope-hint.${value}`),
      ticked: typed.scopes?.includes(value) ?? false,
    })),
    days: TOKEN_DAYS.map((days) => ({ value: String(days), label: t('people:tokens.days-option', { count: days }) })),
    typed: { name: typed.name ?? '', days: typed.days ?? String(USUAL_DAYS) },
    errors,
  }
}

/** Those of everybody that nobody has revoked, for the administrator. */
export function everybodysTokens(
  tokens: readonly ApiToken[],
  people: ReadonlyMap<number, { name: string; locked: boolean }>,
  shown: Shown,
) {
  return {
    rows: tokens.map((one) => {
      const whose = people.get(one.personId)
      const row = rowOf(one, whose?.name ?? '', `/people/tokens/${one.id}/revocation`, shown)
      return whose?.locked && row.href !== null ? { ...row, state: stateOf('locked', shown.words) } : row
    }),
  }
}

function rowOf(token: ApiToken, whose: string, href: string, { now, usedAt, words }: Shown): TokenRow {
  const { name, ending, scopes, createdAt, expiresAt, revokedAt } = token
  const open = isTokenOpen(token, now)
  const used = usedAt(token)
  const state = stateOf(open ? 'open' : revokedAt === null ? 'expired' : 'revoked', words, dayOf(expiresAt, words))
  return {
    name,
    whose,
    ending: `…${ending}`,
    scopes: scopes.map((scope) => scopeName(scope, words)).join(', '),
    made: dayOf(createdAt, words),
    used: used === null ? words.t('people:tokens.never-used') : dayOf(used, words),
    state,
    href: open ? href : null,
  }
}

function stateOf(state: 'open' | 'expired' | 'revoked' | 'locked', { t }: Words, until = ''): TokenRow['state'] {
  const tone = state === 'open' ? 'good' : state === 'locked' ? 'bad' : ''
  return { text: t(`people:tokens.state.${state}`, { day: until }), tone }
}

function scopeName(scope: TokenScope, { t }: Words): string {
  return t(`people:tokens.scope.${scope}`)
}

function dayOf(at: number, { language }: Words): string {
  return day(dayAt(at), language)
}
