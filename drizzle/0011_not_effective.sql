PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_verification` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reportId` integer NOT NULL,
	`verdict` text NOT NULL,
	`progress` integer,
	`remark` text,
	`personId` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verification_verdict" CHECK("__new_verification"."verdict" in ('endorsed', 'observed', 'ineffective')),
	CONSTRAINT "verification_progress" CHECK("__new_verification"."progress" between 0 and 1000),
	CONSTRAINT "verification_remark" CHECK("__new_verification"."verdict" = 'endorsed' or length("__new_verification"."remark") > 0)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_verification`("id", "reportId", "verdict", "progress", "remark", "personId", "at") SELECT "id", "reportId", "verdict", "progress", "remark", "personId", "at" FROM `verification`;--> statement-breakpoint
DROP TABLE `verification`;--> statement-breakpoint
ALTER TABLE `__new_verification` RENAME TO `verification`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `verification_report` ON `verification` (`reportId`,`id`);