/** What happened, newest first. */
import type { JournalEntry } from '../show/view.ts';
import { h } from './dom.ts';
import { stampOf, texts } from './texts.ts';

export function createJournal(place: HTMLElement): {
  readonly update: (entries: readonly JournalEntry[]) => void;
} {
  const list = h('ol', {
    tabindex: 0,
    'aria-labelledby': 'journal-title',
    'aria-live': 'polite',
    'aria-relevant': 'additions',
  });
  const empty = h('li', { class: 'entry quiet-entry' }, texts.journalEmpty);
  const shown = new Map<number, HTMLElement>();
  list.append(empty);
  place.replaceChildren(h('h2', { id: 'journal-title' }, texts.journalTitle), list);
  return {
    update: (entries) => {
      for (const entry of entries) {
        if (shown.has(entry.id)) continue;
        const item = h(
          'li',
          { class: `entry ${entry.kind}-entry` },
          h('time', { datetime: new Date(entry.at).toISOString() }, stampOf(entry.at)),
          h('span', { class: 'entry-text' }, entry.text),
        );
        shown.set(entry.id, item);
        list.prepend(item);
      }
      if (!list.matches(':hover, :focus')) list.scrollTop = 0;
      empty.hidden = shown.size > 0;
      const kept = new Set(entries.map((entry) => entry.id));
      for (const [id, item] of shown) {
        if (kept.has(id)) continue;
        item.remove();
        shown.delete(id);
      }
    },
  };
}
