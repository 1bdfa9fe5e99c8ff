CREATE TABLE `__new_submission_version` (
	`submission_id` integer NOT NULL,
	`version` integer NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer,
	`sitting` integer,
	PRIMARY KEY(`submission_id`, `version`),
	FOREIGN KEY (`submission_id`) REFERENCES `submission`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "submission_version_nth" CHECK("__new_submission_version"."version" >= 1),
	CONSTRAINT "submission_version_sitting" CHECK("__new_submission_version"."sitting" between 1 and "__new_submission_version"."version")
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_submission_version`("submission_id", "version", "at", "by_id", "sitting") SELECT "submission_id", "version", "at", "by_id", null FROM `submission_version`;
--> statement-breakpoint
DROP TABLE `submission_version`;
--> statement-breakpoint
ALTER TABLE `__new_submission_version` RENAME TO `submission_version`;
