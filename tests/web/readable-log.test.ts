import { beforeEach, describe, expect, it } from 'vitest'
import { ReadableLog } from '../../src/web/readable-log.ts'

let printed: string
let log: ReadableLog
beforeEach(() => {
  printed = ''
  log = new ReadableLog((text) => {
    printed += text
  })
})
const write = (line: object) => log.write(`${JSON.stringify({ level: 30, time: 0, ...line })}\n`)

describe('the log for a person', () => {
  it('has a line for each page that was answered', () => {
    write({ reqId: 'a', req: { method: 'GET', path: '/overview' }, msg: 'incoming request' })
    write({ reqId: 'b', req: { method: 'POST', path: '/settings' }, msg: 'incoming request' })
    write({ reqId: 'b', res: { status: 303 }, responseTime: 3.6, msg: 'request completed' })
    write({ reqId: 'a', res: { status: 200 }, responseTime: 12.2, msg: 'request completed' })
    expect(printed.replace(/^\S+/gm, 'at')).toBe('at  POST /settings  303  4 ms\nat  GET /overview  200  12 ms\n')
  })

  it('leaves out stylesheets, and what only programs need', () => {
    write({ reqId: 'a', req: { method: 'GET', path: '/assets/app.css' } })
    write({ reqId: 'a', res: { status: 200 }, responseTime: 1 })
    write({ msg: 'Server listening at http://127.0.0.1:3000' })
    write({ reqId: 'a', code: 'X', status: 404, msg: 'refused' })
    expect(printed).toBe('')
  })

  it('says what went wrong in words', () => {
    write({ level: 40, msg: 'the disk is nearly full' })
    write({ level: 50, msg: 'failed', err: { message: 'no such row', stack: '' } })
    expect(printed).toContain('Warning: the disk is nearly full\n')
    expect(printed).toContain('Error: failed\n  no such row\n')
  })

  it('forgets what is never answered', () => {
    for (let nth = 0; nth < 1001; nth++) write({ reqId: `${nth}`, req: { method: 'GET', path: `/${nth}` } })
    write({ reqId: '0', res: { status: 200 }, responseTime: 1 })
    write({ reqId: '1000', res: { status: 200 }, responseTime: 1 })
    expect(printed.match(/GET/g)).toHaveLength(1)
  })
})
