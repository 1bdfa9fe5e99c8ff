CREATE TABLE `reminder` (
	`id` integer PRIMARY KEY NOT NULL,
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`reserved_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`begun_at` integer,
	`sent_at` integer,
	`given_up_at` integer,
	`problem` text,
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_kind" CHECK("reminder"."kind" in ('due', 'overdue', 'returned', 'approved', 'to-approve')),
	CONSTRAINT "reminder_problem" CHECK("reminder"."problem" is null or "reminder"."problem" in ('unreachable', 'not-encrypted', 'login-refused', 'refused-for-now', 'refused', 'interrupted', 'not-needed')),
	CONSTRAINT "reminder_ended_once" CHECK("reminder"."sent_at" is null or "reminder"."given_up_at" is null),
	CONSTRAINT "reminder_given_up_why" CHECK("reminder"."given_up_at" is null or "reminder"."problem" is not null),
	CONSTRAINT "reminder_attempts" CHECK("reminder"."attempts" >= 0)
);
--> statement-breakpoint
CREATE INDEX `reminder_open` ON `reminder` (`next_at`) WHERE "reminder"."sent_at" is null and "reminder"."given_up_at" is null;
--> statement-breakpoint
CREATE TABLE `reminder_declined` (
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`person_id`, `kind`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_declined_kind" CHECK("reminder_declined"."kind" in ('due', 'overdue', 'returned', 'approved', 'to-approve'))
);
--> statement-breakpoint
CREATE TABLE `reminder_item` (
	`person_id` integer NOT NULL,
	`kind` text NOT NULL,
	`partner_id` integer NOT NULL,
	`place_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`occasion` text NOT NULL,
	`reminder_id` integer NOT NULL,
	PRIMARY KEY(`person_id`, `kind`, `partner_id`, `place_id`, `quarter`, `occasion`),
	FOREIGN KEY (`person_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reminder_id`) REFERENCES `reminder`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_item_kind" CHECK("reminder_item"."kind" in ('due', 'overdue', 'returned', 'approved', 'to-approve')),
	CONSTRAINT "reminder_item_quarter" CHECK("reminder_item"."quarter" between 7960 and 8403)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `reminder_item_reminder` ON `reminder_item` (`reminder_id`);
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.reminders-chosen', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'person.token-made', 'person.token-revoked', 'person.reminded', 'person.reminder-given-up', 'submission.saved', 'submission.submitted', 'submission.withdrawn', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'result.scored', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issuing-begun', 'release.issuing-failed', 'release.issued', 'release.withdrawn', 'release.acknowledged', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
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
