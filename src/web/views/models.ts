import type { Person } from '../../access/person.ts'
import type { NotShown } from '../../forms/asked.ts'
import * as format from '../../language/format.ts'
import { NOTHING } from '../../language/text.ts'
import type { Key, Words } from '../../language/words.ts'
import type { ProjectCard } from '../../project/project.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { MenuItem } from './menu.ts'
import type { ButtonForm, Field, Input, Link, Select, Table, TextArea } from './parts.ts'

/** What a page is framed with; `style`: a stylesheet of its own, after the one of every page. */
export type PageFrame = { title: string; script: string | null; style: string | null }

/**
 * Views by name, each with the model it is given. A room declares its own beside what shapes them:
 * `declare module '../web/views/models.ts' { interface Views { 'trail/trail': TrailModel } }`.
 * A test of the house compiles every view against its model.
 */
export interface Views {
  'web/error': { status: number; sentence: Key; values: Record<string, string> }
  'web/frame': PageFrame & { fragment: string }
}

/**
 * What views include, each with what it must be given; words and formats are there anyway. A part that is the same for
 * everybody who reads it in one language can also be rendered by itself and kept (`renderFragment`).
 */
export interface Parts {
  'web/menu': Pick<Frame, 'menu' | 'person'>
  'web/search': Pick<Frame, 'asset'>
  'web/menu-items': { items: readonly MenuItem[] }
  'parts/csrf': { csrf: () => string }
  'parts/hidden': { hidden: Readonly<Record<string, string | number>> }
  'parts/button-form': { csrf: () => string; form: ButtonForm }
  'parts/label': { field: Field }
  'parts/wrong': { field: Field }
  'parts/described': { field: Field & { describedBy?: string | null } }
  'parts/input': { field: Input }
  'parts/textarea': { field: TextArea }
  'parts/select': { field: Select }
  'parts/errors': {
    summary: { lead?: string | null; items: readonly { href: string; text: string; where?: string }[] }
  }
  'parts/form-errors': { errors: Readonly<Partial<Record<string, Key>>>; values?: Readonly<Record<string, string>> }
  'parts/not-shown': { notShown: readonly NotShown[] }
  'parts/table': { table: Table }
  'parts/pager': { pager: { label: string; before: Link | null; here?: string; after: Link | null } }
}

/** What every view can say: the words of the person's language, and numbers and dates as it writes them. */
export type Shared = {
  words: Words
  t: Words['t']
  language: Language
  format: Formats
  nothing: typeof NOTHING
  /**
   * What a view makes of an object and of the language alone, to be printed: in a part that is kept it is made once, for as long as the
   * object is. Nobody may change such an object, and nothing is kept inside of it.
   */
  kept: (of: object, make: () => string) => string
}

/** What a page has besides its own model: who reads it, and where. */
export type Frame = Shared & {
  person: Person | null
  menu: readonly MenuItem[]
  /** The address as asked for, to come back to. */
  url: string
  csrf: () => string
  /** A sentence said once, about what has just been done. */
  said: string | null
  /** What the address asks for and is not there. */
  notShown: readonly NotShown[]
  /** A sign for the tool's name. */
  mark: string
  project: ProjectCard | null
  demo: boolean
  /** The data file is damaged, and nothing is written to it. */
  damaged: boolean
  /** The address of a stylesheet, script or icon. */
  asset: (name: string) => string
}

type Bound<F> = F extends (value: infer V, language: Language, ...rest: infer R) => string
  ? (value: V, ...rest: R) => string
  : never
export type Formats = { [K in keyof typeof format]: Bound<(typeof format)[K]> }
const formats = new Map<Language, Formats>()

export function sharedIn(words: Words): Shared {
  const { language, t } = words
  return {
    words,
    t,
    language,
    format: formatFor(language),
    nothing: NOTHING,
    kept: (_, make) => make(),
  }
}

/** The formatters with the language filled in: `format.number(1234)`. */
function formatFor(language: Language): Formats {
  let bound = formats.get(language)
  if (!bound) {
    bound = Object.fromEntries(
      Object.entries(format).map(([name, f]) => [
        name,
        (value: unknown, ...rest: unknown[]) => (f as (...all: unknown[]) => string)(value, language, ...rest),
      ]),
    ) as unknown as Formats
    formats.set(language, bound)
  }
  return bound
}
