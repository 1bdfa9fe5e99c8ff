import type Database from 'better-sqlite3'

/** Rows of tables that came after the released database was written: each kind that there can be. */
export function addLaterRows(released: Database.Database): void {
  released.exec("insert into opening (mode, at) values ('production', 1)")
  released.exec("insert into phase values ('one', '', '', 8080, 8083, 0, null)")
  released.exec(
    'insert into base_relation select max(id), min(id), 0, 1 from indicator union all select max(id), min(id), 1, null from indicator',
  )
  released.exec(
    "insert into validation_rule select max(id), 'value', min(id), 'place', 'quarter', '', '', 0, 1 from indicator union all select max(id), 'value', min(id), 'place', 'quarter', '', '', 1, null from indicator",
  )
  released.exec("insert into doubt_note select min(id), 'much-more', 'Đúng', 0 from submission_fact")
  released.exec("insert into reminder select 1, min(id), 'due', 0, 0, 0, 0, 1, null, null from person")
  released.exec(
    "insert into reminder_item select p.id, 'due', s.partner_id, s.place_id, s.quarter, '2022-01-15', 1 from submission s, person p limit 1",
  )
  released.exec(
    "insert into row_reason select min(f.id), min(i.id), 1, 1, 'Xem lại', 0 from submission_fact f, indicator i",
  )
  released.exec(
    `insert into api_token select 1, min(id), 'Bảng', '${'0'.repeat(64)}', 'abcd', 0, 1, null, 1, min(id) from person`,
  )
  released.exec("insert into api_token_scope values (1, 'figures')")
  released.exec(
    "insert into evidence select 1, s.id, i.id, '0', 'a', 'pdf', 1, 0, p.id, 0 from submission s, indicator i, person p limit 1",
  )
  released.exec("insert into remark select s.id, i.id, 'Xem sổ' from submission s, indicator i limit 1")
  released.exec(
    'insert into remark_revision select v.submission_id, v.version, min(i.id), null from submission_version v, indicator i where v.version > 1 limit 1',
  )
  released.exec("insert into own_sheet select 1, pa.id, 'S', '{}', 0, p.id, null from partner pa, person p limit 1")
  released.exec('insert into evidence_removal select 1, 0, min(id) from person')
  released.exec('insert into declined_relation select max(id), min(id), 0 from indicator')
  addToReport(released)
}

/** What reports did not have when it was written is put beside one that was issued, where nothing is added any more. */
function addToReport(released: Database.Database): void {
  const guards = released.prepare(
    `select name, sql from sqlite_master where type = 'trigger'
     and tbl_name in ('release_deviation', 'release_evidence', 'release_reason', 'release_next_report', 'release_file', 'release_form', 'release_wording', 'release_issuing', 'release_supersession')`,
  )
  const triggers = guards.all() as { name: string; sql: string }[]
  for (const { name } of triggers) released.exec(`drop trigger "${name}"`)
  released.prepare('insert into release_file values (1, ?, ?, ?)').run(Buffer.from('PK'), '0'.repeat(64), null)
  released.prepare("insert into release_form values (1, 'iati', ?, ?)").run(Buffer.from('PK'), '0'.repeat(64))
  released.prepare('insert into release_wording values (1, ?)').run(Buffer.from('{}'))
  released.exec(`insert into release_deviation select 1, min(id), 'Mưa bão', null, 0, 1, 1 from indicator;
    insert into release_evidence select 1, min(id), 0, 1, 1 from evidence;
    insert into release_reason select 1, min(id), 0, 1, 1 from submission_fact;
    insert into release_next_report values (1, '2022-04-15', 1, 1);
    insert into release_issuing values (1, 1, 1, null);
    insert into release_supersession values (1, 2)`)
  for (const { sql } of triggers) released.exec(sql)
  released.exec(`insert into result_score values (1, 8087, 1, 'A', 'Met', 0, 1);
    insert into release_withdrawal values (1, 1, 1, 'Wrong', 0);
    insert into release_acknowledgement values (1, 1, 1)`)
}
