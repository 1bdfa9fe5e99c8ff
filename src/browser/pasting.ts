/* What is pasted from a sheet: the entry form asks for it when its first cell is come to, so that nobody waits for it before typing. */
export { pasteInto } from './pasting/fill.ts'
