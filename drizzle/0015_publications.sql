CREATE TABLE `publication` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cutId` integer NOT NULL,
	`at` integer NOT NULL,
	`address` text NOT NULL,
	`document` text NOT NULL,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `publication_cut` ON `publication` (`cutId`,`id`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_job` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`notBefore` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`settledAt` integer,
	`error` text,
	CONSTRAINT "job_kind" CHECK("__new_job"."kind" in ('evidence', 'render', 'readForm', 'qr', 'account', 'handout')),
	CONSTRAINT "job_state" CHECK("__new_job"."state" in ('waiting', 'done', 'failed'))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_job`("id", "kind", "payload", "state", "attempts", "notBefore", "createdAt", "settledAt", "error") SELECT "id", "kind", "payload", "state", "attempts", "notBefore", "createdAt", "settledAt", "error" FROM `job`;--> statement-breakpoint
DROP TABLE `job`;--> statement-breakpoint
ALTER TABLE `__new_job` RENAME TO `job`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `job_waiting` ON `job` (`state`,`notBefore`);