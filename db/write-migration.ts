/*
 * `npm run migration -- NAME`: writes the migration from what the migrations make to what the schema (schema/), the classes of
 * tables (tables.ts) and their triggers say. drizzle-kit writes the tables and indexes; triggers, and tables without a rowid,
 * it does not know of. Read what was written before you keep it: rows may have to be changed too.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { migrate } from './migrate.ts'
import { TABLES, type TableName, type TableRules } from './tables.ts'
import { allTriggers } from './triggers.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
const BREAK = '\n--> statement-breakpoint\n'

const [name] = process.argv.slice(2)
if (!name) throw new Error('Say what the migration does: npm run migration -- close-quarters-once')

const before = triggersNow()
const drizzled = generate()
const remade = drizzled.some((statement) => / RENAME TO /.test(statement))
const changed = changesOf(before, allTriggers(), remade)
if (drizzled.length + changed.drop.length + changed.create.length === 0) console.log('Nothing to migrate.')
else write([...changed.drop, ...drizzled.map(clustered), ...changed.create])

/** The triggers of a database as the migrations make it until now. */
function triggersNow(): Map<string, string> {
  const client = new Database(':memory:')
  migrate(client, FOLDER)
  const rows = client.prepare("select name, sql from sqlite_master where type = 'trigger'").raw().all()
  client.close()
  return new Map(rows as [string, string][])
}

/** What drizzle-kit makes of the schema; the file it writes is written again below. */
function generate(): string[] {
  const known = new Set(readdirSync(FOLDER))
  kit()
  const made = readdirSync(FOLDER).find((file) => file.endsWith('.sql') && !known.has(file))
  if (!made) return []
  const statements = readFileSync(join(FOLDER, made), 'utf8').split('--> statement-breakpoint')
  // Keys are let go and looked at by migrate.ts: inside a transaction these would do nothing.
  return statements.map((statement) => statement.trim()).filter((statement) => !/^PRAGMA foreign_keys/.test(statement))
}

function kit(...more: string[]): void {
  execFileSync('drizzle-kit', ['generate', '--name', name!, ...more], { stdio: 'inherit', cwd: join(FOLDER, '../..') })
}

/** A table that is made anew loses its triggers, and may not be renamed while those of others name it: all are made anew. */
function changesOf(before: Map<string, string>, after: Map<string, string>, all: boolean) {
  const gone = [...before].filter(([trigger, sql]) => all || after.get(trigger) !== sql)
  const made = [...after].filter(([trigger, sql]) => all || before.get(trigger) !== sql)
  return { drop: gone.map(([trigger]) => `DROP TRIGGER \`${trigger}\`;`), create: made.map(([, sql]) => `${sql};`) }
}

function clustered(statement: string): string {
  const table = /^CREATE TABLE `(?:__new_)?(\w+)`/.exec(statement)?.[1] as TableName | undefined
  const rules: TableRules | undefined = table && TABLES[table]
  if (table && !rules) throw new Error(`say in tables.ts how the rows of ${table} may change`)
  return rules?.clustered ? statement.replace(/\);$/, ') WITHOUT ROWID;') : statement
}

function write(statements: string[]): void {
  if (drizzled.length === 0) kit('--custom')
  const file = join(
    FOLDER,
    readdirSync(FOLDER)
      .filter((one) => one.endsWith('.sql'))
      .sort()
      .at(-1)!,
  )
  writeFileSync(file, `${statements.join(BREAK)}\n`)
  console.log(`${statements.length} statements in ${file}`)
}
