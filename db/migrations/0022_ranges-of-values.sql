ALTER TABLE `indicator_definition` ADD `least` real;
--> statement-breakpoint
ALTER TABLE `indicator_definition` ADD `most` real;
