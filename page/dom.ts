/** An element of the page that has to be there. */
export function element<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof type) return found;
  throw new Error(`the page must have ${id}`);
}

const THEME = 'cdk8s-mesh.theme';

/** Pages in files may not be allowed to remember anything. */
export function storedTheme(): 'light' | 'dark' | undefined {
  try {
    const theme = localStorage.getItem(THEME);
    return theme === 'light' || theme === 'dark' ? theme : undefined;
  } catch {
    return undefined;
  }
}

export function storeTheme(theme: 'light' | 'dark'): void {
  try {
    localStorage.setItem(THEME, theme);
  } catch {
    // Then it holds until the page is left.
  }
}
