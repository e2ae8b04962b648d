import { useSyncExternalStore } from 'react';

export type Theme = 'system' | 'light' | 'dark';
const KEY = 'egide.theme';
const readers = new Set<() => void>();

function readTheme(): Theme {
  const kept = document.documentElement.getAttribute('data-mantine-color-scheme');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Chosen here, kept in this browser, set on the root again before the next first paint by /theme.js. */
export function setTheme(theme: Theme): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-mantine-color-scheme');
  else document.documentElement.setAttribute('data-mantine-color-scheme', theme);
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Storage is closed in this browser: the choice holds until the page is left.
  }
  readers.forEach((tell) => tell());
}
export const useTheme = (): Theme =>
  useSyncExternalStore((tell) => {
    readers.add(tell);
    return () => readers.delete(tell);
  }, readTheme);
