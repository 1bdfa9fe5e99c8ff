CREATE TABLE `__new_release` (
	`id` integer PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`donor` text NOT NULL,
	`donor_code` text,
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
	FOREIGN KEY (`donor_code`) REFERENCES `donor`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_audience" CHECK("__new_release"."audience" in ('donor', 'public')),
	CONSTRAINT "release_language" CHECK("__new_release"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "release_state" CHECK("__new_release"."state" in ('protecting', 'protected', 'failed', 'issued')),
	CONSTRAINT "release_small_changes" CHECK("__new_release"."small_changes" in ('hold', 'hide')),
	CONSTRAINT "release_uncovers" CHECK("__new_release"."uncovers" >= 0),
	CONSTRAINT "release_failure_code" CHECK("__new_release"."failure_code" in ('solver-failed', 'out-of-time', 'interrupted', 'ledger-damaged', 'earlier-disagrees', 'small-must-show', 'does-not-add-up', 'not-whole', 'more-than-all', 'not-known', 'relation-untrue', 'nothing', 'all-small', 'other')),
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
INSERT INTO `__new_release`("id", "title", "donor", "donor_code", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", "small_changes", "state", "failure_code", "failure_about", "plan", "preview", "uncovers", "created_at", "created_by", "issued_at", "issued_by") SELECT "id", "title", "donor", "donor_code", "audience", "threshold", "language", "from_quarter", "to_quarter", "layout", "as_at", "small_changes", "state", "failure_code", "failure_about", "plan", "preview", "uncovers", "created_at", "created_by", "issued_at", "issued_by" FROM `release`;
--> statement-breakpoint
DROP TABLE `release`;
--> statement-breakpoint
ALTER TABLE `__new_release` RENAME TO `release`;
