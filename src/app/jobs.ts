import { type AccountChange, accountChanges } from '../actions/account-settings.ts';
import { systemClock } from '../clock.ts';
import { formNotFetched, formRead } from '../conversations/importing/offer.ts';
import { formRequest } from '../conversations/importing/question.ts';
import { qrRequest, sendQr, tellQrMissing } from '../conversations/people/invite-picture.ts';
import { sendPaper, tellPaperMissing } from '../conversations/people/send-paper.ts';
import { sendHandout, tellHandoutMissing } from '../conversations/publication/handouts.ts';
import { evidenceNotKept } from '../conversations/reporting/evidence/not-kept.ts';
import { sendFiles, tellFileMissing } from '../conversations/summary/send-files.ts';
import { evidenceById, markNotKept } from '../db/evidence.ts';
import { removeParts } from '../db/evidence-bytes.ts';
import { forgetJob, type Job } from '../db/jobs.ts';
import type { Db, Store } from '../db/open.ts';
import { evidenceFetcher, readEvidenceJob } from '../jobs/fetch-evidence.ts';
import { isPicture } from '../jobs/make-files.ts';
import { handoutMaker } from '../jobs/make-handout.ts';
import { paperMaker } from '../jobs/make-paper.ts';
import { qrMaker } from '../jobs/make-qr.ts';
import { formReader } from '../jobs/read-received-form.ts';
import { startRender } from '../jobs/render.ts';
import { fileMaker } from '../jobs/render-files.ts';
import { type RunningJobs, startJobs } from '../jobs/run-jobs.ts';
import { type AccountCallResult, accountTeller } from '../jobs/tell-account.ts';
import { type Log, nameOf } from '../log.ts';
import { type FileRequest, readFileRequest } from '../summary/file-request.ts';
import { readHandoutRequest } from '../summary/handout-request.ts';
import { isPaperRequest, readPaperRequest } from '../summary/paper-request.ts';
import type { Api } from '../telegram/client.ts';
import { download } from '../telegram/download.ts';
import { evidenceRules } from './evidence-rules.ts';
import type { BotOptions } from './options.ts';

/**
 * Composes the jobs, which wait for network, files and rendering. The outcome of each job comes back as an
 * act of its own.
 */
export function startBotJobs(
  of: BotOptions & { readonly store: Store; readonly api: Api; readonly finished: () => void },
  signal: AbortSignal,
): RunningJobs {
  const { store, clock, log, api, apiRoot, token } = of;
  const fetch = (fileId: string, most: number, aborted: AbortSignal) =>
    download({ api, apiRoot, token }, fileId, most, aborted);
  const rules = evidenceRules(of);
  const fetchEvidence = evidenceFetcher({
    store,
    folder: of.filesPath,
    limit: rules.evidenceLimit,
    hasRoom: rules.hasRoom,
    download: fetch,
    notKept: (db, evidence, why, now) => evidenceNotKept(db, evidence, why, now, rules.evidenceLimit),
  });
  clearParts(of.filesPath, log);
  const render = of.render ?? startRender({ clock: systemClock });
  const makeFiles = fileMaker({
    store,
    folder: of.filesPath,
    entityName: of.entityName,
    rendering: render,
    begins: (asked) => showMaking(api, asked, signal),
    send: sendFiles,
  });
  const makeHandout = handoutMaker({
    store,
    folder: of.filesPath,
    entityName: of.entityName,
    rendering: render,
    now: clock.now,
    send: sendHandout,
  });
  const makePaper = paperMaker({
    store,
    folder: of.filesPath,
    entityName: of.entityName,
    render: render.paper,
    send: sendPaper,
  });
  const readReceived = formReader({
    store,
    request: (payload) => formRequest.parse(payload),
    download: fetch,
    read: render.readForm,
    done: formRead,
    notFetched: formNotFetched,
  });
  const makeQr = qrMaker({
    folder: of.filesPath,
    request: (payload) => qrRequest.parse(payload),
    rendering: render,
    send: sendQr,
  });
  const tellAccount = accountTeller({
    store,
    changes: (db) => accountChanges(db, of.entityName, clock.now()),
    tell: (change, aborted) => tellTelegram(of, change, aborted),
  });
  const jobs = startJobs(
    {
      store,
      clock,
      log,
      workers: {
        evidence: fetchEvidence,
        render: makeFiles,
        readForm: readReceived,
        qr: makeQr,
        account: tellAccount,
        handout: (job, aborted) => (isPaperRequest(job.payload) ? makePaper : makeHandout)(job, aborted),
      },
      failed: (db, job, now) => tellFailed(db, job, now, rules.evidenceLimit),
      finished: of.finished,
    },
    signal,
  );
  signal.addEventListener('abort', () => void render.close());
  return { wake: jobs.wake, stopped: jobs.stopped.then(render.close) };
}

/**
 * Shows on the phone of a person who asked for a file that it is being made. Nothing waits for it, and without it the file
 * comes all the same.
 */
function showMaking(api: Api, asked: FileRequest, signal: AbortSignal): void {
  if (asked.as !== 'reply') return;
  const action = isPicture(asked.format) ? 'upload_photo' : 'upload_document';
  const of = { chat_id: asked.chatId, action };
  void api.call('sendChatAction', of, { timeoutMs: 5_000, signal });
}

/** Removes files that an earlier process began to write: nothing else would remove them. */
function clearParts(folder: string, log: Log): void {
  try {
    const removed = removeParts(folder);
    if (removed > 0) log.warn({ removed }, 'unfinished files of evidence were removed');
  } catch (error) {
    log.error({ error: nameOf(error) }, 'unfinished files of evidence could not be removed');
  }
}

/**
 * Sets a menu or a description. A refusal that is final is logged and left, or it would be logged every
 * minute.
 */
async function tellTelegram(
  of: { readonly api: Api; readonly log: Log },
  change: AccountChange,
  signal: AbortSignal,
): Promise<AccountCallResult> {
  const { method, parameters } = change;
  const outcome = await of.api.call(method, parameters, { timeoutMs: 15_000, signal });
  if (outcome.ok) return 'made';
  if (outcome.kind === 'unreachable') return { afterMs: null };
  const { code, description, retryAfterMs } = outcome;
  if (code === 400 || code === 403) {
    of.log.warn({ method, code, description }, 'Telegram does not take a setting of the account');
    return 'refused';
  }
  return { afterMs: retryAfterMs };
}

/** A job has failed as often as it may: notifies the person who waits for it. */
function tellFailed(db: Db, job: Job, now: number, evidenceLimit: number): void {
  // The next minute asks again for the account's menus and descriptions.
  if (job.kind === 'account') return;
  if (job.kind === 'render') {
    tellFileMissing(db, readFileRequest(job.payload), now);
    return;
  }
  if (job.kind === 'handout') {
    if (isPaperRequest(job.payload)) tellPaperMissing(db, readPaperRequest(job.payload), now);
    else tellHandoutMissing(db, readHandoutRequest(job.payload), now);
    return;
  }
  if (job.kind === 'readForm') {
    formNotFetched(db, formRequest.parse(job.payload), 'gone', now);
    return;
  }
  if (job.kind === 'qr') {
    tellQrMissing(db, qrRequest.parse(job.payload), now);
    forgetJob(db, job.id);
    return;
  }
  const evidenceId = readEvidenceJob(job.payload);
  const evidence = evidenceId === null ? undefined : evidenceById(db, evidenceId);
  if (evidence?.state !== 'fetching') return;
  markNotKept(db, evidence.id);
  evidenceNotKept(db, evidence, 'gone', now, evidenceLimit);
}
