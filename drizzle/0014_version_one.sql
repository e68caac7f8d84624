-- Every plan has a first version: the plan as it was imported, by the person whom the audit names.
INSERT INTO `plan_version` (`planId`, `number`, `acceptedAt`, `personId`)
SELECT `plan`.`id`, 1, `plan`.`importedAt`,
	(SELECT `person`.`id` FROM `audit` JOIN `person` ON `person`.`id` = `audit`.`actorId`
		WHERE `audit`.`act` = 'planImported' AND `audit`.`planId` = `plan`.`id` AND `audit`.`after` ->> '$.isNew'
		ORDER BY `audit`.`id` LIMIT 1)
FROM `plan`;
