import type { Option } from '../../forms/option.ts'
/** A field that takes some words, as views print it. */
export type WordsField = {
  name: string
  id?: string
  /** Id of the form it is sent with, where it stands outside it. */
  form?: string
  label: string
  hint?: string
  /** The sentence when it is wrong; `alert`: read out at once, because no summary tells of it. */
  error: string | null
  alert?: boolean
  autofocus?: boolean
  required?: boolean
  value: string
  rows: number
  maxlength: number
}

/** A field in which one of several is chosen. */
export type ChoiceField = { name: string; label: string; options: Option[]; chosen: string }
