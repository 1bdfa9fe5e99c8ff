CREATE TABLE `component` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`colour` text NOT NULL,
	`position` integer NOT NULL,
	CONSTRAINT "component_colour" CHECK("component"."colour" in ('blue', 'amber', 'violet', 'green', 'rose', 'slate'))
);
--> statement-breakpoint
CREATE TABLE `partner_kind` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`position` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `place_level` (
	`code` text PRIMARY KEY NOT NULL,
	`depth` integer NOT NULL,
	`one_vi` text NOT NULL,
	`one_en` text NOT NULL,
	`many_vi` text NOT NULL,
	`many_en` text NOT NULL,
	CONSTRAINT "place_level_depth" CHECK("place_level"."depth" >= 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_level_depth_unique` ON `place_level` (`depth`);
--> statement-breakpoint
CREATE TABLE `donor` (
	`code` text PRIMARY KEY NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`identifier` text,
	`language` text NOT NULL,
	`fiscal_start_month` integer,
	`threshold` integer,
	`rag_green` integer,
	`rag_amber` integer,
	`position` integer NOT NULL,
	CONSTRAINT "donor_language" CHECK("donor"."language" in ('vi', 'en', 'both')),
	CONSTRAINT "donor_fiscal_start_month" CHECK("donor"."fiscal_start_month" is null or "donor"."fiscal_start_month" in (1, 4, 7, 10)),
	CONSTRAINT "donor_threshold" CHECK("donor"."threshold" is null or "donor"."threshold" >= 5),
	CONSTRAINT "donor_rag_both" CHECK(("donor"."rag_green" is null) = ("donor"."rag_amber" is null)),
	CONSTRAINT "donor_rag" CHECK("donor"."rag_green" is null or "donor"."rag_amber" < "donor"."rag_green")
);
--> statement-breakpoint
INSERT INTO `place_level` ("code", "depth", "one_vi", "one_en", "many_vi", "many_en") VALUES
	('project', 0, 'dự án', 'project', 'dự án', 'projects'),
	('province', 1, 'tỉnh', 'province', 'các tỉnh', 'provinces'),
	('commune', 2, 'xã', 'commune', 'các xã', 'communes');
--> statement-breakpoint
INSERT INTO `component` ("code", "name_vi", "name_en", "colour", "position") SELECT * FROM (
	SELECT 'prevention' AS `code`, 'Phòng ngừa' AS `name_vi`, 'Prevention' AS `name_en`, 'blue' AS `colour`, 0 AS `position` UNION ALL
	SELECT 'prosecution', 'Truy tố', 'Prosecution', 'amber', 1 UNION ALL
	SELECT 'protection', 'Bảo vệ', 'Protection', 'violet', 2
) WHERE EXISTS (SELECT 1 FROM `project`);
--> statement-breakpoint
INSERT INTO `partner_kind` ("code", "name_vi", "name_en", "position") SELECT * FROM (
	SELECT 'police' AS `code`, 'Công an' AS `name_vi`, 'Police' AS `name_en`, 0 AS `position` UNION ALL
	SELECT 'border guard', 'Bộ đội Biên phòng', 'Border guard', 1 UNION ALL
	SELECT 'womens union', 'Hội Liên hiệp Phụ nữ', 'Women''s Union', 2 UNION ALL
	SELECT 'department of labour', 'Sở Lao động – Thương binh và Xã hội', 'Department of Labour', 3 UNION ALL
	SELECT 'department of health', 'Sở Y tế', 'Department of Health', 4 UNION ALL
	SELECT 'procuracy', 'Viện kiểm sát', 'Procuracy', 5 UNION ALL
	SELECT 'court', 'Tòa án', 'Court', 6 UNION ALL
	SELECT 'legal aid centre', 'Trung tâm trợ giúp pháp lý', 'Legal aid centre', 7 UNION ALL
	SELECT 'ngo', 'Tổ chức phi chính phủ', 'Non-governmental organisation', 8 UNION ALL
	SELECT 'international organisation', 'Tổ chức quốc tế', 'International organisation', 9
) WHERE EXISTS (SELECT 1 FROM `project`);
--> statement-breakpoint
INSERT INTO `donor` ("code", "name_vi", "name_en", "language", "position") SELECT 'donor', "donor_vi", "donor_en", 'both', 0 FROM `project`;
--> statement-breakpoint
CREATE TABLE `__new_partner_name` (
	`partner_id` integer NOT NULL,
	`valid_from` text NOT NULL,
	`valid_to` text,
	`kind` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	PRIMARY KEY(`partner_id`, `valid_from`),
	FOREIGN KEY (`partner_id`) REFERENCES `partner`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kind`) REFERENCES `partner_kind`(`code`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "partner_name_valid_from" CHECK("__new_partner_name"."valid_from" is date("__new_partner_name"."valid_from")),
	CONSTRAINT "partner_name_valid_to" CHECK("__new_partner_name"."valid_to" is date("__new_partner_name"."valid_to")),
	CONSTRAINT "partner_name_interval" CHECK("__new_partner_name"."valid_to" is null or "__new_partner_name"."valid_to" > "__new_partner_name"."valid_from")
);
--> statement-breakpoint
INSERT INTO `__new_partner_name`("partner_id", "valid_from", "valid_to", "kind", "name_vi", "name_en") SELECT "partner_id", "valid_from", "valid_to", "kind", "name_vi", "name_en" FROM `partner_name`;
--> statement-breakpoint
DROP TABLE `partner_name`;
--> statement-breakpoint
ALTER TABLE `__new_partner_name` RENAME TO `partner_name`;
--> statement-breakpoint
CREATE TABLE `__new_place` (
	`id` integer PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`code` text NOT NULL,
	`iso` text,
	`level` text NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`level`) REFERENCES `place_level`(`code`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_place`("id", "slug", "code", "iso", "level", "position") SELECT "id", "slug", "code", "iso", "level", "position" FROM `place`;
--> statement-breakpoint
DROP TABLE `place`;
--> statement-breakpoint
ALTER TABLE `__new_place` RENAME TO `place`;
--> statement-breakpoint
CREATE UNIQUE INDEX `place_slug_unique` ON `place` (`slug`);
--> statement-breakpoint
CREATE INDEX `place_code` ON `place` (`level`,`code`);
--> statement-breakpoint
CREATE TABLE `__new_result` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`level` text NOT NULL,
	`component` text,
	`parent_id` integer,
	`statement_vi` text NOT NULL,
	`statement_en` text NOT NULL,
	`assumption_vi` text,
	`assumption_en` text,
	`position` integer NOT NULL,
	FOREIGN KEY (`component`) REFERENCES `component`(`code`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `result`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "result_level" CHECK("__new_result"."level" in ('impact', 'outcome', 'output')),
	CONSTRAINT "result_impact_has_no_component" CHECK("__new_result"."level" <> 'impact' or "__new_result"."component" is null)
);
--> statement-breakpoint
INSERT INTO `__new_result`("id", "code", "level", "component", "parent_id", "statement_vi", "statement_en", "assumption_vi", "assumption_en", "position") SELECT "id", "code", "level", "component", "parent_id", "statement_vi", "statement_en", "assumption_vi", "assumption_en", "position" FROM `result`;
--> statement-breakpoint
DROP TABLE `result`;
--> statement-breakpoint
ALTER TABLE `__new_result` RENAME TO `result`;
--> statement-breakpoint
CREATE UNIQUE INDEX `result_code_unique` ON `result` (`code`);
--> statement-breakpoint
CREATE TABLE `__new_project` (
	`id` integer PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`name_vi` text NOT NULL,
	`name_en` text NOT NULL,
	`short_vi` text DEFAULT '3P Tracker' NOT NULL,
	`short_en` text DEFAULT '3P Tracker' NOT NULL,
	`lead_vi` text,
	`lead_en` text,
	`due_days` integer DEFAULT 15 NOT NULL,
	`donor_threshold` integer DEFAULT 5 NOT NULL,
	`public_threshold` integer DEFAULT 10 NOT NULL,
	`illustrative` integer NOT NULL,
	CONSTRAINT "project_illustrative" CHECK("__new_project"."illustrative" in (0, 1)),
	CONSTRAINT "project_is_one" CHECK("__new_project"."id" = 1),
	CONSTRAINT "project_lead" CHECK(("__new_project"."lead_vi" is null) = ("__new_project"."lead_en" is null)),
	CONSTRAINT "project_due_days" CHECK("__new_project"."due_days" between 0 and 90),
	CONSTRAINT "project_thresholds" CHECK(5 <= "__new_project"."donor_threshold" and "__new_project"."donor_threshold" <= "__new_project"."public_threshold")
);
--> statement-breakpoint
INSERT INTO `__new_project`("id", "code", "name_vi", "name_en", "lead_vi", "lead_en", "illustrative") SELECT "id", "code", "name_vi", "name_en", 'Theo dõi và đánh giá công tác Phòng ngừa, Truy tố và Bảo vệ trong phòng, chống mua bán người.', 'Monitoring and evaluation of Prevention, Prosecution and Protection against human trafficking.', "illustrative" FROM `project`;
--> statement-breakpoint
DROP TABLE `project`;
--> statement-breakpoint
ALTER TABLE `__new_project` RENAME TO `project`;
--> statement-breakpoint
ALTER TABLE `release` ADD `donor_code` text REFERENCES donor(code);
