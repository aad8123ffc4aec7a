import { PAGE } from '../lib/review/words/page';
import { element } from './dom';

type Theme = 'light' | 'dark';

const KEY = 'cdk8s-mesh.theme';

/** Lets people choose light or dark. Until they do, it is as their system has it. */
export function startTheme(): void {
  element('theme', HTMLButtonElement).hidden = false;
  choose(stored());
}

function choose(theme: Theme | undefined): void {
  const isDark = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  if (theme) document.documentElement.dataset.theme = theme;
  const button = element('theme', HTMLButtonElement);
  button.textContent = isDark ? PAGE.theme.light : PAGE.theme.dark;
  button.onclick = () => {
    const other = isDark ? 'light' : 'dark';
    store(other);
    choose(other);
  };
}

/** Pages in files may not be allowed to remember anything. */
function stored(): Theme | undefined {
  try {
    const theme = localStorage.getItem(KEY);
    return theme === 'light' || theme === 'dark' ? theme : undefined;
  } catch {
    return undefined;
  }
}

function store(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Then it holds until the page is left.
  }
}
