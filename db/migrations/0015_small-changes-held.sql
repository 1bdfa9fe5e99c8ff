CREATE TABLE `__new_trail` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`detail` text NOT NULL,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "trail_verb" CHECK("__new_trail"."verb" in ('project.loaded', 'project.replanned', 'place.changed', 'indicator.redefined', 'indicator.retired', 'indicator.breakdown-changed', 'breakdown.category-listed', 'breakdown.category-ended', 'assignment.handed-over', 'assignment.handover-withdrawn', 'person.added', 'person.corrected', 'person.disabled', 'person.enabled', 'person.password-changed', 'person.password-refused', 'person.language-changed', 'person.signed-in', 'person.signed-out', 'person.session-ended', 'person.sign-in-failed', 'submission.saved', 'submission.submitted', 'submission.returned', 'submission.approved', 'submission.reopened', 'submission.commented', 'period.closed', 'period.reopened', 'setting.changed', 'release.drafted', 'release.protected', 'release.protection-failed', 'release.protection-restarted', 'release.explanations-chosen', 'release.small-changes-chosen', 'release.approved', 'release.issued', 'release.downloaded', 'release.discarded', 'release.narrative-chosen')),
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
CREATE TABLE `__new_release` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`donor` text NOT NULL,
	`audience` text NOT NULL,
	`threshold` integer NOT NULL,
	`language` text NOT NULL,
	`from_quarter` integer NOT NULL,
	`to_quarter` integer NOT NULL,
	`layout` text NOT NULL,
	`as_at` integer NOT NULL,
	`small_changes` text DEFAULT 'hide' NOT NULL,
	`state` text NOT NULL,
	`failure_code` text,
	`failure_about` text,
	`plan` text,
	`preview` text,
	`uncovers` integer DEFAULT 0 NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` integer,
	`issued_at` integer,
	`issued_by` integer,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_audience" CHECK("__new_release"."audience" in ('donor', 'public')),
	CONSTRAINT "release_language" CHECK("__new_release"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "release_state" CHECK("__new_release"."state" in ('protecting', 'protected', 'failed', 'issued')),
	CONSTRAINT "release_small_changes" CHECK("__new_release"."small_changes" in ('hold', 'hide')),
	CONSTRAINT "release_uncovers" CHECK("__new_release"."uncovers" >= 0),
	CONSTRAINT "release_failure_code" CHECK("__new_release"."failure_code" in ('solver-failed', 'out-of-time', 'interrupted', 'ledger-damaged', 'earlier-disagrees', 'small-must-show', 'does-not-add-up', 'not-whole', 'more-than-all', 'not-known', 'nothing', 'all-small', 'other')),
	CONSTRAINT "release_failed" CHECK(("__new_release"."state" = 'failed') = ("__new_release"."failure_code" is not null)),
	CONSTRAINT "release_failure_about" CHECK("__new_release"."failure_about" is null or "__new_release"."failure_code" is not null),
	CONSTRAINT "release_threshold" CHECK("__new_release"."threshold" >= 5),
	CONSTRAINT "release_from" CHECK("__new_release"."from_quarter" between 7960 and 8403),
	CONSTRAINT "release_to" CHECK("__new_release"."to_quarter" between 7960 and 8403),
	CONSTRAINT "release_plan" CHECK("__new_release"."plan" is null or json_valid("__new_release"."plan")),
	CONSTRAINT "release_preview" CHECK("__new_release"."preview" is null or json_valid("__new_release"."preview")),
	CONSTRAINT "release_span" CHECK("__new_release"."to_quarter" >= "__new_release"."from_quarter"),
	CONSTRAINT "release_layout" CHECK(json_valid("__new_release"."layout")),
	CONSTRAINT "release_issued" CHECK(("__new_release"."state" = 'issued') = ("__new_release"."issued_at" is not null))
);
--> statement-breakpoint
INSERT INTO `__new_release`("id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", "small_changes", "state", "failure_code", "failure_about", "plan", "preview", "uncovers", "created_at", "created_by", "issued_at", "issued_by") SELECT "id", "title", "donor", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", 'hide', "state", "failure_code", "failure_about", "plan", "preview", 0, "created_at", "created_by", "issued_at", "issued_by" FROM `release`;
--> statement-breakpoint
DROP TABLE `release`;
--> statement-breakpoint
ALTER TABLE `__new_release` RENAME TO `release`;
--> statement-breakpoint
CREATE TABLE `__new_release_figure` (
	`release_id` integer NOT NULL,
	`figure_id` text NOT NULL,
	`indicator_id` integer NOT NULL,
	`atoms` text NOT NULL,
	`shown` real,
	`mark` text,
	`withheld` text,
	PRIMARY KEY(`release_id`, `figure_id`),
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_figure_atoms" CHECK(json_valid("__new_release_figure"."atoms")),
	CONSTRAINT "release_figure_withheld" CHECK("__new_release_figure"."withheld" is null or json_valid("__new_release_figure"."withheld")),
	CONSTRAINT "release_figure_shown" CHECK(("__new_release_figure"."shown" is null) = ("__new_release_figure"."mark" is not null))
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_release_figure`("release_id", "figure_id", "indicator_id", "atoms", "shown", "mark", "withheld") SELECT "release_id", "figure_id", "indicator_id", "atoms", "shown", "mark", null FROM `release_figure`;
--> statement-breakpoint
DROP TABLE `release_figure`;
--> statement-breakpoint
ALTER TABLE `__new_release_figure` RENAME TO `release_figure`;
--> statement-breakpoint
CREATE INDEX `release_figure_indicator` ON `release_figure` (`indicator_id`);
