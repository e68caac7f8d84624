ALTER TABLE `received` ADD `mediaGroupId` text;--> statement-breakpoint
CREATE INDEX `received_album` ON `received` (`chatId`,`mediaGroupId`) WHERE "received"."mediaGroupId" is not null;