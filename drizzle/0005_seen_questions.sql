ALTER TABLE `question` ADD `shownAt` integer;--> statement-breakpoint
ALTER TABLE `question` ADD `shownMessageId` integer;--> statement-breakpoint
-- What was asked before counts as seen.
UPDATE `question` SET `shownAt` = 0;
