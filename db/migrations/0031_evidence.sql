CREATE TABLE `evidence` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`size` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`confirmed` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('pdf', 'jpeg', 'png', 'xlsx', 'docx')),
	CONSTRAINT "evidence_name" CHECK(length(trim("evidence"."name")) > 0),
	CONSTRAINT "evidence_size" CHECK("evidence"."size" > 0),
	CONSTRAINT "evidence_confirmed" CHECK("evidence"."confirmed" in (0, 1))
);
--> statement-breakpoint
CREATE INDEX `evidence_submission` ON `evidence` (`submission_id`);
--> statement-breakpoint
CREATE INDEX `evidence_indicator` ON `evidence` (`indicator_id`);
--> statement-breakpoint
CREATE INDEX `evidence_content_of` ON `evidence` (`sha256`);
--> statement-breakpoint
CREATE TABLE `evidence_content` (
	`sha256` text PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	CONSTRAINT "evidence_content_bytes" CHECK(length("evidence_content"."bytes") > 0),
	CONSTRAINT "evidence_content_sha256" CHECK(length("evidence_content"."sha256") = 64)
);
--> statement-breakpoint
CREATE TABLE `evidence_removal` (
	`evidence_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.reminders-chosen', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'person.token-made', 'person.token-revoked', 'person.reminded', 'person.reminder-given-up', 'submission.saved', 'submission.submitted', 'submission.withdrawn', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'submission.evidence-added', 'submission.evidence-removed', 'result.scored', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issuing-begun', 'release.issuing-failed', 'release.issued', 'release.withdrawn', 'release.acknowledged', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
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
