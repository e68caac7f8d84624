CREATE TABLE `appointment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` integer NOT NULL,
	`office` text NOT NULL,
	`at` integer NOT NULL,
	`appointedBy` integer,
	`agreedBy` integer,
	`alone` integer NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`appointedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agreedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "appointment_office" CHECK("appointment"."office" in ('mayor', 'coordinator', 'control')),
	CONSTRAINT "appointment_alone" CHECK("appointment"."alone" = 0 or "appointment"."appointedBy" is not null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `appointment_of` ON `appointment` (`personId`,`office`,`id`);--> statement-breakpoint
CREATE TABLE `office_change` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`askedBy` integer NOT NULL,
	`askedAt` integer NOT NULL,
	`expiresAt` integer NOT NULL,
	`personId` integer NOT NULL,
	`enrolledAt` integer,
	`invitationId` integer,
	`account` integer,
	`accountName` text,
	`consentVersion` text,
	`office` text,
	`instead` text,
	`fromDay` text,
	`untilDay` text,
	`outcome` text,
	`decidedBy` integer,
	`decidedAt` integer,
	FOREIGN KEY (`askedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invitationId`) REFERENCES `invitation`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "office_change_kind" CHECK("office_change"."kind" in ('account', 'holder')),
	CONSTRAINT "office_change_office" CHECK(("office_change"."kind" = 'holder') = ("office_change"."office" is not null)),
	CONSTRAINT "office_change_offices" CHECK("office_change"."office" in ('mayor', 'coordinator', 'control')),
	CONSTRAINT "office_change_account" CHECK("office_change"."account" is null or "office_change"."outcome" is null),
	CONSTRAINT "office_change_outcome" CHECK("office_change"."outcome" in ('agreed', 'refused', 'withdrawn', 'expired', 'void')),
	CONSTRAINT "office_change_decided" CHECK(("office_change"."outcome" is null) = ("office_change"."decidedAt" is null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `office_change_waiting` ON `office_change` (`personId`) WHERE "office_change"."outcome" is null;--> statement-breakpoint
ALTER TABLE `outbox` ADD `officeChangeId` integer REFERENCES office_change(id);--> statement-breakpoint
ALTER TABLE `presentation` ADD `appointedBy` integer REFERENCES person(id);--> statement-breakpoint
INSERT INTO `appointment` (`personId`, `office`, `at`, `appointedBy`, `alone`)
  SELECT `personId`, json_extract(`after`, '$.office'), `at`, `actorId`, `actorId` IS NOT NULL FROM `audit`
    WHERE `act` = 'assigned' AND json_extract(`after`, '$.office') IS NOT NULL ORDER BY `id`;
