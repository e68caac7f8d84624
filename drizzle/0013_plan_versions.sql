CREATE TABLE `plan_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`planId` integer NOT NULL,
	`askedBy` integer NOT NULL,
	`askedAt` integer NOT NULL,
	`changes` text NOT NULL,
	`why` text NOT NULL,
	`outcome` text,
	`decidedBy` integer,
	`decidedAt` integer,
	FOREIGN KEY (`planId`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`askedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_change_outcome" CHECK("plan_change"."outcome" in ('accepted', 'refused', 'withdrawn', 'void')),
	CONSTRAINT "plan_change_decided" CHECK(("plan_change"."outcome" is null) = ("plan_change"."decidedAt" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `plan_change_waiting` ON `plan_change` (`planId`) WHERE outcome is null;--> statement-breakpoint
CREATE TABLE `plan_version` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`planId` integer NOT NULL,
	`number` integer NOT NULL,
	`acceptedAt` integer NOT NULL,
	`personId` integer,
	`fromDate` text,
	`changeId` integer,
	FOREIGN KEY (`planId`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`changeId`) REFERENCES `plan_change`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "plan_version_first" CHECK(("plan_version"."number" = 1) = ("plan_version"."fromDate" is null)),
	CONSTRAINT "plan_version_change" CHECK(("plan_version"."number" = 1) = ("plan_version"."changeId" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_version_identity` ON `plan_version` (`planId`,`number`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `planChangeId` integer REFERENCES plan_change(id);--> statement-breakpoint
ALTER TABLE `plan` ADD `mayorAcceptsChanges` integer DEFAULT false NOT NULL;