ALTER TABLE `report` ADD `importedBy` integer REFERENCES person(id);--> statement-breakpoint
UPDATE `report` SET `importedBy` = (
  SELECT `actorId` FROM `audit` WHERE `act` = 'reported' AND `actor` = 'person'
    AND `audit`.`activityId` = `report`.`activityId` AND `audit`.`cutId` = `report`.`cutId`
    AND json_extract(`after`, '$.report') = `report`.`id`
) WHERE `origin` = 'import';
