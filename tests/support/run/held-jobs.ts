import type { Jobs } from '../../../src/threads/jobs.ts'

/**
 * Work that is begun from now on waits until it is let go, or stopped: what is seen while it lasts is seen however fast it would be.
 * @returns lets it go
 */
export function heldJobs(jobs: Jobs): () => void {
  let letGo = () => {}
  const until = new Promise<void>((done) => {
    letGo = done
  })
  const start = jobs.start.bind(jobs)
  jobs.start = (name, work) =>
    start(name, async (job) => {
      const stop = job.stop.bind(job)
      const stopped = new Promise<void>((done) => {
        job.stop = () => {
          stop()
          done()
        }
      })
      await Promise.race([until, stopped])
      await work(job)
    })
  return letGo
}
