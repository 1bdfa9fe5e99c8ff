import { describe, expect, it } from 'vitest'
import { type FieldChange, UndoStack } from '../../../src/submissions/typing/undo-stack.ts'
import fc from '../../fast-check.ts'

const change = (field: string, before: string, after: string): FieldChange => ({ field, before, after })

describe('steps that can be taken back', () => {
  it('takes back what was typed into one field at once, however many keys it took', () => {
    const stack = new UndoStack()
    stack.type(change('a', '', '1'))
    stack.type(change('a', '', '12'))
    stack.leave()
    stack.type(change('a', '12', '123'))
    expect(stack.undo()).toEqual([change('a', '123', '12')])
    expect(stack.undo()).toEqual([change('a', '12', '')])
    expect(stack.undo()).toBeNull()
    expect(stack.redo()).toEqual([change('a', '', '12')])
  })

  it('takes back a block as one, and forgets what changed nothing', () => {
    const stack = new UndoStack()
    stack.add([change('a', '77', '5'), change('b', '', ''), change('c', '', '6')])
    stack.add([change('a', '5', '5')])
    expect(stack.undo()).toEqual([change('a', '5', '77'), change('c', '6', '')])
    expect(stack.redo()).toEqual([change('a', '77', '5'), change('c', '', '6')])
  })

  it('has no step for typing that came back to where it began', () => {
    const stack = new UndoStack()
    stack.type(change('a', '1', '12'))
    stack.type(change('a', '1', '1'))
    expect(stack.undo()).toBeNull()
    stack.type(change('a', '1', '12'))
    expect(stack.undo()).toEqual([change('a', '12', '1')])
  })

  it('begins a new step after a paste into the field that is being typed into', () => {
    const stack = new UndoStack()
    stack.type(change('a', '', '1'))
    stack.add([change('a', '1', '5'), change('b', '', '6')])
    stack.type(change('a', '5', '55'))
    expect(stack.undo()).toEqual([change('a', '55', '5')])
    expect(stack.undo()).toHaveLength(2)
  })

  it('undone altogether, every field is as it was; done again, as it is', () => {
    const steps = fc.array(
      fc.record({
        kind: fc.constantFrom('type', 'add', 'leave'),
        field: fc.constantFrom('a', 'b', 'c'),
        text: fc.string({ maxLength: 3 }),
      }),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(steps, (made) => {
        const stack = new UndoStack()
        const texts: Record<string, string> = { a: '', b: '', c: '' }
        let entered: Record<string, string> = { ...texts }
        for (const { kind, field, text } of made) {
          if (kind === 'type') {
            stack.leave()
            stack.type(change(field, texts[field]!, text))
          }
          if (kind === 'add') stack.add([change(field, texts[field]!, text)])
          if (kind === 'leave') stack.leave()
          else texts[field] = text
        }
        const last = { ...texts }
        const put = (step: FieldChange[]) => {
          for (const { field, before, after } of step) {
            expect(texts[field]).toBe(before)
            texts[field] = after
          }
        }
        for (let step = stack.undo(); step; step = stack.undo()) put(step)
        entered = { ...texts }
        expect(entered).toEqual({ a: '', b: '', c: '' })
        for (let step = stack.redo(); step; step = stack.redo()) put(step)
        expect(texts).toEqual(last)
      }),
    )
  })
})
