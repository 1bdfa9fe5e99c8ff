import { describe, expect, it } from 'vitest'
import { readReview } from '../../../src/submissions/review/form.ts'

describe('reasons and comments', () => {
  it.each([
    [{ text: '  ' }, 'needs-text'],
    [{}, 'needs-text'],
    [{ text: 'a'.repeat(2001) }, 'too-long'],
    [{ text: 'nạn nhân Lan kể lại' }, 'may-identify'],
    [{ text: 'nạn nhân Lan kể lại', keep: 'yes' }, null],
    [{ text: 'Đề nghị kiểm tra lại V5.' }, null],
  ])('%o: %s', (body, problem) => {
    expect(readReview(body).problem).toBe(problem)
  })
})
