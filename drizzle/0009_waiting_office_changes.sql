DROP INDEX `office_change_waiting`;--> statement-breakpoint
CREATE INDEX `office_change_waiting` ON `office_change` (`outcome`) WHERE "office_change"."outcome" is null;