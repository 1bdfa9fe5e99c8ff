CREATE TABLE `restatement` (
	`indicator_id` integer NOT NULL,
	`quarter` integer NOT NULL,
	`place_id` integer NOT NULL,
	`partner_id` integer NOT NULL,
	`cell_id` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`indicator_id`, `quarter`, `place_id`, `partner_id`, `cell_id`, `at`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `place`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cell_id`) REFERENCES `cell`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "restatement_quarter" CHECK("restatement"."quarter" between 7960 and 8403)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT OR IGNORE INTO `restatement` (`indicator_id`, `quarter`, `place_id`, `partner_id`, `cell_id`, `at`)
WITH first(`quarter`, `place_id`, `partner_id`, `at`) AS MATERIALIZED (
	SELECT `quarter`, `place_id`, `partner_id`, min(`approved_from`) FROM `fact` GROUP BY `quarter`, `place_id`, `partner_id`)
SELECT `indicator_id`, `quarter`, `place_id`, `partner_id`, `cell_id`, `approved_to` FROM `fact` WHERE `approved_to` IS NOT NULL
UNION SELECT f.`indicator_id`, f.`quarter`, f.`place_id`, f.`partner_id`, f.`cell_id`, f.`approved_from`
FROM `fact` f JOIN first USING (`quarter`, `place_id`, `partner_id`) WHERE f.`approved_from` > first.`at`;
