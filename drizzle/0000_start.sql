CREATE TABLE `audit` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`actor` text NOT NULL,
	`actorId` integer,
	`personId` integer,
	`planId` integer,
	`activityId` integer,
	`cutId` integer,
	`before` text,
	`after` text,
	`hash` text NOT NULL,
	CONSTRAINT "audit_actor_known" CHECK(("audit"."actor" = 'person') = ("audit"."actorId" is not null)),
	CONSTRAINT "audit_hash" CHECK(length("audit"."hash") = 64)
) STRICT;
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_person` ON `audit` (`personId`) WHERE "audit"."personId" is not null;--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actorId`);--> statement-breakpoint
CREATE INDEX `audit_cut` ON `audit` (`cutId`,`activityId`);--> statement-breakpoint
CREATE TABLE `question` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` integer NOT NULL,
	`kind` text NOT NULL,
	`activityId` integer,
	`cutId` integer,
	`basedOnReport` integer DEFAULT 0 NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`askedAt` integer NOT NULL,
	`closedAt` integer,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "question_state" CHECK("question"."state" in ('open', 'suspended', 'closed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `question_person` ON `question` (`personId`,`state`);--> statement-breakpoint
CREATE TABLE `received` (
	`chatId` integer NOT NULL,
	`messageId` integer NOT NULL,
	`textHash` text NOT NULL,
	`activityId` integer,
	`cutId` integer,
	`at` integer NOT NULL,
	PRIMARY KEY(`chatId`, `messageId`),
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `received_at` ON `received` (`at`);--> statement-breakpoint
CREATE TABLE `reminder_request` (
	`personId` integer NOT NULL,
	`date` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`personId`, `date`, `reason`),
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_request_reason" CHECK("reminder_request"."reason" in ('snooze', 'outage'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `reminder_request_date` ON `reminder_request` (`date`);--> statement-breakpoint
CREATE TABLE `round` (
	`personId` integer PRIMARY KEY NOT NULL,
	`startedAt` integer NOT NULL,
	`items` text NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `account_setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `automatic_summary` (
	`cutId` integer NOT NULL,
	`kind` text NOT NULL,
	`round` integer NOT NULL,
	`decidedAt` integer NOT NULL,
	`basis` text NOT NULL,
	`recipients` integer NOT NULL,
	PRIMARY KEY(`cutId`, `kind`, `round`),
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "automatic_summary_kind" CHECK("automatic_summary"."kind" in ('allIn', 'afterClosing', 'afterGrace'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`chatId` integer NOT NULL,
	`personId` integer,
	`kind` text NOT NULL,
	`payload` text,
	`edits` integer,
	`key` text,
	`createdAt` integer NOT NULL,
	`notBefore` integer NOT NULL,
	`expiresAt` integer,
	`releaseSeq` integer,
	`state` text NOT NULL,
	`reason` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`settledAt` integer,
	`messageId` integer,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_kind" CHECK("outbox"."kind" in ('reply', 'tap', 'edit', 'buttons', 'reminder', 'summary', 'notice')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('waiting', 'released', 'sent', 'refused', 'expired', 'notNeeded', 'cancelled')),
	CONSTRAINT "outbox_released" CHECK("outbox"."state" <> 'released' or "outbox"."releaseSeq" is not null)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`) WHERE "outbox"."key" is not null;--> statement-breakpoint
CREATE INDEX `outbox_open` ON `outbox` (`state`,`releaseSeq`);--> statement-breakpoint
CREATE INDEX `outbox_release` ON `outbox` (`releaseSeq`);--> statement-breakpoint
CREATE INDEX `outbox_chat` ON `outbox` (`chatId`,`id`);--> statement-breakpoint
CREATE INDEX `outbox_settled` ON `outbox` (`settledAt`) WHERE "outbox"."settledAt" is not null;--> statement-breakpoint
CREATE INDEX `outbox_message` ON `outbox` (`chatId`,`messageId`) WHERE "outbox"."messageId" is not null;--> statement-breakpoint
CREATE INDEX `outbox_text` ON `outbox` (`settledAt`) WHERE "outbox"."payload" is not null and "outbox"."settledAt" is not null;--> statement-breakpoint
CREATE INDEX `outbox_visitor` ON `outbox` (`settledAt`) WHERE "outbox"."personId" is null;--> statement-breakpoint
CREATE TABLE `update` (
	`botId` integer NOT NULL,
	`updateId` integer NOT NULL,
	`receivedAt` integer NOT NULL,
	`state` text NOT NULL,
	`error` text,
	PRIMARY KEY(`botId`, `updateId`),
	CONSTRAINT "update_state" CHECK("update"."state" in ('begun', 'done', 'setAside'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `update_received` ON `update` (`receivedAt`);--> statement-breakpoint
CREATE TABLE `evidence` (
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
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('file', 'link')),
	CONSTRAINT "evidence_state" CHECK("evidence"."state" in ('fetching', 'stored', 'refused')),
	CONSTRAINT "evidence_link" CHECK(("evidence"."kind" = 'link') = ("evidence"."url" is not null)),
	CONSTRAINT "evidence_stored_whole" CHECK("evidence"."state" <> 'stored' or "evidence"."kind" = 'link' or ("evidence"."storedName" is not null and "evidence"."sha256" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `evidence_cut` ON `evidence` (`cutId`);--> statement-breakpoint
CREATE INDEX `evidence_activity` ON `evidence` (`activityId`,`cutId`);--> statement-breakpoint
CREATE INDEX `evidence_album` ON `evidence` (`personId`,`mediaGroupId`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_stored` ON `evidence` (`storedName`);--> statement-breakpoint
CREATE TABLE `job` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`notBefore` integer NOT NULL,
	`createdAt` integer NOT NULL,
	`settledAt` integer,
	`error` text,
	CONSTRAINT "job_kind" CHECK("job"."kind" in ('evidence', 'render', 'readForm', 'qr', 'account')),
	CONSTRAINT "job_state" CHECK("job"."state" in ('waiting', 'done', 'failed'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `job_waiting` ON `job` (`state`,`notBefore`);--> statement-breakpoint
CREATE TABLE `plan_workbook` (
	`planId` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	`importedAt` integer NOT NULL,
	FOREIGN KEY (`planId`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `received_workbook` (
	`questionId` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	FOREIGN KEY (`questionId`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `assignment` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` integer NOT NULL,
	`positionId` integer,
	`office` text,
	`fromAt` integer NOT NULL,
	`untilAt` integer,
	`acting` integer DEFAULT false NOT NULL,
	`inPlaceOf` integer,
	`decidedAt` integer,
	`contractEndsOn` text,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`positionId`) REFERENCES `position`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`inPlaceOf`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "assignment_one" CHECK(("assignment"."positionId" is null) <> ("assignment"."office" is null)),
	CONSTRAINT "assignment_office" CHECK("assignment"."office" in ('mayor', 'coordinator', 'control')),
	CONSTRAINT "assignment_acting" CHECK("assignment"."acting" = 0 or ("assignment"."acting" = 1 and "assignment"."untilAt" is not null)),
	CONSTRAINT "assignment_span" CHECK("assignment"."untilAt" is null or "assignment"."untilAt" >= "assignment"."fromAt")
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_person` ON `assignment` (`personId`);--> statement-breakpoint
CREATE INDEX `assignment_position` ON `assignment` (`positionId`);--> statement-breakpoint
CREATE INDEX `assignment_office` ON `assignment` (`office`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`personId` integer NOT NULL,
	`tokenHash` text NOT NULL,
	`createdAt` integer NOT NULL,
	`createdBy` integer,
	`expiresAt` integer NOT NULL,
	`office` text,
	`officeConfirmedAt` integer,
	`replaces` integer,
	`usedAt` integer,
	`withdrawnAt` integer,
	`declinedAt` integer,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`createdBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`replaces`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "invitation_office" CHECK("invitation"."office" in ('mayor', 'coordinator', 'control'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`tokenHash`);--> statement-breakpoint
CREATE INDEX `invitation_person` ON `invitation` (`personId`);--> statement-breakpoint
CREATE TABLE `person` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`createdAt` integer NOT NULL,
	`telegramUserId` integer,
	`telegramName` text,
	`consentVersion` text,
	`enrolledAt` integer,
	`unreachableSince` integer,
	`unreachableReason` text,
	`lastHeardAt` integer,
	`lastWroteAfterRow` integer DEFAULT 0 NOT NULL,
	CONSTRAINT "person_name" CHECK(length("person"."name") between 1 and 200),
	CONSTRAINT "person_enrolled" CHECK(("person"."telegramUserId" is null) = ("person"."enrolledAt" is null))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `person_telegram` ON `person` (`telegramUserId`);--> statement-breakpoint
CREATE TABLE `position` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `position_key` ON `position` (`key`);--> statement-breakpoint
CREATE TABLE `stranger` (
	`hash` text PRIMARY KEY NOT NULL,
	`refusedAt` integer,
	`openings` text NOT NULL,
	`seenAt` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `activity` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`planId` integer NOT NULL,
	`number` text NOT NULL,
	`place` integer NOT NULL,
	`name` text NOT NULL,
	`target` text NOT NULL,
	`responsible` text NOT NULL,
	`indicator` text NOT NULL,
	`phase` text NOT NULL,
	`startsOn` text NOT NULL,
	`endsOn` text NOT NULL,
	`participationLevel` text NOT NULL,
	`channels` text NOT NULL,
	`stakeholderGroup` text NOT NULL,
	`means` text NOT NULL,
	`resources` text NOT NULL,
	`weight` real,
	`extra` text NOT NULL,
	`retiredAt` integer,
	`absences` text DEFAULT '[]' NOT NULL,
	FOREIGN KEY (`planId`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "activity_dates" CHECK("activity"."startsOn" <= "activity"."endsOn")
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `activity_identity` ON `activity` (`planId`,`number`);--> statement-breakpoint
CREATE TABLE `activity_position` (
	`activityId` integer NOT NULL,
	`positionId` integer NOT NULL,
	`place` integer NOT NULL,
	`addedAt` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`activityId`, `positionId`),
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`positionId`) REFERENCES `position`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_position_of` ON `activity_position` (`positionId`);--> statement-breakpoint
CREATE TABLE `cut` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`planId` integer NOT NULL,
	`number` integer NOT NULL,
	`date` text NOT NULL,
	`formDate` text,
	`addedAt` integer DEFAULT 0 NOT NULL,
	`openingDays` integer,
	`graceWorkingDays` integer,
	FOREIGN KEY (`planId`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cut_number" CHECK("cut"."number" between 1 and 12),
	CONSTRAINT "cut_opening" CHECK("cut"."openingDays" between 1 and 60),
	CONSTRAINT "cut_grace" CHECK("cut"."graceWorkingDays" between 0 and 30)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `cut_identity` ON `cut` (`planId`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `cut_date` ON `cut` (`planId`,`date`);--> statement-breakpoint
CREATE TABLE `cut_act` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cutId` integer NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	`lastDay` text,
	`activityIds` text NOT NULL,
	`personId` integer,
	`reason` text NOT NULL,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cut_act_kind" CHECK("cut_act"."kind" in ('reopen', 'close')),
	CONSTRAINT "cut_act_last_day" CHECK(("cut_act"."kind" = 'reopen') = ("cut_act"."lastDay" is not null))
) STRICT;
--> statement-breakpoint
CREATE INDEX `cut_act_cut` ON `cut_act` (`cutId`);--> statement-breakpoint
CREATE TABLE `cut_exclusion` (
	`cutId` integer NOT NULL,
	`activityId` integer NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`personId` integer,
	PRIMARY KEY(`cutId`, `activityId`),
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `day_off` (
	`date` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`addedAt` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `plan` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`code` text NOT NULL,
	`fiscalYear` integer NOT NULL,
	`system` text NOT NULL,
	`title` text NOT NULL,
	`version` text NOT NULL,
	`versionDate` text,
	`entity` text NOT NULL,
	`drawnUpOn` text,
	`scope` text NOT NULL,
	`objectives` text NOT NULL,
	`drawnUpBy` text NOT NULL,
	`approvedBy` text NOT NULL,
	`openingDays` integer NOT NULL,
	`graceWorkingDays` integer NOT NULL,
	`needsApproval` integer DEFAULT true NOT NULL,
	`importedAt` integer NOT NULL,
	CONSTRAINT "plan_year" CHECK("plan"."fiscalYear" between 2000 and 2200),
	CONSTRAINT "plan_opening" CHECK("plan"."openingDays" between 1 and 60),
	CONSTRAINT "plan_grace" CHECK("plan"."graceWorkingDays" between 0 and 30),
	CONSTRAINT "plan_approval" CHECK("plan"."needsApproval" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `plan_identity` ON `plan` (`code`,`fiscalYear`);--> statement-breakpoint
CREATE TABLE `cause` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activityId` integer NOT NULL,
	`cutId` integer NOT NULL,
	`cause` text NOT NULL,
	`personId` integer NOT NULL,
	`moment` integer NOT NULL,
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "cause_known" CHECK("cause"."cause" in ('resources', 'contracting', 'time', 'others', 'other'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `cause_activity` ON `cause` (`activityId`,`cutId`);--> statement-breakpoint
CREATE INDEX `cause_cut` ON `cause` (`cutId`);--> statement-breakpoint
CREATE TABLE `draft` (
	`activityId` integer NOT NULL,
	`cutId` integer NOT NULL,
	`personId` integer NOT NULL,
	`progress` integer,
	`observation` text,
	`updatedAt` integer NOT NULL,
	PRIMARY KEY(`personId`, `cutId`, `activityId`),
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "draft_half" CHECK("draft"."progress" is not null or "draft"."observation" is not null),
	CONSTRAINT "draft_progress" CHECK("draft"."progress" is null or "draft"."progress" between 0 and 1000)
) STRICT;
--> statement-breakpoint
CREATE INDEX `draft_cut` ON `draft` (`cutId`);--> statement-breakpoint
CREATE TABLE `report` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`activityId` integer NOT NULL,
	`cutId` integer NOT NULL,
	`progress` integer NOT NULL,
	`observation` text NOT NULL,
	`origin` text NOT NULL,
	`personId` integer,
	`moment` integer NOT NULL,
	`recordedAt` integer NOT NULL,
	`late` integer NOT NULL,
	`voidedAt` integer,
	`voidedBy` integer,
	`voidReason` text,
	`reason` text,
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`voidedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "report_progress" CHECK("report"."progress" between 0 and 1000),
	CONSTRAINT "report_origin" CHECK("report"."origin" in ('chat', 'import', 'planning', 'correction')),
	CONSTRAINT "report_imported" CHECK("report"."origin" <> 'import' or "report"."personId" is null),
	CONSTRAINT "report_person" CHECK("report"."origin" not in ('chat', 'planning') or "report"."personId" is not null),
	CONSTRAINT "report_reason" CHECK("report"."origin" <> 'correction' or length("report"."reason") > 0),
	CONSTRAINT "report_observation" CHECK(length("report"."observation") > 0 or "report"."origin" = 'import'),
	CONSTRAINT "report_late" CHECK("report"."late" in (0, 1))
) STRICT;
--> statement-breakpoint
CREATE INDEX `report_last_word` ON `report` (`activityId`,`cutId`,`id`);--> statement-breakpoint
CREATE INDEX `report_cut` ON `report` (`cutId`);--> statement-breakpoint
CREATE TABLE `held_account` (
	`personId` integer NOT NULL,
	`account` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`personId`, `account`),
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `held_account_account` ON `held_account` (`account`);--> statement-breakpoint
CREATE TABLE `presentation` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`cutId` integer NOT NULL,
	`at` integer NOT NULL,
	`presentedBy` integer NOT NULL,
	`document` text NOT NULL,
	`fingerprint` text NOT NULL,
	`outcome` text,
	`decidedAt` integer,
	`decidedBy` integer,
	`remark` text,
	`auditHash` text,
	FOREIGN KEY (`cutId`) REFERENCES `cut`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`presentedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decidedBy`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "presentation_outcome" CHECK("presentation"."outcome" in ('approved', 'returned')),
	CONSTRAINT "presentation_decided" CHECK(("presentation"."outcome" is null) = ("presentation"."decidedAt" is null)),
	CONSTRAINT "presentation_by" CHECK(("presentation"."outcome" is null) = ("presentation"."decidedBy" is null)),
	CONSTRAINT "presentation_remark" CHECK("presentation"."outcome" <> 'returned' or length("presentation"."remark") > 0),
	CONSTRAINT "presentation_anchor" CHECK(("presentation"."outcome" = 'approved') = ("presentation"."auditHash" is not null) or "presentation"."outcome" is null)
) STRICT;
--> statement-breakpoint
CREATE INDEX `presentation_cut` ON `presentation` (`cutId`,`id`);--> statement-breakpoint
CREATE TABLE `presented_workbook` (
	`presentationId` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	FOREIGN KEY (`presentationId`) REFERENCES `presentation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `verification` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`reportId` integer NOT NULL,
	`verdict` text NOT NULL,
	`progress` integer,
	`remark` text,
	`personId` integer NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`reportId`) REFERENCES `report`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verification_verdict" CHECK("verification"."verdict" in ('endorsed', 'observed')),
	CONSTRAINT "verification_progress" CHECK("verification"."progress" between 0 and 1000),
	CONSTRAINT "verification_remark" CHECK("verification"."verdict" <> 'observed' or length("verification"."remark") > 0)
) STRICT;
--> statement-breakpoint
CREATE INDEX `verification_report` ON `verification` (`reportId`,`id`);--> statement-breakpoint
CREATE TRIGGER `audit_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;--> statement-breakpoint
CREATE TRIGGER `audit_never_deleted` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;--> statement-breakpoint
CREATE TRIGGER `audit_next_number` BEFORE INSERT ON `audit` WHEN NEW.`id` IS NOT (SELECT coalesce(max(`id`), 0) + 1 FROM `audit`) BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
