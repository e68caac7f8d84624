-- A database made by the version before notices had a room (commit f8fd1a2), by its own acts on the night of 23 March 2022,
-- with sqlite3 .dump: rows of every kind of key, waiting, released, sent, refused and superseded.
PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__drizzle_migrations" (
				id SERIAL PRIMARY KEY,
				hash text NOT NULL,
				created_at numeric
			);
INSERT INTO __drizzle_migrations VALUES(NULL,'e4591d9992a37db9ca5c5b23d56f829dd5d6c072394b9f10b03865e5a0316f4c',1795617144119);
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
INSERT INTO audit VALUES(1,1645023600000,'reported','person',6,NULL,NULL,7,5,NULL,'{"report":1,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1645023600000}','7c825e573b02898d077be78ecdd79cc553d8f7f866dd33ca3016a423136ecd41');
INSERT INTO audit VALUES(2,1645027200000,'reported','person',6,NULL,NULL,8,5,NULL,'{"report":2,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1645027200000}','a35b865d8b7570ebc18aaebe9c63510903dae6f1a9492e6f81bdca392f6454c8');
INSERT INTO audit VALUES(3,1647525600000,'reported','person',4,NULL,NULL,1,1,NULL,'{"report":3,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647525600000}','3a0f9973623e67455b19b1ebaa1b2d6c771849fa79028f8e219b5e279f0ec929');
INSERT INTO audit VALUES(4,1647527400000,'reported','person',4,NULL,NULL,2,1,NULL,'{"report":4,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647527400000}','a20249dd7c0cf3400c10a0d6a4344870cd0ea2150a2c097e3c9d4be82716b02d');
INSERT INTO audit VALUES(5,1647529200000,'reported','person',5,NULL,NULL,5,1,NULL,'{"report":5,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647529200000}','2cebf5bea3e7cbab1fa728461b888edac040649642427e41e5f345e528bf0e44');
INSERT INTO audit VALUES(6,1647532800000,'reported','person',5,NULL,NULL,6,1,NULL,'{"report":6,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647532800000}','83c6eea61109345ef4cc204a6fa49d225167213e0ee3f329a2aa7c1f4b54cda1');
INSERT INTO audit VALUES(7,1647612000000,'presented','person',1,NULL,2,NULL,5,NULL,'{"presentation":1,"fingerprint":"a9f42bd59a97edc03e5dc1f8d974dc627490123684aa73366acffeae03b859d9"}','31a7b3372101ec57d18326ece46bf8c131c636093dccfb79b5c95b61a84291ab');
INSERT INTO audit VALUES(8,1647612000000,'reportCorrected','person',1,NULL,2,7,5,'{"report":1,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1645023600000}','{"report":7,"progress":700,"observation":"hecho y medido","origin":"correction","late":false,"moment":1647612000000,"reason":"Faltaba una cifra"}','8abf6c313421ee3640159bfc68b4c7ff286ad0eb404be5dcbd19cdd6f4ed240b');
INSERT INTO audit VALUES(9,1648083600000,'reportCorrected','person',1,NULL,1,5,1,'{"report":5,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647529200000}','{"report":8,"progress":800,"observation":"hecho y corregido","origin":"correction","late":false,"moment":1648083600000,"reason":"Error de dedo"}','a985bd666a9b0f3046b75e096d340338dcb611d3d0866d0ea94fa530b2d65794');
INSERT INTO audit VALUES(10,1648083600000,'reportVoided','person',1,NULL,NULL,6,1,'{"report":6,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647532800000}','{"reason":"No correspondía","reports":[6]}','b0c7faf5dae3c742b78a1f335b5f715944ab337ddc9c6518bb98d78853ca4aa2');
INSERT INTO audit VALUES(11,1648083600000,'reportVoided','person',1,NULL,NULL,2,1,'{"report":4,"progress":500,"observation":"hecho","origin":"chat","late":false,"moment":1647527400000}','{"reason":"Era de otra actividad","reports":[4]}','c1e6be7879d389890e3f35b54a6654301653fb1289c7878e818409dbe75c6bca');
INSERT INTO audit VALUES(12,1648083600000,'reportCorrected','person',1,NULL,2,7,5,'{"report":7,"progress":700,"observation":"hecho y medido","origin":"correction","late":false,"moment":1647612000000}','{"report":9,"progress":750,"observation":"hecho y vuelto a medir","origin":"correction","late":false,"moment":1648083600000,"reason":"Otra cifra"}','cbf9b57352e04caebf2306f4f23d5f36dae6430caab0b954a6f7ec459ae0a578');
INSERT INTO audit VALUES(13,1648083600000,'reopened','person',1,NULL,2,NULL,5,NULL,'{"activities":["8"],"lastDay":"2022-03-30","reason":"Faltan soportes"}','0308921fb9ba2c099195617c9ca82bea99564353deb725f42a751708dee69be2');
INSERT INTO audit VALUES(14,1648083600000,'verified','person',3,NULL,2,7,5,NULL,'{"report":9,"verdict":"endorsed","progress":null,"remark":null}','7c9eedd2f001e2c37d27a489418fe90934dca84bd245b66bd5157d7f4798184a');
INSERT INTO audit VALUES(15,1648083600000,'planSettings','person',1,NULL,1,NULL,NULL,'{"openingDays":15,"graceWorkingDays":5,"needsApproval":true,"cuts":[{"cut":1,"date":"2022-03-31"},{"cut":2,"date":"2022-06-30"},{"cut":3,"date":"2022-09-30"},{"cut":4,"date":"2022-12-31"}]}','{"openingDays":15,"graceWorkingDays":7,"needsApproval":true,"cuts":[{"cut":1,"date":"2022-03-31"},{"cut":2,"date":"2022-06-30"},{"cut":3,"date":"2022-09-30"},{"cut":4,"date":"2022-12-31"}]}','9b562cb8e25dfc5d0944eed4401e05329185fe17df515b3fa6ac63eb40639869');
INSERT INTO audit VALUES(16,1648083600000,'excluded','person',1,NULL,1,3,1,NULL,'{"reason":"No programada"}','64153f27cc2d4c309ab168ee59fa418d46b8bc72ed181f612c519d9e2c6c916e');
INSERT INTO audit VALUES(17,1648083600000,'excluded','person',1,NULL,1,4,1,NULL,'{"reason":"No programada"}','ce628768b10526544d25d5fe61a40fdb5fecc65ca485b41555ed5e8b3349f798');
INSERT INTO audit VALUES(18,1648083600000,'included','person',1,NULL,1,3,1,'{"reason":"No programada"}',NULL,'b8e21c8dd96b269fef8855622a8684aa393e036689cbd0a7ca99b119ee4f648a');
INSERT INTO audit VALUES(19,1648083599500,'consented','person',7,7,NULL,NULL,NULL,NULL,'{"textVersion":"1"}','54212bddac4f2e47a564abe9089f2751bf04db9c117707a86327a1463b28e408');
INSERT INTO audit VALUES(20,1648083599500,'consented','person',8,8,NULL,NULL,NULL,NULL,'{"textVersion":"1"}','442c3d85e7294f77e3ad1f5d75257d837abc1e359416837dafd45ee98ffef787');
INSERT INTO audit VALUES(21,1648083600000,'assignmentEnded','person',1,5,NULL,NULL,NULL,'{"assignment":5,"position":2,"office":null,"from":1641823200000,"until":null,"acting":false,"inPlaceOf":null,"contractEndsOn":null}','{"until":1648083600000}','92b955d23c097eefcf3c55dfefbe4098ac28deb96d6ad13cfc9b0067e3ae5e85');
INSERT INTO audit VALUES(22,1648083600000,'assigned','person',1,7,NULL,NULL,NULL,'{"holders":[5]}','{"assignment":7,"position":2,"office":null,"from":1648083600000,"until":null,"acting":false,"inPlaceOf":null,"contractEndsOn":null,"instead":[5]}','c01b0888e45ef762ff2116e82c90dea064fae1e9c93e64bac9242b1854cd36a6');
INSERT INTO audit VALUES(23,1648083600000,'assignmentEnded','person',1,6,NULL,NULL,NULL,'{"assignment":6,"position":3,"office":null,"from":1641823200000,"until":null,"acting":false,"inPlaceOf":null,"contractEndsOn":null}','{"until":1649048400000}','00a45c6e9c9842ebd31768001a0cff34b13fef31d41cc46ec2eddee629d91be5');
INSERT INTO audit VALUES(24,1648083600000,'assigned','person',1,8,NULL,NULL,NULL,'{"holders":[6]}','{"assignment":9,"position":3,"office":null,"from":1649048400000,"until":1650517200000,"acting":true,"inPlaceOf":6,"contractEndsOn":null,"instead":[6]}','e020aa9faef77ee1075d1887574d6eb1c0a403667765dd6b156baa4d0c7b03ce');
INSERT INTO audit VALUES(25,1647824400000,'assignmentEnded','person',1,4,NULL,NULL,NULL,'{"assignment":4,"position":1,"office":null,"from":1641823200000,"until":null,"acting":false,"inPlaceOf":null,"contractEndsOn":null}','{"until":1649653200000}','b3c857df621c29c06e468d29c0abe0af0e1e7952ddadc4669362acad8043dedf');
INSERT INTO audit VALUES(26,1647824400000,'assigned','person',1,8,NULL,NULL,NULL,'{"holders":[4]}','{"assignment":11,"position":1,"office":null,"from":1649653200000,"until":1650517200000,"acting":true,"inPlaceOf":4,"contractEndsOn":null,"instead":[4]}','fbd613c80c6837dceb2b1ffb26fee30762d8449219e67df75ad716c13b06c1d5');
INSERT INTO audit VALUES(27,1648083600000,'assignmentEnded','person',1,8,NULL,NULL,NULL,'{"assignment":11,"position":1,"office":null,"from":1649653200000,"until":1650517200000,"acting":true,"inPlaceOf":4,"contractEndsOn":null}','{"until":null}','c8412badb390faa7dbf8a312610ffef71262ee408f212b1fa712e8cf7156bc7f');
INSERT INTO audit VALUES(28,1648083600000,'assignmentEnded','person',1,4,NULL,NULL,NULL,'{"assignment":10,"position":1,"office":null,"from":1650517200000,"until":null,"acting":false,"inPlaceOf":null,"contractEndsOn":null}','{"until":null}','080d341d2c8802ad4e56557aff8d86d157dd482c1e5cb30fb115841e7f134d32');
INSERT INTO audit VALUES(29,1648083600000,'assigned','person',1,8,NULL,NULL,NULL,'{"holders":[3]}','{"assignment":12,"position":null,"office":"control","from":1648083600000,"until":null,"acting":false,"inPlaceOf":null,"contractEndsOn":"2022-04-01","instead":[]}','04063eaab9f748244af70e625df183dc77c0ec80509ac106d727c9d8bfd3144e');
INSERT INTO audit VALUES(30,1648083598500,'invited','person',1,9,NULL,NULL,NULL,NULL,'{"invitation":1,"expiresAt":1648688398500,"office":"control"}','44f393f9833786b96a8146404fbb8571e204ff0c3021f5147e21d290820b3066');
INSERT INTO audit VALUES(31,1648083600000,'consented','person',9,9,NULL,NULL,NULL,NULL,'{"textVersion":"1"}','e9cad0f63d918dcdb2ccfd285bed9139cc02d7f2c757560b74f7ab1916b2ddb9');
INSERT INTO audit VALUES(32,1648083600000,'contractDated','person',1,1,NULL,NULL,NULL,'{"assignment":1,"endsOn":null}','{"assignment":1,"endsOn":"2022-03-30"}','42bb4ba31bb7c29a6e600225880d85d008aad0a38bb4e6cc41677daca4757ed4');
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
INSERT INTO automatic_summary VALUES(5,'afterClosing',0,1646139600000,'0/0/7,8',1);
INSERT INTO automatic_summary VALUES(5,'allIn',0,1646053200000,'2/0/7,8',1);
INSERT INTO automatic_summary VALUES(5,'afterGrace',0,1647435600000,'2/0/7,8',1);
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
INSERT INTO meta VALUES('remindersDecidedUntil','1647612060000');
INSERT INTO meta VALUES('summariesDecidedUntil','1647612060000');
INSERT INTO meta VALUES('digestsDecidedUntil','1647612060000');
INSERT INTO meta VALUES('reviewsSeen','8abf6c313421ee3640159bfc68b4c7ff286ad0eb404be5dcbd19cdd6f4ed240b/7/2022-03-18');
INSERT INTO meta VALUES('rivalSeenAt','1648083600000');
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
INSERT INTO outbox VALUES(1,1005,6,'reminder','{"html":"Recordatorio"}',NULL,'reminder:6:2022-02-14',1644843600000,1644843600000,1644883200000,1,'sent',NULL,0,1644843601000,900);
INSERT INTO outbox VALUES(2,1000,1,'notice','{"html":"Abrió el <b>primer monitoreo del Plan Anticorrupción 2022</b>: 2 actividades, cierra el <b>28 de febrero</b>."}',NULL,'digest:2022-02-14:1:1',1644843600000,1644843600000,1644883200000,2,'sent',NULL,0,1644843601000,901);
INSERT INTO outbox VALUES(3,1005,6,'reminder','{"html":"Recordatorio"}',NULL,'reminder:6:2022-02-25',1645794000000,1645794000000,1645833600000,3,'sent',NULL,0,1645794001000,902);
INSERT INTO outbox VALUES(4,1000,1,'notice','{"html":"El 28 de febrero cierra el <b>primer monitoreo del Plan Anticorrupción 2022</b>.\nReportadas 0 de 2, faltan 2.\n• Eva Peña · <b>Eva Peña</b>: n.º 7 y 8","keyboard":[[{"text":"Recordar a los que faltan","data":"r:all"}]]}',NULL,'digest:2022-02-25:1:1',1645794000000,1645794000000,1645833600000,4,'sent',NULL,0,1645794001000,903);
INSERT INTO outbox VALUES(5,1005,6,'reminder','{"html":"Recordatorio"}',NULL,'reminder:6:2022-03-01',1646139600000,1646139600000,1646179200000,5,'sent',NULL,0,1646139601000,904);
INSERT INTO outbox VALUES(6,1001,2,'summary','{"html":"Resumen"}',NULL,'summary:5:afterClosing:0:2:1',1646139600000,1646139600000,NULL,6,'sent',NULL,0,1646139601000,905);
INSERT INTO outbox VALUES(7,1000,1,'notice','{"html":"Cerró el 28 de febrero el <b>primer monitoreo del Plan Anticorrupción 2022</b>.\nReportadas 0 de 2, sin reporte 2.\n• Eva Peña · <b>Eva Peña</b>: n.º 7 y 8\nLo que falta se recibe hasta el 7 de marzo, como extemporáneo.","keyboard":[[{"text":"Recordar a los que faltan","data":"r:all"}],[{"text":"Plan Anticorrupción 2022 · 28 de febrero","data":"s:5"}]]}',NULL,'digest:2022-03-01:1:1',1646139600000,1646139600000,1646179200000,7,'sent',NULL,0,1646139601000,906);
INSERT INTO outbox VALUES(8,1001,2,'summary','{"html":"Resumen"}',NULL,'summary:5:allIn:0:2:1',1646053200000,1646053200000,NULL,8,'sent',NULL,0,1646053260000,907);
INSERT INTO outbox VALUES(9,1003,4,'reminder','{"html":"Recordatorio"}',NULL,'reminder:4:2022-03-16',1647435600000,1647435600000,1647475200000,9,'sent',NULL,0,1647435660000,908);
INSERT INTO outbox VALUES(10,1004,5,'reminder','{"html":"Recordatorio"}',NULL,'reminder:5:2022-03-16',1647435600000,1647435600000,1647475200000,10,'sent',NULL,0,1647435660000,909);
INSERT INTO outbox VALUES(11,1001,2,'summary','{"html":"Resumen"}',NULL,'summary:5:afterGrace:0:2:1',1647435600000,1647435600000,NULL,11,'sent',NULL,0,1647435660000,910);
INSERT INTO outbox VALUES(12,1000,1,'notice','{"html":"Cerró el 28 de febrero el <b>primer monitoreo del Plan Anticorrupción 2022</b>.\nReportadas 2 de 2: está todo.\n\nAbrió el <b>primer monitoreo del Plan de Participación Ciudadana 2022</b>: 6 actividades, cierra el <b>31 de marzo</b>.","keyboard":[[{"text":"Plan Anticorrupción 2022 · 28 de febrero","data":"s:5"}]]}',NULL,'digest:2022-03-16:1:1',1647435600000,1647435600000,1647475200000,12,'sent',NULL,0,1647435660000,911);
INSERT INTO outbox VALUES(13,1003,4,'reply','{"html":"Otra cosa","keyboard":[[{"text":"50","data":"q:1:50"}]]}',NULL,NULL,1647534600000,1647534600000,NULL,13,'sent',NULL,0,1647534660000,912);
INSERT INTO outbox VALUES(14,1003,4,'tap','{"queryId":"query","text":"Anotado"}',NULL,NULL,1647534600000,1647534600000,1647534610000,14,'sent',NULL,0,1647534660000,913);
INSERT INTO outbox VALUES(15,1003,4,'edit','{"html":"Recordatorio"}',13,NULL,1647536400000,1647536400000,NULL,15,'sent',NULL,0,1647536460000,914);
INSERT INTO outbox VALUES(16,1001,2,'notice','{"html":"Diana Mina presentó para su aprobación el primer monitoreo (corte 28 de febrero)."}',NULL,'presented:1:2:0',1647612000000,1647612000000,NULL,16,'sent',NULL,0,1647612120000,915);
INSERT INTO outbox VALUES(17,1001,2,'notice','{"html":"<b>Alcaldía</b>\n<b>Primer monitoreo · corte 28 de febrero</b>\nPlan Anticorrupción 2022 · 18 de marzo, 9:00 a. m.\n<b>Preliminar</b> · presentado por Diana Mina el 18 de marzo, falta la aprobación\n\nAvance <b>50 %</b> · esperado 16,2 %\nReportadas 2 de 2, todas a tiempo · 2 en verde\n\n🟢 7. Actividad 7 <b>50 %</b> · verde · hecho\n🟢 8. Actividad 8 <b>50 %</b> · verde · hecho","keyboard":[[{"text":"Aprobar","data":"x:approve:1"},{"text":"Devolver","data":"x:return:1"}]]}',NULL,'presented:1:2:1',1647612000000,1647612000000,NULL,17,'sent',NULL,0,1647612120000,916);
INSERT INTO outbox VALUES(18,1005,6,'notice','{"html":"Eva, Planeación corrigió su reporte de la n.º 7 (Plan Anticorrupción 2022), primer monitoreo: <b>70 %</b> · hecho y medido\n\n<i>Antes:</i> <b>50 %</b> · hecho\n<i>Motivo:</i> Faltaba una cifra"}',NULL,'reported:6:7:5:corrected:7',1647612000000,1647612000000,NULL,18,'sent',NULL,0,1647612120000,917);
INSERT INTO outbox VALUES(19,1001,2,'notice','{"html":"<b>Primer monitoreo</b> (corte 28 de febrero) del <i>Plan Anticorrupción 2022</i>\n\n<b>1 cambio desde que se presentó</b>\n• n.º 7: 50 %, ahora 70 %\n\nPlaneación debe presentarlo de nuevo antes de que usted pueda aprobarlo.","keyboard":[[{"text":"Ver los cambios","data":"x:changes:5"}]]}',NULL,'changed:1:2',1647612000000,1647612000000,NULL,19,'sent',NULL,0,1647612120000,918);
INSERT INTO outbox VALUES(20,1000,1,'notice','{"html":"<b>Primer monitoreo</b> (corte 28 de febrero) del <i>Plan Anticorrupción 2022</i>\n\n<b>1 cambio desde que se presentó</b>\n• n.º 7: 50 %, ahora 70 %\n\nPara que se pueda aprobar así, hay que presentarlo de nuevo. ¿Lo presenta?","keyboard":[[{"text":"Presentar de nuevo","data":"x:present:5"}],[{"text":"Ver los cambios","data":"x:changes:5"}]]}',NULL,'changed:1:1',1647612000000,1647612000000,NULL,20,'sent',NULL,0,1647612120000,919);
INSERT INTO outbox VALUES(21,1002,3,'notice','{"html":"Otro proceso"}',NULL,'rival:3:2022-03-18',1647615600000,1647615600000,NULL,NULL,'refused','403 Forbidden',0,1647615660000,NULL);
INSERT INTO outbox VALUES(22,1004,5,'notice','{"html":"¿Cuánto?"}',NULL,'again:5:1647601200000',1647615600000,1647615600000,NULL,NULL,'refused','403 Forbidden',0,1647615660000,NULL);
INSERT INTO outbox VALUES(23,1003,4,'notice','{"html":"Beto reportó la n.º 1"}',NULL,'reported:4:1:1:3',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(24,1004,5,'notice','{"html":"Beto, Planeación corrigió su reporte de la n.º 5 (Plan de Participación Ciudadana 2022), primer monitoreo: <b>80 %</b> · hecho y corregido\n\n<i>Antes:</i> <b>50 %</b> · hecho\n<i>Motivo:</i> Error de dedo\n\nSi no está de acuerdo, puede cambiarlo hasta el 7 de abril.","keyboard":[[{"text":"Corregir la n.º 5","data":"c:5:1"}]]}',NULL,'reported:5:5:1:corrected:8',1648083600000,1648083600000,NULL,NULL,'cancelled','reassigned',0,1648083600000,NULL);
INSERT INTO outbox VALUES(25,1004,5,'notice','{"html":"Beto, Planeación anuló su reporte de la n.º 6 (Plan de Participación Ciudadana 2022), primer monitoreo: <b>50 %</b> · hecho\n\n<i>Motivo:</i> No correspondía\n\nVuelve a estar pendiente: puede reportarla hasta el 7 de abril.","keyboard":[[{"text":"Reportar ahora","data":"c:6:1"}]]}',NULL,'reported:5:6:1:voided:6',1648083600000,1648083600000,NULL,NULL,'cancelled','reassigned',0,1648083600000,NULL);
INSERT INTO outbox VALUES(26,1003,4,'notice','{"html":"Ana, Planeación anuló su reporte de la n.º 2 (Plan de Participación Ciudadana 2022), primer monitoreo: <b>50 %</b> · hecho\n\n<i>Motivo:</i> Era de otra actividad\n\nVuelve a estar pendiente: puede reportarla hasta el 7 de abril.","keyboard":[[{"text":"Reportar ahora","data":"c:2:1"}]]}',NULL,'reported:4:2:1:voided:4',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(27,1005,6,'notice','{"html":"Eva, Planeación corrigió el reporte de la n.º 7 (Plan Anticorrupción 2022), primer monitoreo: <b>75 %</b> · hecho y vuelto a medir\n\n<i>Antes:</i> <b>70 %</b> · hecho y medido\n<i>Motivo:</i> Otra cifra"}',NULL,'reported:6:7:5:corrected:9',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(28,1005,6,'notice','{"html":"Eva, se reabrió el primer monitoreo del <i>Plan Anticorrupción 2022</i> para su actividad n.º 8.\nRecibe reportes hasta el <b>30 de marzo</b>. Motivo: Faltan soportes","keyboard":[[{"text":"Reportar ahora","data":"m:report"}]]}',NULL,'reopened:5:1:6',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(29,1005,6,'reminder',NULL,28,'reminder:6:2022-03-24',1648083600000,1648083600000,NULL,NULL,'notNeeded','superseded',0,1648083600000,NULL);
INSERT INTO outbox VALUES(30,1005,6,'notice','{"html":"Eva, Control Interno revisó un reporte suyo del primer monitoreo (corte 28 de febrero):\n\n• n.º 7, 75 %: <b>avalado</b>\n\nSu reporte no cambia: la revisión queda al lado. En /misactividades ve lo que reportó."}',NULL,'verified:5:6:1',1648083600000,1648084200000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(31,1000,1,'notice','{"html":"Diana, Control Interno revisó un reporte suyo del primer monitoreo (corte 28 de febrero):\n\n• n.º 7, 75 %: <b>avalado</b>\n\nSu reporte no cambia: la revisión queda al lado. En /misactividades ve lo que reportó."}',NULL,'verified:5:1:1',1648083600000,1648084200000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(32,1003,4,'notice','{"html":"Ana, Planeación cambió las fechas del primer monitoreo del Plan de Participación Ciudadana 2022.\nSigue cerrando el <b>31 de marzo</b>, y recibe reportes extemporáneos hasta el 11 de abril."}',NULL,'moved:1:1648083600000:2022-03-31:2022-04-11:4',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(33,1004,5,'notice','{"html":"Beto, Planeación cambió las fechas del primer monitoreo del Plan de Participación Ciudadana 2022.\nSigue cerrando el <b>31 de marzo</b>, y recibe reportes extemporáneos hasta el 11 de abril."}',NULL,'moved:1:1648083600000:2022-03-31:2022-04-11:5',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(34,1003,4,'notice','{"html":"Ana, Planeación dejó las n.º 3 y 4 como no programadas en el primer monitoreo del Plan de Participación Ciudadana 2022: no hace falta que las reporte.\nMotivo: No programada","keyboard":[[{"text":"Reportar ahora","data":"m:report"}]]}',NULL,NULL,1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(35,1003,4,'notice','{"html":"Ana, la n.º 3 vuelve a pedirse en el primer monitoreo del Plan de Participación Ciudadana 2022. Recibe reportes hasta el 11 de abril.","keyboard":[[{"text":"Reportar ahora","data":"m:report"}]]}',NULL,'included:1:1648083600000:3:4',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(36,5001,7,'notice','{"html":"Fede, desde el 23 de marzo queda a su cargo <b>Beto Ruiz</b>, en lugar de Beto Ruiz.\n\nEl <b>31 de marzo</b> cierra el primer monitoreo del <i>Plan de Participación Ciudadana 2022</i>. Le falta <b>1 actividad</b> (n.º 6).","keyboard":[[{"text":"Reportar ahora","data":"m:report"}]]}',NULL,'assigned:7:7:now',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(37,5001,7,'reminder',NULL,36,'reminder:7:2022-03-24',1648083600000,1648083600000,NULL,NULL,'notNeeded','superseded',0,1648083600000,NULL);
INSERT INTO outbox VALUES(38,1004,5,'notice','{"html":"Beto, desde el 23 de marzo <b>Beto Ruiz</b> queda a cargo de Fede Angulo.\n\nLo que usted reportó se conserva. Gracias."}',NULL,'given:5:5:1648083600000:now',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(39,5002,8,'notice','{"html":"Gina, desde el 4 de abril queda a su cargo <b>Eva Peña</b>, por encargo hasta el 20 de abril, en lugar de Eva Peña."}',NULL,'assigned:9:8:planned',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(40,1005,6,'notice','{"html":"Eva, desde el 4 de abril <b>Eva Peña</b> queda a cargo de Gina Caicedo hasta el 20 de abril; después vuelve a usted.\n\nLo que usted reportó se conserva. Gracias."}',NULL,'given:6:6:1649048400000:planned',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(41,5002,8,'notice','{"html":"Gina, desde el 11 de abril queda a su cargo <b>Ana Arboleda</b>, por encargo hasta el 20 de abril, en lugar de Ana Arboleda."}',NULL,'assigned:11:8:planned',1647824400000,1647824400000,NULL,NULL,'sent',NULL,0,1647997200000,5041);
INSERT INTO outbox VALUES(42,1003,4,'notice','{"html":"Ana, desde el 11 de abril <b>Ana Arboleda</b> queda a cargo de Gina Caicedo hasta el 20 de abril; después vuelve a usted.\n\nLo que usted reportó se conserva. Gracias."}',NULL,'given:4:4:1649653200000:planned',1647824400000,1647824400000,NULL,NULL,'cancelled','reassigned',0,1648083600000,NULL);
INSERT INTO outbox VALUES(43,5002,8,'notice','{"html":"Gina, lo previsto con <b>Ana Arboleda</b> del 11 de abril al 20 de abril quedó sin efecto. No tiene que hacer nada."}',NULL,'given:11:8:off',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(44,5002,8,'notice','{"html":"Gina, desde el 23 de marzo queda a su cargo <b>Control Interno</b>."}',NULL,'assigned:12:8:now',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(45,1001,2,'notice','{"html":"<b>Gina Caicedo</b> queda como Control Interno desde el 23 de marzo."}',NULL,'appointed:12:2',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(46,1002,3,'notice','{"html":"<b>Gina Caicedo</b> queda como Control Interno desde el 23 de marzo."}',NULL,'appointed:12:3',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(47,1003,4,'notice','{"html":"Ahora está a su cargo la n.º 2"}',NULL,'received:1:4:1648083600000',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(48,1003,4,'reminder',NULL,47,'reminder:4:2022-03-24',1648083600000,1648083600000,NULL,NULL,'notNeeded','superseded',0,1648083600000,NULL);
INSERT INTO outbox VALUES(49,1003,4,'notice','{"html":"Se cerró antes el segundo monitoreo"}',NULL,'closed:2:9:4',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(50,1003,4,'notice','{"html":"Se reabrió el segundo monitoreo"}',NULL,'reopened:2:8:4',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(51,1000,1,'notice','{"html":"Aprobado","keyboard":[[{"text":"PDF","data":"g:5:pdf"},{"text":"Excel","data":"g:5:xlsx"}]]}',NULL,'decided:1:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(52,1001,2,'notice','{"html":"¿Lo aprueba?"}',NULL,'presented:1:2:7',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(53,1002,3,'notice','{"html":"Cambió"}',NULL,'changed:1:3',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(54,1000,1,'notice','{"html":"<b>Inés Torres</b> aceptó la invitación. En Telegram aparece como «Ines».\n¿Es esa persona? Empieza como <b>Control Interno</b> cuando usted lo confirme.","keyboard":[[{"text":"Sí, es esa persona","data":"x:officeok:1"}],[{"text":"No es esa persona","data":"n:9:1648083600000"}]]}',NULL,'accepted:1:1648083600000:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(55,1001,2,'notice','{"html":"Inés llegó"}',NULL,'joined:1:1648083600000:2',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(56,1000,1,'notice','{"html":"No autorizó"}',NULL,'declined:1:1648083600000:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(57,1000,1,'notice','{"html":"Beto se fue"}',NULL,'left:5:1648083600000:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(58,1001,2,'notice','{"html":"No era esa persona"}',NULL,'unappointed:3:2',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(59,6001,NULL,'notice','{"html":"Su cuenta pasó a otra"}',NULL,NULL,1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(60,1003,4,'notice',NULL,NULL,'again:4:1648078200000',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(61,1000,1,'notice','{"html":"Otro programa está usando la misma cuenta del bot y puede estar recibiendo las respuestas. Avise a quien lo administra para que deje uno solo."}',NULL,'rival:1:2022-03-23',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(62,1000,1,'notice','{"html":"Estos cargos no tienen a nadie"}',NULL,'vacant:1:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(63,1000,1,'notice','{"html":"Estos cargos no tienen a nadie"}',NULL,'vacant:2:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(64,1000,1,'notice','{"html":"Abrió el primer monitoreo"}',NULL,'digest:2022-03-24:1:1',1648083600000,1648083600000,NULL,21,'released',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(65,1001,2,'summary','{"html":"Resumen 1"}',NULL,'summary:1:allIn:0:2:1',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(66,1001,2,'summary','{"html":"Resumen 2"}',NULL,'summary:1:allIn:0:2:2',1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(67,1001,2,'summary','{"html":"Formato","file":{"path":"/nowhere/form.pdf","name":"form.pdf","as":"document"}}',NULL,NULL,1648083600000,1648083600000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(68,1005,6,'reminder',NULL,NULL,'reminder:6:2022-03-25',1648083600000,1648213200000,1648252800000,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(69,1000,1,'notice','{"html":"El contrato de <b>Gina Caicedo</b> (Control Interno) termina el 1 de abril.\n\nSi continúa la misma persona, cambie la fecha. ¿Quién sigue?","keyboard":[[{"text":"Dar el cargo a otra persona","data":"x:give:1:3:12"}],[{"text":"Cambiar la fecha","data":"x:contract:12"}]]}',NULL,'contract:12:2022-04-01:1',1648126800000,1648126800000,NULL,NULL,'waiting',NULL,0,NULL,NULL);
INSERT INTO outbox VALUES(70,0,1,'notice',NULL,NULL,'contract:1:2022-03-30:1',1648083600000,1648083600000,NULL,NULL,'notNeeded','superseded',0,1648083600000,NULL);
CREATE TABLE `update` (
	`botId` integer NOT NULL,
	`updateId` integer NOT NULL,
	`receivedAt` integer NOT NULL,
	`state` text NOT NULL,
	`error` text,
	PRIMARY KEY(`botId`, `updateId`),
	CONSTRAINT "update_state" CHECK("update"."state" in ('begun', 'done', 'setAside'))
) STRICT;
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
INSERT INTO job VALUES(1,'account','{}','waiting',0,1644843600000,1644843600000,NULL,NULL);
INSERT INTO job VALUES(2,'render','{"presentation":null,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"chart","moment":1646139600000}','waiting',0,1646139600000,1646139600000,NULL,NULL);
INSERT INTO job VALUES(3,'render','{"presentation":null,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"pdf","moment":1646139600000}','waiting',0,1646139600000,1646139600000,NULL,NULL);
INSERT INTO job VALUES(4,'render','{"presentation":null,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"chart","moment":1646053200000}','waiting',0,1646053200000,1646053200000,NULL,NULL);
INSERT INTO job VALUES(5,'render','{"presentation":null,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"pdf","moment":1646053200000}','waiting',0,1646053200000,1646053200000,NULL,NULL);
INSERT INTO job VALUES(6,'render','{"presentation":null,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"chart","moment":1647435600000}','waiting',0,1647435600000,1647435600000,NULL,NULL);
INSERT INTO job VALUES(7,'render','{"presentation":null,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"pdf","moment":1647435600000}','waiting',0,1647435600000,1647435600000,NULL,NULL);
INSERT INTO job VALUES(8,'render','{"presentation":1,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"chart","moment":1647612000000}','waiting',0,1647612000000,1647612000000,NULL,NULL);
INSERT INTO job VALUES(9,'render','{"presentation":1,"cutId":5,"chatId":1001,"personId":2,"as":"summary","format":"pdf","moment":1647612000000}','waiting',0,1647612000000,1647612000000,NULL,NULL);
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
INSERT INTO assignment VALUES(1,1,NULL,'coordinator',1641823200000,NULL,0,NULL,NULL,'2022-03-30');
INSERT INTO assignment VALUES(2,2,NULL,'mayor',1641823200000,NULL,0,NULL,NULL,NULL);
INSERT INTO assignment VALUES(3,3,NULL,'control',1641823200000,NULL,0,NULL,NULL,NULL);
INSERT INTO assignment VALUES(4,4,1,NULL,1641823200000,NULL,0,NULL,1647824400000,NULL);
INSERT INTO assignment VALUES(5,5,2,NULL,1641823200000,1648083600000,0,NULL,1648083600000,NULL);
INSERT INTO assignment VALUES(6,6,3,NULL,1641823200000,1649048400000,0,NULL,1648083600000,NULL);
INSERT INTO assignment VALUES(7,7,2,NULL,1648083600000,NULL,0,NULL,1648083600000,NULL);
INSERT INTO assignment VALUES(8,6,3,NULL,1650517200000,NULL,0,NULL,1648083600000,NULL);
INSERT INTO assignment VALUES(9,8,3,NULL,1649048400000,1650517200000,1,6,1648083600000,NULL);
INSERT INTO assignment VALUES(12,8,NULL,'control',1648083600000,NULL,0,NULL,1648083600000,'2022-04-01');
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
INSERT INTO invitation VALUES(1,9,'69c197211c52d4de5089f6ca94145d59fd1afce97c1f6c53733ff348f775b53f',1648083598500,1,1648688398500,'control',NULL,NULL,1648083600000,NULL,NULL);
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
INSERT INTO person VALUES(1,'Diana Mina',1641823200000,1000,NULL,NULL,1641823200000,NULL,NULL,NULL,0);
INSERT INTO person VALUES(2,'Julio Biojó',1641823200000,1001,NULL,NULL,1641823200000,NULL,NULL,NULL,0);
INSERT INTO person VALUES(3,'Carla Rentería',1641823200000,1002,NULL,NULL,1641823200000,NULL,NULL,NULL,0);
INSERT INTO person VALUES(4,'Ana Arboleda',1641823200000,1003,NULL,NULL,1641823200000,NULL,NULL,NULL,0);
INSERT INTO person VALUES(5,'Beto Ruiz',1641823200000,1004,NULL,NULL,1641823200000,NULL,NULL,NULL,0);
INSERT INTO person VALUES(6,'Eva Peña',1641823200000,1005,NULL,NULL,1641823200000,NULL,NULL,NULL,0);
INSERT INTO person VALUES(7,'Fede Angulo',1648083599000,5001,'Fede','1',1648083599500,NULL,NULL,1648083599500,0);
INSERT INTO person VALUES(8,'Gina Caicedo',1648083599000,5002,'Gina','1',1648083599500,NULL,NULL,1648083599500,0);
INSERT INTO person VALUES(9,'Inés Torres',1648083598000,5003,'Ines','1',1648083600000,NULL,NULL,1648083600000,0);
CREATE TABLE `position` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`name` text NOT NULL,
	`key` text NOT NULL
) STRICT;
INSERT INTO position VALUES(1,'Ana Arboleda','Ana Arboleda 1');
INSERT INTO position VALUES(2,'Beto Ruiz','Beto Ruiz 1');
INSERT INTO position VALUES(3,'Eva Peña','Eva Peña 2');
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
INSERT INTO activity VALUES(1,1,'1',1,'Actividad 1','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(2,1,'2',2,'Actividad 2','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(3,1,'3',3,'Actividad 3','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(4,1,'4',4,'Actividad 4','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(5,1,'5',5,'Actividad 5','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(6,1,'6',6,'Actividad 6','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(7,2,'7',7,'Actividad 7','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
INSERT INTO activity VALUES(8,2,'8',8,'Actividad 8','','','','','2022-01-01','2022-12-31','','','','','',NULL,'{}',NULL,'[]');
CREATE TABLE `activity_position` (
	`activityId` integer NOT NULL,
	`positionId` integer NOT NULL,
	`place` integer NOT NULL,
	`addedAt` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`activityId`, `positionId`),
	FOREIGN KEY (`activityId`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`positionId`) REFERENCES `position`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
INSERT INTO activity_position VALUES(1,1,1,0);
INSERT INTO activity_position VALUES(2,1,1,0);
INSERT INTO activity_position VALUES(3,1,1,0);
INSERT INTO activity_position VALUES(4,1,1,0);
INSERT INTO activity_position VALUES(5,2,1,0);
INSERT INTO activity_position VALUES(6,2,1,0);
INSERT INTO activity_position VALUES(7,3,1,0);
INSERT INTO activity_position VALUES(8,3,1,0);
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
INSERT INTO cut VALUES(1,1,1,'2022-03-31',NULL,0,15,NULL);
INSERT INTO cut VALUES(2,1,2,'2022-06-30',NULL,0,NULL,NULL);
INSERT INTO cut VALUES(3,1,3,'2022-09-30',NULL,0,NULL,NULL);
INSERT INTO cut VALUES(4,1,4,'2022-12-31',NULL,0,NULL,NULL);
INSERT INTO cut VALUES(5,2,1,'2022-02-28',NULL,0,NULL,NULL);
INSERT INTO cut VALUES(6,2,2,'2022-08-31',NULL,0,NULL,NULL);
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
INSERT INTO cut_act VALUES(1,5,'reopen',1648083600000,'2022-03-30','[8]',1,'Faltan soportes');
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
INSERT INTO cut_exclusion VALUES(1,4,'No programada',1648083600000,1);
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
INSERT INTO "plan" VALUES(1,'PL-PC-01',2022,'','PLAN DE PARTICIPACION CIUDADANA','1',NULL,'Alcaldía',NULL,'','','[]','[]',15,7,1,1641823200000);
INSERT INTO "plan" VALUES(2,'PL-AC-02',2022,'','PLAN ANTICORRUPCION','1',NULL,'Alcaldía',NULL,'','','[]','[]',15,5,1,1641823200000);
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
INSERT INTO report VALUES(1,7,5,500,'hecho','chat',6,1645023600000,1645023600000,0,NULL,NULL,NULL,NULL);
INSERT INTO report VALUES(2,8,5,500,'hecho','chat',6,1645027200000,1645027200000,0,NULL,NULL,NULL,NULL);
INSERT INTO report VALUES(3,1,1,500,'hecho','chat',4,1647525600000,1647525600000,0,NULL,NULL,NULL,NULL);
INSERT INTO report VALUES(4,2,1,500,'hecho','chat',4,1647527400000,1647527400000,0,1648083600000,1,'Era de otra actividad',NULL);
INSERT INTO report VALUES(5,5,1,500,'hecho','chat',5,1647529200000,1647529200000,0,NULL,NULL,NULL,NULL);
INSERT INTO report VALUES(6,6,1,500,'hecho','chat',5,1647532800000,1647532800000,0,1648083600000,1,'No correspondía',NULL);
INSERT INTO report VALUES(7,7,5,700,'hecho y medido','correction',1,1647612000000,1647612000000,0,NULL,NULL,NULL,'Faltaba una cifra');
INSERT INTO report VALUES(8,5,1,800,'hecho y corregido','correction',1,1648083600000,1648083600000,0,NULL,NULL,NULL,'Error de dedo');
INSERT INTO report VALUES(9,7,5,750,'hecho y vuelto a medir','correction',1,1648083600000,1648083600000,0,NULL,NULL,NULL,'Otra cifra');
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
INSERT INTO presentation VALUES(1,5,1647612000000,1,'{"activities":[{"cause":null,"channels":"","endsOn":"2022-12-31","extra":[],"inForm":true,"indicator":"","means":"","name":"Actividad 7","number":"7","participationLevel":"","phase":"","positions":["Eva Peña"],"reason":null,"resources":"","responsible":"","stakeholderGroup":"","standing":"counted","startsOn":"2022-01-01","target":"","weight":null},{"cause":null,"channels":"","endsOn":"2022-12-31","extra":[],"inForm":true,"indicator":"","means":"","name":"Actividad 8","number":"8","participationLevel":"","phase":"","positions":["Eva Peña"],"reason":null,"resources":"","responsible":"","stakeholderGroup":"","standing":"counted","startsOn":"2022-01-01","target":"","weight":null}],"cut":{"date":"2022-02-28","number":1},"cuts":[{"date":"2022-02-28","number":1},{"date":"2022-08-31","number":2}],"evidence":[],"format":1,"plan":{"approvedBy":[],"code":"PL-AC-02","drawnUpBy":[],"drawnUpOn":null,"entity":"Alcaldía","fiscalYear":2022,"objectives":"","scope":"","system":"","title":"PLAN ANTICORRUPCION","version":"1","versionDate":null},"previous":null,"reports":[{"activity":"7","coverage":"onTime","cut":1,"observation":"hecho","origin":"chat","progress":500,"reportedAt":1645023600000},{"activity":"8","coverage":"onTime","cut":1,"observation":"hecho","origin":"chat","progress":500,"reportedAt":1645027200000}]}','a9f42bd59a97edc03e5dc1f8d974dc627490123684aa73366acffeae03b859d9',NULL,NULL,NULL,NULL,NULL);
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
INSERT INTO verification VALUES(1,9,'endorsed',NULL,NULL,3,1648083600000);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('plan',2);
INSERT INTO sqlite_sequence VALUES('cut',6);
INSERT INTO sqlite_sequence VALUES('person',9);
INSERT INTO sqlite_sequence VALUES('assignment',12);
INSERT INTO sqlite_sequence VALUES('position',3);
INSERT INTO sqlite_sequence VALUES('activity',8);
INSERT INTO sqlite_sequence VALUES('outbox',70);
INSERT INTO sqlite_sequence VALUES('job',9);
INSERT INTO sqlite_sequence VALUES('report',9);
INSERT INTO sqlite_sequence VALUES('presentation',1);
INSERT INTO sqlite_sequence VALUES('cut_act',1);
INSERT INTO sqlite_sequence VALUES('verification',1);
INSERT INTO sqlite_sequence VALUES('invitation',1);
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
CREATE INDEX `evidence_cut` ON `evidence` (`cutId`);
CREATE INDEX `evidence_activity` ON `evidence` (`activityId`,`cutId`);
CREATE INDEX `evidence_album` ON `evidence` (`personId`,`mediaGroupId`);
CREATE UNIQUE INDEX `evidence_stored` ON `evidence` (`storedName`);
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
COMMIT;
