ALTER TABLE `activity` ADD `programmed` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `measure` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `yearAmount` real;--> statement-breakpoint
ALTER TABLE `activity` ADD `keeps` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `report` ADD `amount` real;