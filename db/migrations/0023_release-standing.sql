CREATE TABLE `release_acknowledgement` (
	`release_id` integer NOT NULL,
	`person_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`release_id`, `person_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release_issuing` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`problem` text,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_issuing_problem" CHECK("release_issuing"."problem" is null or "release_issuing"."problem" in ('not-protected', 'needs-agreement', 'nobody-to-receive', 'changed', 'ledger-damaged', 'file-differs', 'not-allowed', 'disk-full', 'interrupted', 'other'))
);
--> statement-breakpoint
CREATE TABLE `release_supersession` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`superseded_id` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`superseded_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_supersession_two" CHECK("release_supersession"."release_id" <> "release_supersession"."superseded_id")
);
--> statement-breakpoint
CREATE TABLE `release_withdrawal` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`reason` text NOT NULL,
	`confirmed` integer NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_withdrawal_reason" CHECK(length("release_withdrawal"."reason") > 0),
	CONSTRAINT "release_withdrawal_confirmed" CHECK("release_withdrawal"."confirmed" in (0, 1))
);
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issuing-begun', 'release.issuing-failed', 'release.issued', 'release.withdrawn', 'release.acknowledged', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
	CONSTRAINT "trail_subject_kind" CHECK("__new_trail"."subject_kind" in ('project', 'place', 'indicator', 'breakdown', 'person', 'submission', 'period', 'setting', 'release')),
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
