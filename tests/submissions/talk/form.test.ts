import { describe, expect, it } from 'vitest'
import { readComment } from '../../../src/submissions/talk/form.ts'

describe('comments', () => {
  it.each([
    [{ text: '  ' }, 'needs-text'],
    [{}, 'needs-text'],
    [{ text: 'a'.repeat(2001) }, 'too-long'],
    [{ text: 'nạn nhân Lan kể lại' }, 'may-identify'],
    [{ text: 'nạn nhân Lan kể lại', keep: 'yes' }, null],
    [{ text: 'Đề nghị kiểm tra lại V5.' }, null],
  ])('%o: %s', (body, problem) => {
    expect(readComment(body).problem).toBe(problem)
  })

  it.each([
    [{ text: 'Vì sao?', asks: 'yes' }, true],
    [{ text: 'Vì sao?', asks: 'on' }, false],
    [{ text: 'Vì sao?' }, false],
  ])('%o asks for an answer: %s', (body, asks) => {
    expect(readComment(body).asks).toBe(asks)
  })
})
