CREATE TABLE `__new_release_issuing` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`by_id` integer NOT NULL,
	`problem` text,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_issuing_problem" CHECK("__new_release_issuing"."problem" is null or "__new_release_issuing"."problem" in ('not-protected', 'needs-agreement', 'layout-broken', 'unexplained', 'nobody-to-receive', 'evidence-removed', 'changed', 'ledger-damaged', 'file-differs', 'not-allowed', 'clock-behind', 'disk-full', 'interrupted', 'other'))
);
--> statement-breakpoint
INSERT INTO `__new_release_issuing`("release_id", "at", "by_id", "problem") SELECT "release_id", "at", "by_id", "problem" FROM `release_issuing`;
--> statement-breakpoint
DROP TABLE `release_issuing`;
--> statement-breakpoint
ALTER TABLE `__new_release_issuing` RENAME TO `release_issuing`;
