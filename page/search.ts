import { foundText } from '../lib/review/words/page';
import { element } from './dom';
import { isFound, type Wanted } from './filter';

/** Lets people look for hosts. Everything is in the page: what is not looked for is hidden. */
export function startSearch(filter: HTMLFormElement): void {
  const query = element('q', HTMLInputElement);
  const places = [...document.querySelectorAll<HTMLElement>('[data-host]')].map((place) => ({
    place,
    id: place.dataset.host!,
    text: place.textContent.toLowerCase(),
    namespace: place.dataset.namespace!,
    risk: place.dataset.risk!,
    isChanged: 'changed' in place.dataset,
  }));
  const all = new Set(places.map(({ id }) => id)).size;

  const apply = (): void => {
    const asked = wanted(query.value);
    const found = new Set<string>();
    for (const one of places) {
      const isShown = isFound(one, asked);
      one.place.hidden = !isShown;
      if (isShown) found.add(one.id);
    }
    const isFiltered = found.size < all;
    for (const link of document.querySelectorAll<HTMLElement>('[data-for]')) {
      link.hidden = !found.has(link.dataset.for!);
    }
    for (const part of document.querySelectorAll<HTMLElement>('.lead, .general')) {
      const items = [...part.querySelectorAll<HTMLElement>('[data-host]')];
      part.hidden = items.length === 0 ? isFiltered : items.every((item) => item.hidden);
    }
    document.documentElement.toggleAttribute('data-filtered', isFiltered);
    element('count', HTMLOutputElement).value = foundText(found.size, all);
    element('clear', HTMLButtonElement).hidden = !isFiltered;
  };

  /** Somebody follows a link to what is filtered out. */
  const showTarget = (): void => {
    const target = document.getElementById(named(location.hash));
    if (!target?.closest('[hidden]')) return;
    filter.reset();
    apply();
    target.scrollIntoView();
  };

  filter.hidden = false;
  filter.addEventListener('input', apply);
  filter.addEventListener('reset', () => setTimeout(apply));
  filter.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = places.find(({ place }) => !place.hidden);
    if (first) location.hash = first.id;
  });
  addEventListener('hashchange', showTarget);
  addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    event.preventDefault();
    query.focus();
  });
  apply();
  showTarget();
}

/** What a link names. Nothing if somebody cut it in the middle of a letter. */
function named(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return '';
  }
}

function wanted(query: string): Wanted {
  const choice = (id: string, otherwise: string): string =>
    (document.getElementById(id) as HTMLSelectElement | null)?.value ?? otherwise;
  const changed = document.getElementById('changed') as HTMLInputElement | null;
  return {
    words: query.toLowerCase().split(/\s+/).filter(Boolean),
    namespace: choice('namespace', '*'),
    risk: choice('risk', 'none'),
    changedOnly: changed?.checked === true,
  };
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
