PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_evidence` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activityId` integer NOT NULL,
	`cutId` integer NOT NULL,
	`personId` integer NOT NULL,
	`kind` text NOT NULL,
	`url` text,
	`fileId` text,
	`mediaGroupId` text,
	`state` text NOT NULL,
	`storedName` text,
	`mime` text,
	`bytes` integer,
	`sha256` text,
	`moment` integer NOT NULL,
	`recordedAt` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind" CHECK("__new_evidence"."kind" in ('file', 'link')),
	CONSTRAINT "evidence_state" CHECK("__new_evidence"."state" in ('fetching', 'stored', 'refused', 'voided')),
	CONSTRAINT "evidence_link" CHECK(("__new_evidence"."kind" = 'link') = ("__new_evidence"."url" is not null)),
	CONSTRAINT "evidence_stored_whole" CHECK("__new_evidence"."state" <> 'stored' or "__new_evidence"."kind" = 'link' or ("__new_evidence"."storedName" is not null and "__new_evidence"."sha256" is not null))
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_evidence`("id", "activityId", "cutId", "personId", "kind", "url", "fileId", "mediaGroupId", "state", "storedName", "mime", "bytes", "sha256", "moment", "recordedAt") SELECT "id", "activityId", "cutId", "personId", "kind", "url", "fileId", "mediaGroupId", "state", "storedName", "mime", "bytes", "sha256", "moment", "moment" FROM `evidence`;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `evidence_cut` ON `evidence` (`cutId`);--> statement-breakpoint
CREATE INDEX `evidence_activity` ON `evidence` (`activityId`,`cutId`);--> statement-breakpoint
CREATE INDEX `evidence_album` ON `evidence` (`personId`,`mediaGroupId`);--> statement-breakpoint
CREATE INDEX `evidence_person` ON `evidence` (`personId`,`cutId`);--> statement-breakpoint
CREATE INDEX `evidence_bytes` ON `evidence` (`sha256`);