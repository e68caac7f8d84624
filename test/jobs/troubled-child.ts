import { answerRequests } from '../../src/jobs/answer-requests.ts';
import type { RenderAnswer } from '../../src/jobs/render-request.ts';

/** A rendering process that does what the form's title says; for any other title it prints its process id. */
answerRequests(async (request): Promise<RenderAnswer> => {
  const title = request.kind === 'pdf' ? request.model.form.title : '';
  switch (title) {
    case 'refuse':
      return { ok: false, message: 'refused' };
    case 'exit':
      return process.exit(7);
    case 'throw':
      setImmediate(() => {
        throw new Error('thrown outside of any promise');
      });
      return new Promise(() => undefined);
    case 'crash':
      return process.abort();
    case 'fill': {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, Math.random));
    }
    case 'hang':
      for (;;);
    case 'who':
      return { ok: true, value: new TextEncoder().encode(String(process.pid)) };
    case 'token':
      return { ok: true, value: new TextEncoder().encode(JSON.stringify(process.env)) };
    default:
      return { ok: true, value: new TextEncoder().encode(title) };
  }
});
