CREATE TABLE `base_relation` (
	`indicator_id` integer NOT NULL,
	`counted_id` integer NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`indicator_id`, `known_from`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "base_relation_two" CHECK("base_relation"."indicator_id" <> "base_relation"."counted_id"),
	CONSTRAINT "base_relation_known" CHECK("base_relation"."known_to" is null or "base_relation"."known_to" > "base_relation"."known_from")
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
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
