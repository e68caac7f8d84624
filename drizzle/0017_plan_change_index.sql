DROP INDEX `plan_change_waiting`;--> statement-breakpoint
CREATE INDEX `plan_change_waiting` ON `plan_change` (`outcome`) WHERE "plan_change"."outcome" is null;