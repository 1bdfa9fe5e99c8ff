CREATE TABLE `declined_relation` (
	`indicator_id` integer NOT NULL,
	`counted_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `counted_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "declined_relation_two" CHECK("declined_relation"."indicator_id" <> "declined_relation"."counted_id")
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
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'indicator.related', 'indicator.unrelated', 'indicator.relation-declined', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
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
--> statement-breakpoint
CREATE TABLE `__new_donor` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`identifier` text,
	`language` text NOT NULL,
	`fiscal_start_month` integer,
	`threshold` integer,
	`rag_green` integer,
	`rag_amber` integer,
	`layout` text,
	`position` integer NOT NULL,
	CONSTRAINT "donor_layout" CHECK("__new_donor"."layout" is null or json_valid("__new_donor"."layout")),
	CONSTRAINT "donor_language" CHECK("__new_donor"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "donor_fiscal_start_month" CHECK("__new_donor"."fiscal_start_month" is null or "__new_donor"."fiscal_start_month" in (1, 4, 7, 10)),
	CONSTRAINT "donor_threshold" CHECK("__new_donor"."threshold" is null or "__new_donor"."threshold" >= 5),
	CONSTRAINT "donor_rag_both" CHECK(("__new_donor"."rag_green" is null) = ("__new_donor"."rag_amber" is null)),
	CONSTRAINT "donor_rag" CHECK("__new_donor"."rag_green" is null or "__new_donor"."rag_amber" < "__new_donor"."rag_green")
);
--> statement-breakpoint
INSERT INTO `__new_donor`("code", "name_vi", "name_en", "identifier", "language", "fiscal_start_month", "threshold", "rag_green", "rag_amber", "position") SELECT "code", "name_vi", "name_en", "identifier", "language", "fiscal_start_month", "threshold", "rag_green", "rag_amber", "position" FROM `donor`;
--> statement-breakpoint
DROP TABLE `donor`;
--> statement-breakpoint
ALTER TABLE `__new_donor` RENAME TO `donor`;
