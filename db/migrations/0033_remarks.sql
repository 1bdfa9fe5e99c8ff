CREATE TABLE `remark` (
	`submission_id` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`text` text NOT NULL,
	PRIMARY KEY(`submission_id`, `indicator_id`),
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "remark_text" CHECK(length(trim("remark"."text")) > 0)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `remark_revision` (
	`submission_id` integer NOT NULL,
	`version` integer NOT NULL,
	`indicator_id` integer NOT NULL,
	`text` text,
	PRIMARY KEY(`submission_id`, `version`, `indicator_id`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`submission_id`,`version`) REFERENCES `submission_version`(`submission_id`,`version`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "remark_revision_later" CHECK("remark_revision"."version" > 1)
) WITHOUT ROWID;
