/** One of a list to choose from: what is sent of it, and what is read. */
export type Option = { value: string; label: string }
