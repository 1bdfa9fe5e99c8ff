import { expect, test } from 'vitest'
import { type Job, Jobs } from '../../src/threads/jobs.ts'

const quiet = () => {
  throw new Error('nothing was to be reported')
}
/** Work that goes on until it is let go. */
function held() {
  let release = () => {}
  const until = new Promise<void>((resolve) => {
    release = resolve
  })
  return { until, release }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('work begins after what is being done now, and tells how far it is', async () => {
  const jobs = new Jobs(quiet)
  const { until, release } = held()
  let begun = false
  jobs.start('a', async (job) => {
    begun = true
    job.progress = { done: 1, of: 3 }
    await until
  })
  expect(begun).toBe(false)
  expect(jobs.progressOf('a')).toEqual({ done: 0, of: 0 })
  await turn()
  expect(begun).toBe(true)
  expect(jobs.progressOf('a')).toEqual({ done: 1, of: 3 })
  expect(jobs.progressOf('b')).toBeNull()
  release()
  await jobs.settled()
  expect(jobs.progressOf('a')).toBeNull()
})

test('work of the same name is stopped, and has ended before the new one begins', async () => {
  const jobs = new Jobs(quiet)
  const { until, release } = held()
  const told: string[] = []
  jobs.start('a', async (job) => {
    await until
    told.push(job.stopped ? 'first stopped' : 'first done')
  })
  await turn()
  jobs.start('a', async () => {
    told.push('second')
  })
  await turn()
  expect(told).toEqual([])
  release()
  await jobs.settled()
  expect(told).toEqual(['first stopped', 'second'])
})

test('work that is stopped before it has begun does not begin', async () => {
  const jobs = new Jobs(quiet)
  let begun = false
  jobs.start('a', async () => {
    begun = true
  })
  jobs.stop('a')
  jobs.stop('nothing of this name')
  await jobs.settled()
  expect(begun).toBe(false)
})

test('the end of the program stops everything, threads too, and waits for it', async () => {
  const jobs = new Jobs(quiet)
  const stopped: string[] = []
  const work = (name: string) => async (job: Job) => {
    const { until, release } = held()
    const stop = () => {
      stopped.push(name)
      release()
    }
    await job.waitFor({ done: until, stop })
  }
  jobs.start('a', work('a'))
  jobs.start('b', work('b'))
  await turn()
  await jobs.close()
  expect(stopped).toEqual(['a', 'b'])
  expect(jobs.progressOf('a')).toBeNull()
})

test('work that fails is reported, unless it was stopped', async () => {
  const reported: unknown[] = []
  const jobs = new Jobs((error) => reported.push(error))
  jobs.start('a', async () => {
    throw new Error('a failed')
  })
  await jobs.settled()
  expect(reported).toEqual([new Error('a failed')])
  jobs.start('b', async (job) => {
    job.stop()
    throw new Error('b was stopped')
  })
  await jobs.settled()
  expect(reported).toHaveLength(1)
  expect(jobs.progressOf('b')).toBeNull()
})
