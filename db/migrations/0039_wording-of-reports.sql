CREATE TABLE `release_wording` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`packed` blob NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_wording_packed" CHECK(length("release_wording"."packed") > 0)
);
