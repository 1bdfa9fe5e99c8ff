CREATE TABLE `workbook_layout` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`usual` text NOT NULL,
	`sheets` text NOT NULL,
	`columns` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "workbook_layout_usual" CHECK(json_valid("workbook_layout"."usual")),
	CONSTRAINT "workbook_layout_sheets" CHECK(json_array_length("workbook_layout"."sheets") > 0),
	CONSTRAINT "workbook_layout_columns" CHECK(json_array_length("workbook_layout"."columns") > 0)
);
--> statement-breakpoint
CREATE TABLE `result_score` (
	`result_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`at` integer NOT NULL,
	`score` text NOT NULL,
	`reason` text NOT NULL,
	`confirmed` integer NOT NULL,
	`by_id` integer NOT NULL,
	PRIMARY KEY(`result_id`, `quarter`, `at`),
	FOREIGN KEY (`result_id`) REFERENCES `result`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "result_score_quarter" CHECK("result_score"."quarter" between 7960 and 8403),
	CONSTRAINT "result_score_score" CHECK("result_score"."score" in ('A++', 'A+', 'A', 'B', 'C')),
	CONSTRAINT "result_score_reason" CHECK(length("result_score"."reason") > 0),
	CONSTRAINT "result_score_confirmed" CHECK("result_score"."confirmed" in (0, 1))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_trail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'result.scored', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issuing-begun', 'release.issuing-failed', 'release.issued', 'release.withdrawn', 'release.acknowledged', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
	CONSTRAINT "trail_subject_kind" CHECK("__new_trail"."subject_kind" in ('project', 'place', 'result', 'indicator', 'breakdown', 'person', 'submission', 'period', 'setting', 'release')),
	CONSTRAINT "trail_detail" CHECK(json_valid("__new_trail"."detail"))
);
--> statement-breakpoint
INSERT INTO `__new_trail`("id", "at", "by_id", "verb", "subject_kind", "subject_id", "detail") SELECT "id", "at", "by_id", "verb", "subject_kind", "subject_id", "detail" FROM `trail`;
--> statement-breakpoint
DROP TABLE `trail`;
--> statement-breakpoint
ALTER TABLE `__new_trail` RENAME TO `trail`;
--> statement-breakpoint
CREATE INDEX `trail_subject` ON `trail` (`subject_kind`,`subject_id`);
--> statement-breakpoint
CREATE INDEX `trail_at` ON `trail` (`at`);
--> statement-breakpoint
CREATE TABLE `__new_donor` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`identifier` text,
	`language` text,
	`fiscal_start_month` integer,
	`threshold` integer,
	`rag_green` integer,
	`rag_amber` integer,
	`layout` text,
	`workbook` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`workbook`) REFERENCES `workbook_layout`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "donor_layout" CHECK("__new_donor"."layout" is null or json_valid("__new_donor"."layout")),
	CONSTRAINT "donor_language" CHECK("__new_donor"."language" is null or "__new_donor"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "donor_fiscal_start_month" CHECK("__new_donor"."fiscal_start_month" is null or "__new_donor"."fiscal_start_month" in (1, 4, 7, 10)),
	CONSTRAINT "donor_threshold" CHECK("__new_donor"."threshold" is null or "__new_donor"."threshold" >= 5),
	CONSTRAINT "donor_rag_both" CHECK(("__new_donor"."rag_green" is null) = ("__new_donor"."rag_amber" is null)),
	CONSTRAINT "donor_rag" CHECK("__new_donor"."rag_green" is null or "__new_donor"."rag_amber" < "__new_donor"."rag_green")
);
--> statement-breakpoint
INSERT INTO `__new_donor`("code", "name_vi", "name_en", "identifier", "language", "fiscal_start_month", "threshold", "rag_green", "rag_amber", "layout", "workbook", "position") SELECT "code", "name_vi", "name_en", "identifier", "language", "fiscal_start_month", "threshold", "rag_green", "rag_amber", "layout", NULL, "position" FROM `donor`;
--> statement-breakpoint
DROP TABLE `donor`;
--> statement-breakpoint
ALTER TABLE `__new_donor` RENAME TO `donor`;
--> statement-breakpoint
ALTER TABLE `result` ADD `weight` integer CONSTRAINT "result_weight" CHECK("result"."weight" is null or "result"."weight" between 0 and 100);
--> statement-breakpoint
ALTER TABLE `result` ADD `risk` text CONSTRAINT "result_risk" CHECK("result"."risk" is null or "result"."risk" in ('low', 'medium', 'high'));
