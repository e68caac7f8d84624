-- A database made by the version before an office was guarded (commit 35bec7f), by its own acts: Diana Mina, who coordinates,
-- imported the form with its monitoring, invited the mayor Julio Biojó anew on 17 March 2022 (token 2pd1idTdPCxONBqhD5jCYg) and
-- appointed Rosa Mosquera in his place, who authorised and whose name Diana has not confirmed.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO "__drizzle_migrations" VALUES(NULL,'e4591d9992a37db9ca5c5b23d56f829dd5d6c072394b9f10b03865e5a0316f4c',1795617144119);
INSERT INTO "__drizzle_migrations" VALUES(NULL,'0b1fca67e542bb0068b7f3fc3fc9d8c30e6eb99dc6ee5b5c2e6bfebb1a06a8e7',1796074900802);
INSERT INTO "__drizzle_migrations" VALUES(NULL,'989c0734a16ac65a6fa4b87bac48c0e4e93b25b3c0acec1c25c5648c322ecf12',1796076086806);
INSERT INTO "__drizzle_migrations" VALUES(NULL,'85f5e9f7d6cae3714890aaa676c98d904bee2582a17f6af8c752fa22ffdb80a9',1796076090293);
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
INSERT INTO "audit" VALUES(1,1646143200000,'consented','person',1,1,NULL,NULL,NULL,NULL,'{"textVersion":"test"}','26e62d1334a56d0a6d98880cb69745d16fd54a26480106a66f28a1799b569245');
INSERT INTO "audit" VALUES(2,1646143200000,'consented','person',2,2,NULL,NULL,NULL,NULL,'{"textVersion":"test"}','4387c788e494932edf66458389596682e7e700618f902dcbbd4f4ac2531cfd24');
INSERT INTO "audit" VALUES(3,1646143200000,'reported','person',1,NULL,NULL,1,1,NULL,'{"report":1,"progress":0,"observation":"No se ha realizado la caracterizacion","origin":"import","late":false,"moment":1646143200000}','0dd6d6fb09b8290fccb91933c1076485dccf5010a345ad42264fbe5b4a907746');
INSERT INTO "audit" VALUES(4,1646143200000,'reported','person',1,NULL,NULL,2,1,NULL,'{"report":2,"progress":1000,"observation":"Plan de participacion ciudadana publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad","origin":"import","late":false,"moment":1646143200000}','3e6b70591a07cb467272eb66a97e2797cec64ed65941e3760fa9d9bc6498865a');
INSERT INTO "audit" VALUES(5,1646143200000,'reported','person',1,NULL,NULL,3,1,NULL,'{"report":3,"progress":1000,"observation":"Informe de gestion publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad","origin":"import","late":false,"moment":1646143200000}','68fd22a6c067f578de32334463f7ab9d73d459456b899e37b3b0143f5f019daf');
INSERT INTO "audit" VALUES(6,1646143200000,'reported','person',1,NULL,NULL,4,1,NULL,'{"report":4,"progress":0,"observation":"No se ha realizado las campañas informativas de participacion ciudadana","origin":"import","late":false,"moment":1646143200000}','001005bded281e7d2232794cbec44d451c2f95ea6701bd8ced09edea2cc3bf17');
INSERT INTO "audit" VALUES(7,1646143200000,'reported','person',1,NULL,NULL,5,1,NULL,'{"report":5,"progress":0,"observation":"No se ha realizado el ejercicio de participacion","origin":"import","late":false,"moment":1646143200000}','f13788dad804291b8be2e62345f7bce115b727ff524955270f0dc8317e428353');
INSERT INTO "audit" VALUES(8,1646143200000,'reported','person',1,NULL,NULL,6,1,NULL,'{"report":6,"progress":0,"observation":"No se ha convocado a las veedurias ciudadanas","origin":"import","late":false,"moment":1646143200000}','054e4d762299bc30539e36366cbc8e24b6ee9eece210b963849283b250db8914');
INSERT INTO "audit" VALUES(9,1646143200000,'reported','person',1,NULL,NULL,7,1,NULL,'{"report":7,"progress":0,"observation":"En construcción","origin":"import","late":false,"moment":1646143200000}','35f7f83e995b9ce95ba0d55b2e9bdb65a0d629f55194698762c4bf2280ee07d2');
INSERT INTO "audit" VALUES(10,1646143200000,'planImported','person',1,NULL,1,NULL,NULL,NULL,'{"isNew":true,"header":[],"added":["1","2","3","4","5","6","7"],"changed":[],"retired":[],"cutsAdded":["2022-03-31","2022-06-30","2022-09-30","2022-12-31"],"cutsRemoved":[],"reports":7}','f1fff4bf7cc3449af8018f4a0e0c99186ad4310deb5346b7905a39b74fef75cd');
INSERT INTO "audit" VALUES(11,1647529200000,'invited','person',1,2,NULL,NULL,NULL,NULL,'{"invitation":1,"expiresAt":1648134000000}','4c0c9cae587e9d16ea81449226ce9062e6ccb1de149ae6e45d86eccd1774bf33');
INSERT INTO "audit" VALUES(12,1647529200000,'personAdded','person',1,3,NULL,NULL,NULL,NULL,NULL,'d757696cf3fc0b98b2ee06b4847af3843aa994594d059fef45d983960bea0ba5');
INSERT INTO "audit" VALUES(13,1647529200000,'invited','person',1,3,NULL,NULL,NULL,NULL,'{"invitation":2,"expiresAt":1648134000000,"office":"mayor"}','6e621f79cf45ceb899dc60f918b5d720310b6164e9217e954d09eda58e7f6c3f');
INSERT INTO "audit" VALUES(14,1647529200000,'consented','person',3,3,NULL,NULL,NULL,NULL,'{"textVersion":"2026-11"}','bce7a93d1eb403cb651f35e87b1420dce9cce68693cb854aa878113082132d96');
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
CREATE TABLE `reminder_request` (
	`personId` integer NOT NULL,
	`date` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`personId`, `date`, `reason`),
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reminder_request_reason" CHECK("reminder_request"."reason" in ('snooze', 'outage'))
) STRICT;
CREATE TABLE `round` (
	`personId` integer PRIMARY KEY NOT NULL,
	`startedAt` integer NOT NULL,
	`items` text NOT NULL,
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE TABLE `account_setting` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
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
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
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
	`messageId` integer, `notice` text, `planId` integer REFERENCES plan(id), `cutId` integer REFERENCES cut(id) ON DELETE set null, `activityId` integer REFERENCES activity(id), `reportId` integer REFERENCES report(id), `assignmentId` integer REFERENCES assignment(id) ON DELETE set null, `presentationId` integer REFERENCES presentation(id), `verificationId` integer REFERENCES verification(id), `day` text, `variant` text, `part` integer, `supersededBy` integer REFERENCES outbox(id),
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "outbox_kind" CHECK("outbox"."kind" in ('reply', 'tap', 'edit', 'buttons', 'reminder', 'summary', 'notice')),
	CONSTRAINT "outbox_state" CHECK("outbox"."state" in ('waiting', 'released', 'sent', 'refused', 'expired', 'notNeeded', 'cancelled')),
	CONSTRAINT "outbox_released" CHECK("outbox"."state" <> 'released' or "outbox"."releaseSeq" is not null)
) STRICT;
CREATE TABLE `update` (
	`botId` integer NOT NULL,
	`updateId` integer NOT NULL,
	`receivedAt` integer NOT NULL,
	`state` text NOT NULL,
	`error` text,
	PRIMARY KEY(`botId`, `updateId`),
	CONSTRAINT "update_state" CHECK("update"."state" in ('begun', 'done', 'setAside'))
) STRICT;
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
INSERT INTO "job" VALUES(1,'account','{}','waiting',0,1646143200000,1646143200000,NULL,NULL);
CREATE TABLE `plan_workbook` (
	`planId` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	`importedAt` integer NOT NULL,
	FOREIGN KEY (`planId`) REFERENCES `plan`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
CREATE TABLE `received_workbook` (
	`questionId` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	FOREIGN KEY (`questionId`) REFERENCES `question`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
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
INSERT INTO "assignment" VALUES(1,1,NULL,'coordinator',1646143200000,NULL,0,NULL,NULL,NULL);
INSERT INTO "assignment" VALUES(2,2,NULL,'mayor',1646143200000,NULL,0,NULL,NULL,NULL);
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
INSERT INTO "invitation" VALUES(1,2,'07aab691087177dc58cceb47764e67c7265078fb51872148dccb3b323ed3f9d7',1647529200000,1,1648134000000,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "invitation" VALUES(2,3,'eabcdfd278f9ebe2725f2e3d4207b079b26ed496a1c0bd1ea981048ff1332403',1647529200000,1,1648134000000,'mayor',NULL,2,1647529200000,NULL,NULL);
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
INSERT INTO "person" VALUES(1,'Diana Mina',1646143200000,105,'Diana Mina','test',1646143200000,NULL,NULL,1646143200000,0);
INSERT INTO "person" VALUES(2,'Julio Biojó',1646143200000,104,'Julio Biojó','test',1646143200000,NULL,NULL,1646143200000,0);
INSERT INTO "person" VALUES(3,'Rosa Mosquera',1647529200000,106,'Rosa','2026-11',1647529200000,NULL,NULL,1647529200000,0);
CREATE TABLE `position` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL
) STRICT;
INSERT INTO "position" VALUES(1,'Profesional Gestion Participacion Ciudadana','profesional gestion participacion ciudadana');
INSERT INTO "position" VALUES(2,'Lider de rendicion de cuentas','lider de rendicion de cuentas');
INSERT INTO "position" VALUES(3,'lider de participacion ciudadana','lider de participacion ciudadana');
CREATE TABLE `stranger` (
	`hash` text PRIMARY KEY NOT NULL,
	`refusedAt` integer,
	`openings` text NOT NULL,
	`seenAt` integer NOT NULL
) STRICT;
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
INSERT INTO "activity" VALUES(1,1,'1',1,'Realizar una caracterización de usuarios, identificando solicitudes o preferencias de información en el marco de la gestión institucional, así como los canales de publicación y difusión consultadas por los mismos','Un (1) Informe de caracterización de ciudadanos y usuarios vigencia 2022','Profesional Gestion Participacion Ciudadana','Caracterización realizada','Formulación/ Planeación de políticas, planes, programas o proyectos','2022-01-01','2022-12-31','Formulación participativa','Sitio web Redes sociales Correo electrónico','Cliente interno (servidores y contratistas)','Presencial/ virtual','Humanos, fisicos,tecnologicos',NULL,'{}',NULL,'[]');
INSERT INTO "activity" VALUES(2,1,'2',2,'Formular de forma colaborativa y publicar el Plan de Participación Ciudadana para la Vigencia 2022','Un (1) Plan de Participación Ciudadana construido con un componente de participación ciudadana','Profesional Gestion Participacion Ciudadana','Plan publicado','Formulación/ Planeación de políticas, planes, programas o proyectos','2022-01-01','2022-12-31','Formulación participativa','Sitio web Redes sociales Correo electrónico','Ciudadanía en general','Presencial/ virtual','Humanos, fisicos,tecnologicos',NULL,'{}',NULL,'[]');
INSERT INTO "activity" VALUES(3,1,'3',3,'Realizar y publicar Informe de Gestión de la vigencia anterior','Un (1) Informe de Gestión de la vigencia 2021 publicado','Profesional Gestion Participacion Ciudadana','Informe de Gestion publicado','Formulación/ Planeación de políticas, planes, programas o proyectos','2022-01-01','2022-12-31','Evaluación y control ciudadano','Sitio web Redes sociales Correo electrónico','Ciudadanía en general','Presencial/ virtual','Humanos, fisicos,tecnologicos',NULL,'{}',NULL,'[]');
INSERT INTO "activity" VALUES(4,1,'4',4,'Realizar campañas informativas sobre Rendición de Cuentas y Participación ciudadana','Una (1) campaña informativa sobre Rendición de Cuentas y Participación ciudadana realizada','Lider de rendicion de cuentas, lider de participacion ciudadana','Campañas informativas sobre Rendición de Cuentas y Participación ciudadana realizadas','Implementacion y ejecucion','2022-01-01','2022-12-31','Ejecución e implementación participativa','Sitio web Redes sociales Correo electrónico Ferias de servicios','Ciudadanía en general','Presencial Virtual','Humanos, físicos, tecnológicos',NULL,'{}',NULL,'[]');
INSERT INTO "activity" VALUES(5,1,'5',5,'Desarrollar un ejercicio con los grupos de interés para identificar la información de las áreas misionales de la Institución que debe ser publicada de interés de los ciudadanos','Un (1) ejercicio de participación para identificar la información de interés público del proceso realizado','Profesional Gestion Participacion Ciudadana','Ejercicio con los grupos de interés desarrollado','Implementacion y ejecucion','2022-01-01','2022-12-31','Ejecución e implementación participativa','Sitio web Redes sociales Correo electrónico Ferias de servicios','Ciudadanía en general','Presencial Virtual','Humanos, físicos, tecnológicos',NULL,'{}',NULL,'[]');
INSERT INTO "activity" VALUES(6,1,'6',6,'Convocar a las veedurías ciudadanas, a participar dentro del desarrollo de procesos contractuales de acuerdo a la normatividad vigente.','100% de los procesos contractuales en los cuales lo establece la normatividad vigente','Profesional Gestion Participacion Ciudadana','Reporte SECOP','Implementacion y ejecucion','2022-01-01','2022-12-31','Control social','Sitio web - SECOP','Ciudadanía en general','Virtual','Humanos, físicos, tecnológicos',NULL,'{}',NULL,'[]');
INSERT INTO "activity" VALUES(7,1,'7',7,'Identificar buenas prácticas a partir de la información recopilada a través formato de seguimiento a los ejercicios de participación ciudadana realizados','Un (1) documento de identificación','Profesional Gestion Participacion Ciudadana','Documento de identificación de buenas prácticas en participación construido','Formulación/ Planeación de políticas, planes, programas o proyectos','2022-01-01','2022-12-31','Formulación participativa','Sitio web Redes sociales Correo electrónico','Cliente interno (servidores y contratistas)','Presencial/ virtual','Humanos, físicos, tecnológicos',NULL,'{}',NULL,'[]');
CREATE TABLE `activity_position` (
	`activityId` integer NOT NULL,
	`positionId` integer NOT NULL,
	`place` integer NOT NULL,
	`addedAt` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`activityId`, `positionId`),
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`positionId`) REFERENCES `position`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
INSERT INTO "activity_position" VALUES(1,1,1,1646143200000);
INSERT INTO "activity_position" VALUES(2,1,1,1646143200000);
INSERT INTO "activity_position" VALUES(3,1,1,1646143200000);
INSERT INTO "activity_position" VALUES(4,2,1,1646143200000);
INSERT INTO "activity_position" VALUES(4,3,2,1646143200000);
INSERT INTO "activity_position" VALUES(5,1,1,1646143200000);
INSERT INTO "activity_position" VALUES(6,1,1,1646143200000);
INSERT INTO "activity_position" VALUES(7,1,1,1646143200000);
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
INSERT INTO "cut" VALUES(1,1,1,'2022-03-31',NULL,1646143200000,NULL,NULL);
INSERT INTO "cut" VALUES(2,1,2,'2022-06-30',NULL,1646143200000,NULL,NULL);
INSERT INTO "cut" VALUES(3,1,3,'2022-09-30',NULL,1646143200000,NULL,NULL);
INSERT INTO "cut" VALUES(4,1,4,'2022-12-31',NULL,1646143200000,NULL,NULL);
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
CREATE TABLE `day_off` (
	`date` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`addedAt` integer NOT NULL
) STRICT;
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
INSERT INTO "plan" VALUES(1,'PL-PC-01',2022,'SISTEMA INTEGRADO DE GESTION DE LA CALIDAD - SIG Y MODELO INTEGRADO DE PLANEACION Y GESTION MIPG','PLAN DE PARTICIPACION CIUDADANA','1.0','2020-07-13','ALCALDIA LOCAL ISLA DEL CASCAJAL','2022-01-31','La ejecución del presente plan, aplica a los servidores públicos y contratistas de las areas o procesos de la Alcaldia Local','Fortalecer la participación ciudadana e, promoviendo el control social, publicando activamente información sobre la gestión Local, y generando espacios de colaboración, interlocución, e interacción con los ciudadanos y grupos de interés de la Alcaldia Local, fundados en principios de inclusión, transparencia e integridad.','[{"name":"Aracelly Arboleda Urbano","position":"Profesional Universitario"}]','[{"name":"Julio Cesar Biojó Estacio","position":"Alcalde Local"}]',15,5,1,1646143200000);
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
INSERT INTO "report" VALUES(1,1,1,0,'No se ha realizado la caracterizacion','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(2,2,1,1000,'Plan de participacion ciudadana publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(3,3,1,1000,'Informe de gestion publicado en el portal web de la Alcaldia Distrital por daños de la pagina web de la Localidad','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(4,4,1,0,'No se ha realizado las campañas informativas de participacion ciudadana','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(5,5,1,0,'No se ha realizado el ejercicio de participacion','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(6,6,1,0,'No se ha convocado a las veedurias ciudadanas','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
INSERT INTO "report" VALUES(7,7,1,0,'En construcción','import',NULL,1646143200000,1646143200000,0,NULL,NULL,NULL,NULL);
CREATE TABLE `held_account` (
	`personId` integer NOT NULL,
	`account` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`personId`, `account`),
	FOREIGN KEY (`personId`) REFERENCES `person`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
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
CREATE TABLE `presented_workbook` (
	`presentationId` integer PRIMARY KEY NOT NULL,
	`workbook` blob NOT NULL,
	FOREIGN KEY (`presentationId`) REFERENCES `presentation`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
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
CREATE TABLE "evidence" (
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
	CONSTRAINT "evidence_kind" CHECK("evidence"."kind" in ('file', 'link')),
	CONSTRAINT "evidence_state" CHECK("evidence"."state" in ('fetching', 'stored', 'refused', 'voided')),
	CONSTRAINT "evidence_link" CHECK(("evidence"."kind" = 'link') = ("evidence"."url" is not null)),
	CONSTRAINT "evidence_stored_whole" CHECK("evidence"."state" <> 'stored' or "evidence"."kind" = 'link' or ("evidence"."storedName" is not null and "evidence"."sha256" is not null))
) STRICT;
CREATE INDEX `audit_at` ON `audit` (`at`);
CREATE INDEX `audit_person` ON `audit` (`personId`) WHERE "audit"."personId" is not null;
CREATE INDEX `audit_actor` ON `audit` (`actorId`);
CREATE INDEX `audit_cut` ON `audit` (`cutId`,`activityId`);
CREATE INDEX `question_person` ON `question` (`personId`,`state`);
CREATE INDEX `received_at` ON `received` (`at`);
CREATE INDEX `reminder_request_date` ON `reminder_request` (`date`);
CREATE UNIQUE INDEX `outbox_key` ON `outbox` (`key`) WHERE "outbox"."key" is not null;
CREATE INDEX `outbox_open` ON `outbox` (`state`,`releaseSeq`);
CREATE INDEX `outbox_release` ON `outbox` (`releaseSeq`);
CREATE INDEX `outbox_chat` ON `outbox` (`chatId`,`id`);
CREATE INDEX `outbox_settled` ON `outbox` (`settledAt`) WHERE "outbox"."settledAt" is not null;
CREATE INDEX `outbox_message` ON `outbox` (`chatId`,`messageId`) WHERE "outbox"."messageId" is not null;
CREATE INDEX `outbox_text` ON `outbox` (`settledAt`) WHERE "outbox"."payload" is not null and "outbox"."settledAt" is not null;
CREATE INDEX `outbox_visitor` ON `outbox` (`settledAt`) WHERE "outbox"."personId" is null;
CREATE INDEX `update_received` ON `update` (`receivedAt`);
CREATE INDEX `job_waiting` ON `job` (`state`,`notBefore`);
CREATE INDEX `assignment_person` ON `assignment` (`personId`);
CREATE INDEX `assignment_position` ON `assignment` (`positionId`);
CREATE INDEX `assignment_office` ON `assignment` (`office`);
CREATE UNIQUE INDEX `invitation_token` ON `invitation` (`tokenHash`);
CREATE INDEX `invitation_person` ON `invitation` (`personId`);
CREATE UNIQUE INDEX `person_telegram` ON `person` (`telegramUserId`);
CREATE UNIQUE INDEX `position_key` ON `position` (`key`);
CREATE UNIQUE INDEX `activity_identity` ON `activity` (`planId`,`number`);
CREATE INDEX `activity_position_of` ON `activity_position` (`positionId`);
CREATE UNIQUE INDEX `cut_identity` ON `cut` (`planId`,`number`);
CREATE UNIQUE INDEX `cut_date` ON `cut` (`planId`,`date`);
CREATE INDEX `cut_act_cut` ON `cut_act` (`cutId`);
CREATE UNIQUE INDEX `plan_identity` ON `plan` (`code`,`fiscalYear`);
CREATE INDEX `cause_activity` ON `cause` (`activityId`,`cutId`);
CREATE INDEX `cause_cut` ON `cause` (`cutId`);
CREATE INDEX `draft_cut` ON `draft` (`cutId`);
CREATE INDEX `report_last_word` ON `report` (`activityId`,`cutId`,`id`);
CREATE INDEX `report_cut` ON `report` (`cutId`);
CREATE INDEX `held_account_account` ON `held_account` (`account`);
CREATE INDEX `presentation_cut` ON `presentation` (`cutId`,`id`);
CREATE INDEX `verification_report` ON `verification` (`reportId`,`id`);
CREATE TRIGGER `audit_never_changed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER `audit_never_deleted` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit is never deleted'); END;
CREATE TRIGGER `audit_next_number` BEFORE INSERT ON `audit` WHEN NEW.`id` IS NOT (SELECT coalesce(max(`id`), 0) + 1 FROM `audit`) BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE INDEX `evidence_cut` ON `evidence` (`cutId`);
CREATE INDEX `evidence_activity` ON `evidence` (`activityId`,`cutId`);
CREATE INDEX `evidence_album` ON `evidence` (`personId`,`mediaGroupId`);
CREATE INDEX `evidence_person` ON `evidence` (`personId`,`cutId`);
CREATE INDEX `evidence_bytes` ON `evidence` (`sha256`);
CREATE INDEX `outbox_waiting` ON `outbox` (`notice`,`personId`) WHERE "outbox"."state" = 'waiting';
CREATE INDEX `outbox_reminder` ON `outbox` (`personId`,`day`) WHERE "outbox"."kind" = 'reminder';
CREATE INDEX `outbox_superseded` ON `outbox` (`supersededBy`) WHERE "outbox"."supersededBy" is not null;
CREATE INDEX `outbox_report` ON `outbox` (`reportId`) WHERE "outbox"."reportId" is not null;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('evidence',0);
INSERT INTO sqlite_sequence VALUES('person',3);
INSERT INTO sqlite_sequence VALUES('assignment',2);
INSERT INTO sqlite_sequence VALUES('job',1);
INSERT INTO sqlite_sequence VALUES('plan',1);
INSERT INTO sqlite_sequence VALUES('cut',4);
INSERT INTO sqlite_sequence VALUES('position',3);
INSERT INTO sqlite_sequence VALUES('activity',7);
INSERT INTO sqlite_sequence VALUES('report',7);
INSERT INTO sqlite_sequence VALUES('invitation',2);
COMMIT;
