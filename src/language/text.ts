/** A text in both languages of the project. */
export type Text = { vi: string; en: string }
