/*
 * `npm run migration -- NAME`: writes the migration from what the migrations make to what the schema (schema/) says.
 * drizzle-kit writes the tables and indexes; it does not know of tables without a rowid (tables.ts). Triggers are made from
 * their list when a database is opened (migrate.ts). Read what was written before you keep it: rows may have to be changed too.
 */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { TABLES, type TableName, type TableRules } from './tables.ts'

const FOLDER = join(import.meta.dirname, 'migrations')
const BREAK = '\n--> statement-breakpoint\n'

const [name] = process.argv.slice(2)
if (!name) throw new Error('Say what the migration does: npm run migration -- close-quarters-once')

const known = new Set(filesNow())
execFileSync('drizzle-kit', ['generate', '--name', name], { stdio: 'inherit', cwd: join(FOLDER, '../..') })
const made = filesNow().find((file) => !known.has(file))
if (made) rewrite(join(FOLDER, made))
else console.log('Nothing to migrate.')

function filesNow(): string[] {
  return readdirSync(FOLDER).filter((file) => file.endsWith('.sql'))
}

function rewrite(file: string): void {
  const statements = readFileSync(file, 'utf8')
    .split('--> statement-breakpoint')
    .map((statement) => statement.trim())
    // Keys are let go and looked at by migrate.ts: inside a transaction these would do nothing.
    .filter((statement) => !/^PRAGMA foreign_keys/.test(statement))
  writeFileSync(file, `${statements.map(clustered).join(BREAK)}\n`)
  console.log(`${statements.length} statements in ${file}`)
}

function clustered(statement: string): string {
  const table = /^CREATE TABLE `(?:__new_)?(\w+)`/.exec(statement)?.[1] as TableName | undefined
  const rules: TableRules | undefined = table && TABLES[table]
  if (table && !rules) throw new Error(`say in tables.ts how the rows of ${table} may change`)
  return rules?.clustered ? statement.replace(/\);$/, ') WITHOUT ROWID;') : statement
}
