CREATE TABLE `release_next_report` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`day` text NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_next_report_day" CHECK("release_next_report"."day" is date("release_next_report"."day"))
);
--> statement-breakpoint
CREATE TABLE `release_evidence` (
	`release_id` integer NOT NULL,
	`evidence_id` integer NOT NULL,
	`confirmed` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	PRIMARY KEY(`release_id`, `evidence_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_evidence_confirmed" CHECK("release_evidence"."confirmed" in (0, 1))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release_reason` (
	`release_id` integer NOT NULL,
	`submission_fact_id` integer NOT NULL,
	`confirmed` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	PRIMARY KEY(`release_id`, `submission_fact_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_fact_id`) REFERENCES `submission_fact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_reason_confirmed" CHECK("release_reason"."confirmed" in (0, 1))
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'project.published', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.reminders-chosen', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'person.token-made', 'person.token-revoked', 'person.reminded', 'person.reminder-given-up', 'submission.saved', 'submission.submitted', 'submission.withdrawn', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'submission.evidence-added', 'submission.evidence-removed', 'partner.sheet-mapped', 'result.scored', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.deviations-explained', 'release.evidence-chosen', 'release.reasons-chosen', 'release.next-report-set', 'release.small-changes-chosen', 'release.approved', 'release.issuing-begun', 'release.issuing-failed', 'release.issued', 'release.withdrawn', 'release.acknowledged', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
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
CREATE TABLE `__new_setting` (
	`name` text NOT NULL,
	`valid_from` integer NOT NULL,
	`valid_to` integer,
	`value` text NOT NULL,
	PRIMARY KEY(`name`, `valid_from`),
	CONSTRAINT "setting_name" CHECK("__new_setting"."name" in ('rag', 'fiscalStartMonth', 'contact')),
	CONSTRAINT "setting_value" CHECK(json_valid("__new_setting"."value")),
	CONSTRAINT "setting_interval" CHECK("__new_setting"."valid_to" is null or "__new_setting"."valid_to" > "__new_setting"."valid_from")
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_setting`("name", "valid_from", "valid_to", "value") SELECT "name", "valid_from", "valid_to", "value" FROM `setting`;
--> statement-breakpoint
DROP TABLE `setting`;
--> statement-breakpoint
ALTER TABLE `__new_setting` RENAME TO `setting`;
--> statement-breakpoint
CREATE TABLE `__new_release_issuing` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`problem` text,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_issuing_problem" CHECK("__new_release_issuing"."problem" is null or "__new_release_issuing"."problem" in ('not-protected', 'needs-agreement', 'unexplained', 'nobody-to-receive', 'evidence-removed', 'changed', 'ledger-damaged', 'file-differs', 'not-allowed', 'clock-behind', 'disk-full', 'interrupted', 'other'))
);
--> statement-breakpoint
INSERT INTO `__new_release_issuing`("release_id", "at", "by_id", "problem") SELECT "release_id", "at", "by_id", "problem" FROM `release_issuing`;
--> statement-breakpoint
DROP TABLE `release_issuing`;
--> statement-breakpoint
ALTER TABLE `__new_release_issuing` RENAME TO `release_issuing`;
