-- Rows of a former version say what they are in their key alone, such as `assigned:12:7:now`. Here it is read for the
-- last time, into the columns. Keys stay as they are, so that nothing goes out twice. What is gone is left out:
-- references are not checked during a migration.
CREATE TEMP TABLE `key_part` AS
SELECT `id`, `parts` ->> 0 AS `a`, `parts` ->> 1 AS `b`, `parts` ->> 2 AS `c`, `parts` ->> 3 AS `d`, `parts` ->> 4 AS `e`, `parts` ->> 5 AS `f`
FROM (SELECT `id`, '["' || replace(`key`, ':', '","') || '"]' AS `parts` FROM `outbox` WHERE `key` IS NOT NULL)
WHERE json_valid(`parts`);
--> statement-breakpoint
CREATE UNIQUE INDEX temp.`key_part_id` ON `key_part` (`id`);
--> statement-breakpoint
UPDATE `outbox` SET
	`notice` = CASE
		WHEN `a` = 'reported' AND `e` IN ('corrected', 'voided') THEN `e`
		WHEN `a` = 'given' AND `d` = 'off' THEN 'calledOff'
		ELSE `a`
	END,
	`planId` = (SELECT `plan`.`id` FROM `plan` WHERE `a` = 'received' AND `plan`.`id` = `b`),
	`cutId` = (SELECT `cut`.`id` FROM `cut` WHERE `cut`.`id` = CASE
		WHEN `a` = 'reported' THEN `d`
		WHEN `a` IN ('summary', 'vacant', 'reopened', 'closed', 'moved', 'included', 'verified') THEN `b`
	END),
	`activityId` = (SELECT `activity`.`id` FROM `activity` WHERE `a` = 'reported' AND `activity`.`id` = `c`),
	`reportId` = (SELECT `report`.`id` FROM `report` WHERE `a` = 'reported' AND `report`.`id` = coalesce(`f`, `e`)),
	`assignmentId` = (SELECT `assignment`.`id` FROM `assignment`
		WHERE `a` IN ('assigned', 'given', 'contract', 'appointed', 'unappointed') AND `assignment`.`id` = `b`),
	`presentationId` = (SELECT `presentation`.`id` FROM `presentation`
		WHERE `a` IN ('presented', 'decided', 'changed') AND `presentation`.`id` = `b`),
	`verificationId` = (SELECT `verification`.`id` FROM `verification` WHERE `a` = 'verified' AND `verification`.`id` = `d`),
	`day` = CASE `a` WHEN 'reminder' THEN `c` END,
	`variant` = CASE `a` WHEN 'summary' THEN `c` WHEN 'assigned' THEN `d` END,
	`part` = CASE `a` WHEN 'summary' THEN CAST(`f` AS INTEGER) END
FROM `key_part`
WHERE `key_part`.`id` = `outbox`.`id` AND `a` IN ('reminder', 'summary', 'digest', 'vacant', 'contract', 'reported', 'received',
	'assigned', 'given', 'appointed', 'unappointed', 'joined', 'declined', 'accepted', 'left', 'reopened', 'closed', 'moved',
	'included', 'verified', 'presented', 'decided', 'changed', 'again', 'rival');
--> statement-breakpoint
DROP TABLE temp.`key_part`;
--> statement-breakpoint
UPDATE `outbox` SET `notice` = CASE
	WHEN `kind` = 'summary' THEN 'summaryFile'
	WHEN `personId` IS NULL THEN 'formerAccount'
	ELSE 'excluded'
END WHERE `key` IS NULL AND `kind` IN ('summary', 'notice');
--> statement-breakpoint
UPDATE `outbox` SET `supersededBy` = (SELECT `notice`.`id` FROM `outbox` AS `notice` WHERE `notice`.`id` = `outbox`.`edits`), `edits` = NULL
WHERE `kind` = 'reminder' AND `edits` IS NOT NULL;
