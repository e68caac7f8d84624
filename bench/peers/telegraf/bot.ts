import { SQLite } from '@telegraf/session/sqlite';
import { Scenes, session, Telegraf } from 'telegraf';
import { message } from 'telegraf/filters';
import { nextActivity, saveReport, sqlite } from './database.ts';

interface ReportSession extends Scenes.WizardSessionData {
  activityId: number;
  percentage: number;
}
type ReportContext = Scenes.WizardContext<ReportSession>;

const report = new Scenes.WizardScene<ReportContext>(
  'report',
  async (ctx) => {
    if (await askNext(ctx)) ctx.wizard.next();
  },
  async (ctx) => {
    const [, figure, words] = /^(\d{1,3}) ?%?(?: (.+))?$/s.exec(ctx.text ?? '') ?? [];
    const percentage = Number(figure);
    if (!(percentage <= 100)) {
      await ctx.reply('Escriba un número de 0 a 100.');
      return;
    }
    if (words === undefined) {
      ctx.scene.session.percentage = percentage;
      await ctx.reply('¿Qué se hizo?');
      ctx.wizard.next();
      return;
    }
    save(ctx, percentage, words);
    await askNext(ctx, 'Guardado. ');
  },
  async (ctx) => {
    save(ctx, ctx.scene.session.percentage, ctx.text ?? '');
    await ctx.reply('Guardado.');
    await ctx.scene.leave();
  },
);

async function askNext(ctx: ReportContext, before = ''): Promise<boolean> {
  const next = nextActivity(ctx.from?.id ?? 0);
  if (next) {
    ctx.scene.session.activityId = next.id;
    await ctx.reply(`${before}¿Qué porcentaje lleva la actividad ${next.number}? ${next.name}`);
    return true;
  }
  await ctx.reply(`${before}No tiene actividades pendientes.`);
  await ctx.scene.leave();
  return false;
}

function save(ctx: ReportContext, percentage: number, observation: string): void {
  const { activityId } = ctx.scene.session;
  saveReport({ activityId, personId: ctx.from?.id ?? 0, percentage, observation });
}

const bot = new Telegraf<ReportContext>(process.env.BOT_TOKEN ?? '', {
  telegram: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' },
});
const stage = new Scenes.Stage<ReportContext>([report]);
stage.command('reportar', (ctx) => ctx.scene.enter('report'));
bot.use(session({ store: SQLite<ReportContext['session']>({ database: sqlite }) }));
bot.use(stage.middleware());
bot.on(message('text'), (ctx) => ctx.reply('Escriba /reportar.'));
await bot.launch();
