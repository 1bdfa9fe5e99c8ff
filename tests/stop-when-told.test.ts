import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { stopWhenTold } from '../src/stop-when-told.ts'

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

const close = vi.fn(() => new Promise<void>(() => undefined))
const kill = vi.spyOn(process, 'kill')
let stop: (() => void)[]
let before: Record<(typeof SIGNALS)[number], readonly unknown[]>
const added = () => SIGNALS.map((signal) => process.listeners(signal).filter((one) => !before[signal].includes(one)))

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  kill.mockReset().mockReturnValue(true)
  close.mockClear()
  before = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') }
  stopWhenTold(close, false)
  stop = added().map(
    ([listener]) =>
      () =>
        listener!('SIGTERM'),
  )
})
afterEach(() => {
  for (const [nth, listeners] of added().entries()) for (const one of listeners) process.off(SIGNALS[nth]!, one)
  vi.useRealTimers()
  kill.mockRestore()
})

it('what npm passes on twice is said once; later it ends the program as signals do', () => {
  const [interrupt, terminate] = stop as [() => void, () => void]
  interrupt()
  expect(close).toHaveBeenCalledOnce()
  vi.setSystemTime(500)
  terminate()
  expect(kill).not.toHaveBeenCalled()
  vi.setSystemTime(501)
  terminate()
  expect(kill.mock.calls).toEqual([[process.pid, 'SIGTERM']])
  // Nobody hears the signal that is sent then, so that it does what signals do.
  expect(added().map(({ length }) => length)).toEqual([1, 0])
  expect(close).toHaveBeenCalledOnce()
})
