CREATE TABLE `row_reason` (
	`submission_fact_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`version` integer NOT NULL,
	`reason` text NOT NULL,
	`confirmed` integer NOT NULL,
	PRIMARY KEY(`submission_fact_id`, `indicator_id`),
	FOREIGN KEY (`submission_fact_id`) REFERENCES `submission_fact`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "row_reason_version" CHECK("row_reason"."version" >= 1),
	CONSTRAINT "row_reason_text" CHECK(length(trim("row_reason"."reason")) > 0),
	CONSTRAINT "row_reason_confirmed" CHECK("row_reason"."confirmed" in (0, 1))
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `__new_comment` (
	`id` integer PRIMARY KEY NOT NULL,
	`submission_id` integer NOT NULL,
	`indicator_id` integer,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`text` text NOT NULL,
	`asks` integer DEFAULT false NOT NULL,
	`confirmed` integer NOT NULL,
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "comment_text" CHECK(length(trim("__new_comment"."text")) > 0),
	CONSTRAINT "comment_asks" CHECK("__new_comment"."asks" in (0, 1)),
	CONSTRAINT "comment_confirmed" CHECK("__new_comment"."confirmed" in (0, 1))
);
--> statement-breakpoint
INSERT INTO `__new_comment`("id", "submission_id", "indicator_id", "at", "by_id", "text", "asks", "confirmed") SELECT "id", "submission_id", "indicator_id", "at", "by_id", "text", 0, "confirmed" FROM `comment`;
--> statement-breakpoint
DROP TABLE `comment`;
--> statement-breakpoint
ALTER TABLE `__new_comment` RENAME TO `comment`;
--> statement-breakpoint
CREATE INDEX `comment_submission` ON `comment` (`submission_id`);
