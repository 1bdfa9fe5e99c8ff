CREATE TABLE `release_file` (
	`release_id` integer PRIMARY KEY NOT NULL,
	`bytes` blob NOT NULL,
	`sha256` text NOT NULL,
	FOREIGN KEY (`release_id`) REFERENCES `release`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "release_file_bytes" CHECK(length("release_file"."bytes") > 0),
	CONSTRAINT "release_file_sha256" CHECK(length("release_file"."sha256") = 64)
);
