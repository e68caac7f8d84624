/** getUpdates and the webhook's settings (specification: Telegram updates, Telegram webhook). */
import { badRequest, conflict, tooManyRequests } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Method, MethodContext, Methods } from './method.ts';

const INT32 = 2 ** 31;
const WEBHOOK_ACTIVE =
  "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";

const getUpdates: Method = {
  parameters: ['offset', 'limit', 'timeout', 'allowed_updates'],
  run: ({ world, params, polling, signal }) => {
    if (world.webhook.url !== '') throw conflict(WEBHOOK_ACTIVE);
    allow(world, params.json('allowed_updates'));
    return polling.poll(
      {
        offset: params.integer('offset', 0, -INT32, INT32 - 1),
        limit: params.integer('limit', 100, 1, 100),
        timeoutSeconds: params.integer('timeout', 0, 0, 50),
      },
      signal,
    );
  },
};

const setWebhook: Method = {
  parameters: [
    'url',
    'certificate',
    'ip_address',
    'max_connections',
    'allowed_updates',
    'drop_pending_updates',
    'secret_token',
  ],
  run: (context) => {
    const { world, params, polling, delivery, describe } = context;
    const url = params.text('url') ?? '';
    if (url === '') return removeWebhook(context);
    const secret = params.text('secret_token') ?? '';
    checkUrl(context, url);
    if (secret.length > 256) throw badRequest('secret token is too long');
    if (!/^[A-Za-z0-9_-]*$/.test(secret)) throw badRequest('secret token contains unallowed characters');
    checkTarget(context, url);
    const last = world.profile.get('webhook set at');
    if (typeof last === 'number' && world.clock.now() - last < 1000) throw tooManyRequests(1);
    world.profile.set('webhook set at', world.clock.now());

    allow(world, params.json('allowed_updates'));
    if (params.boolean('drop_pending_updates')) world.updates.clear();
    const same = world.webhook.url === url && world.webhook.secret === secret;
    world.webhook = { url, secret, maxConnections: params.integer('max_connections', 40, 1, 100) };
    polling.refuseWaiting(conflict('terminated by setWebhook request'));
    delivery.pump();
    describe(same ? 'Webhook is already set' : 'Webhook was set');
    return true;
  },
};

const deleteWebhook: Method = {
  parameters: ['drop_pending_updates'],
  run: (context) => removeWebhook(context),
};

const getWebhookInfo: Method = {
  parameters: [],
  run: ({ world }) => {
    const { url, maxConnections, lastError } = world.webhook;
    const allowed = world.updates.allowed();
    return {
      url,
      has_custom_certificate: false,
      pending_update_count: world.updates.pending().length,
      ...(lastError === undefined
        ? {}
        : { last_error_date: lastError.at, last_error_message: lastError.message }),
      ...(url === '' ? {} : { max_connections: maxConnections }),
      ...(allowed.length === 0 ? {} : { allowed_updates: allowed }),
    };
  },
};

function removeWebhook({ world, params, describe }: MethodContext): true {
  if (params.boolean('drop_pending_updates')) world.updates.clear();
  describe(world.webhook.url === '' ? 'Webhook is already deleted' : 'Webhook was deleted');
  world.webhook = { url: '', secret: '', maxConnections: 40 };
  return true;
}

/** Absent or not JSON: keeps the former setting. An empty list is the default. */
function allow(world: World, names: unknown): void {
  if (Array.isArray(names)) world.updates.allow(names.map(String));
}

function checkUrl({ allowLocalWebhook }: MethodContext, url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const known = parsed !== undefined && /^https?:$/.test(parsed.protocol);
  if (!known || (!parsed.hostname.includes('.') && !(allowLocalWebhook && parsed.hostname === 'localhost'))) {
    throw badRequest('invalid webhook URL specified');
  }
}

function checkTarget({ allowLocalWebhook }: MethodContext, url: string): void {
  const { protocol, port, hostname } = new URL(url);
  const local = /^(127\.|10\.|192\.168\.|localhost$)/.test(hostname);
  if (local && allowLocalWebhook) return;
  if (protocol !== 'https:') throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  if (!['', '80', '88', '443', '8443'].includes(port)) {
    throw badRequest('bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443');
  }
  if (local) throw badRequest(`bad webhook: IP address ${hostname} is reserved`);
}

export const updateMethods: Methods = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo };
