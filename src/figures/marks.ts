import type { Key } from '../language/words.ts'
import type { Rag } from '../vocabulary/rag.ts'
import type { FigureState, Flag, Withheld } from './figure.ts'

/** What can be said of a value besides its number: its state, its flags, why it is kept from whoever looks. */
export type MarkName = FigureState | Flag | Withheld

/** How a mark looks wherever there is colour: a number, a place without one, one that is hidden, one not settled yet, a turn. */
export type MarkRole = 'number' | 'gap' | 'hidden' | 'unsettled' | 'turn'

export type Mark = {
  /** Stands in the place of the number, or after it; null: the words alone say it. */
  sign: Sign | null
  /** A word or two, beside the sign. */
  word: Key
  /** A sentence, in legends. */
  meaning: Key
  role: MarkRole
}

/**
 * Shorthand of UK government statistics ("Symbols in tables", Government Analysis Function): b, c, p, r, x, z. That list has no sign for
 * what is not due, undefined, not added up, cut in time, held or outside a report: d, q, a, t, h and o are the project's own, explained in
 * every legend.
 */
export const SIGNS = ['[x]', '[z]', '[d]', '[q]', '[a]', '[t]', '[c]', '[o]', '[p]', '[b]', '[r]', '[h]'] as const
export type Sign = (typeof SIGNS)[number]

/** The one table of signs, words and roles: screens, pictures, CSV, workbooks and forms say what it says. */
export const MARKS = {
  reported: { sign: null, word: 'figures:state.reported', meaning: 'figures:mark.reported', role: 'number' },
  'not reported': {
    sign: '[x]',
    word: 'figures:state.not-reported',
    meaning: 'figures:mark.not-reported',
    role: 'gap',
  },
  'not applicable': {
    sign: '[z]',
    word: 'figures:state.not-applicable',
    meaning: 'figures:mark.not-applicable',
    role: 'gap',
  },
  'not due': { sign: '[d]', word: 'figures:state.not-due', meaning: 'figures:mark.not-due', role: 'gap' },
  undefined: { sign: '[q]', word: 'figures:state.undefined', meaning: 'figures:mark.undefined', role: 'gap' },
  'not additive': {
    sign: '[a]',
    word: 'figures:state.not-additive',
    meaning: 'figures:mark.not-additive',
    role: 'gap',
  },
  'not formed': {
    sign: '[t]',
    word: 'figures:state.not-formed',
    meaning: 'figures:mark.not-formed',
    role: 'gap',
  },
  confidential: {
    sign: '[c]',
    word: 'figures:state.confidential',
    meaning: 'figures:mark.confidential',
    role: 'hidden',
  },
  outside: { sign: '[o]', word: 'figures:state.outside', meaning: 'figures:mark.outside', role: 'hidden' },
  partial: { sign: null, word: 'figures:flag.partial', meaning: 'figures:mark.partial', role: 'unsettled' },
  carried: { sign: null, word: 'figures:flag.carried', meaning: 'figures:mark.carried', role: 'unsettled' },
  ended: { sign: null, word: 'figures:flag.ended', meaning: 'figures:mark.ended', role: 'turn' },
  provisional: {
    sign: '[p]',
    word: 'figures:flag.provisional',
    meaning: 'figures:mark.provisional',
    role: 'unsettled',
  },
  break: { sign: '[b]', word: 'figures:flag.break', meaning: 'figures:mark.break', role: 'turn' },
  revised: { sign: '[r]', word: 'figures:flag.revised', meaning: 'figures:mark.revised', role: 'turn' },
  held: { sign: '[h]', word: 'figures:flag.held', meaning: 'figures:mark.held', role: 'turn' },
} as const satisfies Readonly<Record<MarkName, Mark>>

// Said to be pure, so that a script of a page that asks for one sign of them does not bring along the table.
export const MARK_NAMES = /* @__PURE__ */ Object.keys(MARKS) as MarkName[]

/** Marks that stand in the place of a number. */
export type Gap = Exclude<FigureState, 'reported'> | Withheld
export const GAPS = /* @__PURE__ */ MARK_NAMES.filter((name): name is Gap =>
  ['gap', 'hidden'].includes(MARKS[name].role),
)

/** "not-reported": the same word in every language, for programs. */
export function markCode(name: MarkName): string {
  return name.replaceAll(' ', '-')
}

/** A sign where there is no room for its brackets: "x" for "[x]". */
export function bareSign(sign: Sign): string {
  return sign.slice(1, -1)
}

/** Beside a figure, or its rating, to which not everything expected has come yet: its word stands in a list or is read out. */
export const PARTIAL_SIGN = '◌'

/** Which way a figure went, before by how much; nothing where it stayed. */
export function waySign(size: number): string {
  return size === 0 ? '' : size > 0 ? '▲' : '▼'
}

/** A rating in words and the tone that repeats it. */
export const RATINGS = {
  green: { word: 'figures:rag.green', tone: 'good' },
  amber: { word: 'figures:rag.amber', tone: 'warn' },
  red: { word: 'figures:rag.red', tone: 'bad' },
  grey: { word: 'figures:rag.grey', tone: '' },
} as const satisfies Readonly<Record<Rag, { word: Key; tone: string }>>
