ALTER TABLE `outbox` ADD `notice` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `planId` integer REFERENCES plan(id);--> statement-breakpoint
ALTER TABLE `outbox` ADD `cutId` integer REFERENCES cut(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `activityId` integer REFERENCES activity(id);--> statement-breakpoint
ALTER TABLE `outbox` ADD `reportId` integer REFERENCES report(id);--> statement-breakpoint
ALTER TABLE `outbox` ADD `assignmentId` integer REFERENCES assignment(id) ON DELETE set null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `presentationId` integer REFERENCES presentation(id);--> statement-breakpoint
ALTER TABLE `outbox` ADD `verificationId` integer REFERENCES verification(id);--> statement-breakpoint
ALTER TABLE `outbox` ADD `day` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `variant` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `part` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `supersededBy` integer REFERENCES outbox(id);--> statement-breakpoint
CREATE INDEX `outbox_waiting` ON `outbox` (`notice`,`personId`) WHERE "outbox"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX `outbox_reminder` ON `outbox` (`personId`,`day`) WHERE "outbox"."kind" = 'reminder';--> statement-breakpoint
CREATE INDEX `outbox_superseded` ON `outbox` (`supersededBy`) WHERE "outbox"."supersededBy" is not null;--> statement-breakpoint
CREATE INDEX `outbox_report` ON `outbox` (`reportId`) WHERE "outbox"."reportId" is not null;