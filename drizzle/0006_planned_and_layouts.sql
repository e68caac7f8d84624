CREATE TABLE `layout` (
	`key` text PRIMARY KEY NOT NULL,
	`answers` text NOT NULL,
	`answeredAt` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `plan_workbook` ADD `answers` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `activity` ADD `planned` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `activity` ADD `executed` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `plan` ADD `numberedByUs` integer DEFAULT false NOT NULL;