CREATE TABLE `release_deviation` (
	`release_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`text_vi` text,
	`text_en` text,
	`confirmed` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	PRIMARY KEY(`release_id`, `indicator_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_deviation_text" CHECK(length(trim(coalesce("release_deviation"."text_vi", '') || coalesce("release_deviation"."text_en", ''))) > 0),
	CONSTRAINT "release_deviation_confirmed" CHECK("release_deviation"."confirmed" in (0, 1))
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.reminders-chosen', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'person.token-made', 'person.token-revoked', 'person.reminded', 'person.reminder-given-up', 'submission.saved', 'submission.submitted', 'submission.withdrawn', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'submission.evidence-added', 'submission.evidence-removed', 'partner.sheet-mapped', 'result.scored', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.deviations-explained', 'release.small-changes-chosen', 'release.approved', 'release.issuing-begun', 'release.issuing-failed', 'release.issued', 'release.withdrawn', 'release.acknowledged', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
	CONSTRAINT "trail_subject_kind" CHECK("__new_trail"."subject_kind" in ('project', 'place', 'result', 'indicator', 'breakdown', 'partner', 'person', 'submission', 'period', 'setting', 'release')),
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
CREATE TABLE `__new_release_issuing` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`problem` text,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_issuing_problem" CHECK("__new_release_issuing"."problem" is null or "__new_release_issuing"."problem" in ('not-protected', 'needs-agreement', 'unexplained', 'nobody-to-receive', 'changed', 'ledger-damaged', 'file-differs', 'not-allowed', 'disk-full', 'interrupted', 'other'))
);
--> statement-breakpoint
INSERT INTO `__new_release_issuing`("release_id", "at", "by_id", "problem") SELECT "release_id", "at", "by_id", "problem" FROM `release_issuing`;
--> statement-breakpoint
DROP TABLE `release_issuing`;
--> statement-breakpoint
ALTER TABLE `__new_release_issuing` RENAME TO `release_issuing`;
--> statement-breakpoint
CREATE TABLE `__new_workbook_layout` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`usual` text NOT NULL,
	`sheets` text NOT NULL,
	`columns` text NOT NULL,
	`deviations` text DEFAULT '{"below":"red","above":120}' NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "workbook_layout_usual" CHECK(json_valid("__new_workbook_layout"."usual")),
	CONSTRAINT "workbook_layout_sheets" CHECK(json_array_length("__new_workbook_layout"."sheets") > 0),
	CONSTRAINT "workbook_layout_deviations" CHECK(json_valid("__new_workbook_layout"."deviations")),
	CONSTRAINT "workbook_layout_columns" CHECK(json_array_length("__new_workbook_layout"."columns") > 0)
);
--> statement-breakpoint
INSERT INTO `__new_workbook_layout`("code", "name_vi", "name_en", "usual", "sheets", "columns", "position") SELECT "code", "name_vi", "name_en", "usual", "sheets", "columns", "position" FROM `workbook_layout`;
--> statement-breakpoint
DROP TABLE `workbook_layout`;
--> statement-breakpoint
ALTER TABLE `__new_workbook_layout` RENAME TO `workbook_layout`;
