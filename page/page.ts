import { isFound, type Wanted } from './filter';
import { foundText, PAGE } from '../lib/review/words/page';
import { element, storedTheme, storeTheme } from './dom';

// What every page of a review does: search, links to hosts, and the choice of colours. All of it works on what is there.

const filter = element('filter', HTMLFormElement);
const query = element('q', HTMLInputElement);
const marked = [...document.querySelectorAll<HTMLElement>('[data-host]')].map((place) => ({
  place,
  id: place.dataset.host!,
  text: place.textContent.toLowerCase(),
  namespace: place.dataset.namespace!,
  risk: place.dataset.risk!,
  isChanged: 'changed' in place.dataset,
}));
const all = new Set(marked.map(({ id }) => id)).size;

function wanted(): Wanted {
  const choice = (id: string, otherwise: string): string =>
    (document.getElementById(id) as HTMLSelectElement | null)?.value ?? otherwise;
  const changed = document.getElementById('changed') as HTMLInputElement | null;
  return {
    words: query.value.toLowerCase().split(/\s+/).filter(Boolean),
    namespace: choice('namespace', '*'),
    risk: choice('risk', 'none'),
    changedOnly: changed?.checked === true,
  };
}

function apply(): void {
  const asked = wanted();
  const found = new Set<string>();
  for (const one of marked) {
    const isShown = isFound(one, asked);
    one.place.hidden = !isShown;
    if (isShown) found.add(one.id);
  }
  const isFiltered = found.size < all || asked.words.length > 0;
  for (const link of document.querySelectorAll<HTMLElement>('[data-for]')) {
    link.hidden = !found.has(link.dataset.for!);
  }
  for (const part of document.querySelectorAll<HTMLElement>('.general')) {
    const items = part.querySelectorAll<HTMLElement>('[data-host]');
    part.hidden = items.length === 0 ? isFiltered : [...items].every((item) => item.hidden);
  }
  element('count', HTMLOutputElement).value = foundText(found.size, all);
  element('clear', HTMLButtonElement).hidden = !isFiltered;
}

/** Somebody follows a link to a host that is filtered out, or hidden in another way. */
function showTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target?.closest('[hidden]') || target.id === 'ask') return;
  filter.reset();
  apply();
  target.scrollIntoView();
}

function chooseTheme(theme: 'light' | 'dark' | undefined): void {
  const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  if (theme) document.documentElement.dataset.theme = theme;
  const button = element('theme', HTMLButtonElement);
  button.textContent = isDark ? PAGE.theme.light : PAGE.theme.dark;
  button.onclick = () => {
    const other = isDark ? 'light' : 'dark';
    storeTheme(other);
    chooseTheme(other);
  };
}

filter.hidden = false;
element('theme', HTMLButtonElement).hidden = false;
filter.addEventListener('input', apply);
filter.addEventListener('reset', () => setTimeout(apply));
filter.addEventListener('submit', (event) => {
  event.preventDefault();
  const first = marked.find(({ place }) => !place.hidden);
  if (first) location.hash = first.id;
});
addEventListener('hashchange', showTarget);
addEventListener('keydown', (event) => {
  const isTyping =
    event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  query.focus();
});
chooseTheme(storedTheme());
apply();
showTarget();
