import type { Db } from '../../../db/connection.ts'

/** What somebody does who opens the file with another program, and takes its guards away first. */
export function tamper(db: Db, table: string, sql: string): void {
  const triggers = db.$client.prepare("select name from sqlite_master where type = 'trigger' and tbl_name = ?")
  for (const { name } of triggers.all(table) as { name: string }[]) db.$client.exec(`drop trigger "${name}"`)
  db.$client.exec(sql)
}
