/** What one step changed: the text of a field before and after. */
export type FieldChange = { field: string; before: string; after: string }

/**
 * Steps that can be taken back and done again, one block that was pasted or filled as one step. What is typed into one
 * field without leaving it is one step as well.
 */
export class UndoStack {
  #done: FieldChange[][] = []
  #undone: FieldChange[][] = []
  /** The field that is being typed into: its step still grows. */
  #open: string | null = null

  /** What a paste, a fill or a restored text changed. */
  add(step: readonly FieldChange[]): void {
    const changed = step.filter(({ before, after }) => before !== after)
    if (changed.length === 0) return
    this.#done.push([...changed])
    this.#undone = []
    this.#open = null
  }

  /** A keystroke. @param before what stood there when the field was entered or last changed by a step */
  type(change: FieldChange): void {
    const last = this.#done.at(-1)
    if (this.#open === change.field && last) {
      last[0] = { ...last[0]!, after: change.after }
      if (last[0].before === last[0].after) {
        this.#done.pop()
        this.#open = null
      }
      return
    }
    if (change.before === change.after) return
    this.#done.push([change])
    this.#undone = []
    this.#open = change.field
  }

  /** A field was left: what is typed into it next is another step. */
  leave(): void {
    this.#open = null
  }

  /** The texts to put back, or null where there is nothing to undo. */
  undo(): FieldChange[] | null {
    this.#open = null
    const step = this.#done.pop()
    if (!step) return null
    this.#undone.push(step)
    return step.map(({ field, before, after }) => ({ field, before: after, after: before }))
  }

  redo(): FieldChange[] | null {
    this.#open = null
    const step = this.#undone.pop()
    if (!step) return null
    this.#done.push(step)
    return [...step]
  }
}
