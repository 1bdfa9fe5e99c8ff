import type { Db } from '../../../db/connection.ts'
import { storageFaultOf } from '../../../db/file/storage-fault.ts'

/** How long SQLite itself waits, in ms, for a process that begins to write at the same moment; everybody waits with it. */
const MOMENT_MS = 250

/** From now on, what writes here waits for no more than a moment. */
export function waitNoLonger({ $client }: Db): void {
  $client.pragma(`busy_timeout = ${MOMENT_MS}`)
}

/** Whether another process is writing to the file at this moment; asks without waiting. */
export function isLocked({ $client }: Db): boolean {
  try {
    $client.pragma('busy_timeout = 0')
    $client.exec('begin immediate; rollback')
    return false
  } catch (error) {
    if (storageFaultOf(error) === 'busy') return true
    throw error
  } finally {
    $client.pragma(`busy_timeout = ${MOMENT_MS}`)
  }
}

/** What was saved last lies in a log beside the file: brings it into the file, as far as nobody is reading it. */
export function moveLogIntoFile({ $client }: Db): void {
  if ($client.open) $client.pragma('wal_checkpoint(PASSIVE)')
}
