CREATE TABLE `failed_attempt` (
	`of_hash` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	`forgotten_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `session` DROP COLUMN `data`;
