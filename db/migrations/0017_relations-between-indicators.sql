CREATE TABLE `base_relation` (
	`indicator_id` integer NOT NULL,
	`counted_id` integer NOT NULL,
	`known_from` integer NOT NULL,
	`known_to` integer,
	PRIMARY KEY(`indicator_id`, `known_from`),
	FOREIGN KEY (`indicator_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`counted_id`) REFERENCES `indicator`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "base_relation_two" CHECK("base_relation"."indicator_id" <> "base_relation"."counted_id"),
	CONSTRAINT "base_relation_known" CHECK("base_relation"."known_to" is null or "base_relation"."known_to" > "base_relation"."known_from")
) WITHOUT ROWID;
