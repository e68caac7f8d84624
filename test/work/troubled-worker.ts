import { parentPort } from 'node:worker_threads';

/** A rendering thread that does what the title of the form tells it. */
parentPort?.on('message', ({ model }: { model: { form: { title: string } } }) => {
  switch (model.form.title) {
    case 'refuse':
      parentPort?.postMessage({ ok: false, message: 'refused' });
      return;
    case 'exit':
      process.exit(7);
      return;
    case 'throw':
      throw new Error('thrown outside of any promise');
    case 'hang':
      return;
    default:
      parentPort?.postMessage({ ok: true, value: new TextEncoder().encode(model.form.title) });
  }
});
