import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/canonical-json.ts';
import type { Html, Keyboard, Message } from '../../domain/events.ts';
import { writeScreen } from '../../domain/screens.ts';
import { hasLongNumber } from '../../publication/left-out.ts';
import { observationsOf } from '../../publication/observations.ts';
import { publish } from '../../publication/publish.ts';
import { type ToPublish, toPublish } from '../../publication/to-publish.ts';
import { splitAtLines } from '../../summary/split-at-lines.ts';
import { bold, nothing, paragraphs, plain } from '../../texts/html.ts';
import * as texts from '../../texts/publication/chat.ts';
import { cutHeading, observationLine } from '../../texts/publication/listing.ts';
import { screenButton } from '../dialogs/keyboard.ts';
import { pageButtons } from '../dialogs/list-pages.ts';
import { follow, type Turn } from '../turn.ts';
import { askForSite } from './handouts.ts';

const { publicationButtons } = texts;
/** Characters of a line: an imported observation may be longer than a message. */
const A_LINE = 3_000;

/**
 * *Publicar*: every observation that would be new in the site, page by page, and the button on the last one (specification:
 * Publication).
 */
export function showPublishing(turn: Turn, page: number): void {
  follow(turn, publishingMessage(toPublish(turn.db, turn.now), page));
}

/** Publishes what was shown, and nothing else. @param seen what the list was of */
export function publishSeen(turn: Turn, seen: number): void {
  const site = toPublish(turn.db, turn.now);
  if (site.length === 0 || seenOf(site) !== seen) {
    const { html, ...message } = publishingMessage(site, 1);
    follow(turn, { ...message, html: paragraphs(texts.changedMeanwhile(), html) });
    return;
  }
  publish(turn.db, site, { personId: turn.person.id }, turn.now);
  askForSite(turn);
}

function publishingMessage(site: readonly ToPublish[], asked: number): Message {
  const back = screenButton(publicationButtons.toCuts, 'cuts', { page: 1 });
  if (site.length === 0) return { html: texts.nothingToPublish(), keyboard: [[back]] };
  const fresh = site.filter(({ state }) => state !== 'same');
  const seen = seenOf(site);
  if (fresh.length === 0)
    return {
      html: texts.allPublished(site.length),
      keyboard: [[screenButton(publicationButtons.site, 'publishyes', { seen })], [back]],
    };
  // What stands in the site already was read before.
  const published = site.filter(({ state }) => state === 'same');
  const toRead = observationsOf([...published, ...fresh]).slice(published.length);
  const all = splitAtLines(toRead.flatMap(linesOf));
  const observations = toRead.flatMap((each) => each.observations).length;
  const place = { page: Math.min(Math.max(asked, 1), all.length), pages: all.length };
  const isLast = place.page === place.pages;
  const keyboard: Keyboard = [
    ...(isLast ? [[screenButton(publicationButtons.yes(observations), 'publishyes', { seen })]] : []),
    ...pageButtons({ ...place, items: [] }, (page) => writeScreen('publish', { page })),
    [back],
  ];
  const end = isLast ? texts.publishQuestion(observations) : texts.readOn();
  return { html: paragraphs(texts.listTitle(place), all[place.page - 1] ?? nothing, end), keyboard };
}

function linesOf({
  of,
  observations,
}: ReturnType<typeof observationsOf<ToPublish>>[number]): readonly Html[] {
  const { plan, cut } = of.content;
  const lines = observations.flatMap(({ activity, cutNumber, text }) => {
    const earlier = cutNumber === cut.number ? null : cutNumber;
    return piecesOf(observationLine({ activity, text, earlier, hasLongNumber: hasLongNumber(text) }));
  });
  return [nothing, bold(cutHeading({ plan, cut, state: of.state })), ...lines.map((line) => plain(line))];
}

function piecesOf(line: string): readonly string[] {
  return line.match(new RegExp(`[^]{1,${A_LINE}}`, 'gu')) ?? [];
}

/** A number for what would be published: other content gives another one. It has at most 15 digits. */
function seenOf(site: readonly ToPublish[]): number {
  const fresh = site.filter(({ state }) => state !== 'same');
  const text = canonicalJson(fresh.map(({ address, content }) => ({ address, content })));
  return Number.parseInt(createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 12), 16);
}
