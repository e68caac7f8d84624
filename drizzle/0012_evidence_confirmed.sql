ALTER TABLE `evidence` ADD `sentAs` text;--> statement-breakpoint
ALTER TABLE `evidence` ADD `confirmedIn` integer;--> statement-breakpoint
CREATE INDEX `evidence_confirmed` ON `evidence` (`confirmedIn`) WHERE "evidence"."confirmedIn" is not null;