import type { Option } from '../../forms/option.ts'
/** What is typed or chosen; its name is also its id unless two on a page have the same. */
export type Field = {
  name: string
  id?: string
  label: string
  hint?: string
  /** The sentence when it is wrong. */
  error?: string | null | undefined
  /** Whether the sentence is read out at once, because no summary above tells of it. */
  alert?: boolean
}

export type Input = Field & {
  type?: 'text' | 'email' | 'password' | 'date'
  value?: string | null | undefined
  /** Id of a datalist to choose from. */
  list?: string
  maxlength?: number
  autocomplete?: 'off' | 'username' | 'current-password' | 'new-password'
  inputmode?: 'numeric'
  required?: boolean
  max?: string
  /** Id of what describes it besides its own hint and sentence. */
  describedBy?: string | null
  narrow?: boolean
}

export type TextArea = Field & {
  value: string
  rows: number
  maxlength: number
  required?: boolean
  autofocus?: boolean
  /** Id of the form it is sent with, where it stands outside it. */
  form?: string
  /** Ids of what describes it besides its own hint and sentence. */
  describedBy?: string | null
}

export type Select = Field & {
  options: readonly Option[]
  chosen: string | readonly string[] | null | undefined
  /** Several can be chosen, from so many lines. */
  lines?: number
  narrow?: boolean
}

/** A form of one button: something is done, nothing is typed. */
export type ButtonForm = {
  action: string
  label: string
  /** What the label leaves out for those who see where the button stands. */
  unseen?: string
  tone?: 'primary' | 'danger' | 'link'
  className?: string
  hidden?: Readonly<Record<string, string | number>>
}

export type Column = {
  label: string
  /** The same in the other language, for who compares it with a text that was pasted. */
  other?: string
  number?: boolean
  href?: string | null
  under?: string | null
  /** On a line of its own, small. */
  small?: string
  unit?: string
  /** Only to be heard. */
  unseen?: boolean
  /** It has room to stand on a few lines. */
  isLong?: boolean
}

/** A table in a box that scrolls: `body` is its rows, captured by the view that includes it. */
export type Table = {
  label?: string
  labelledBy?: string
  className?: string
  caption?: string
  under?: string
  columns: readonly (string | Column)[]
  body: string
}

export type Link = { href: string; label: string }
