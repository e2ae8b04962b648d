import { HeadlessMantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';

/** Behaviour from Mantine, looks from tokens.css and css/ alone: no style of its own reaches the page. */
export function WidgetProvider({ children }: { children: ReactNode }) {
  return <HeadlessMantineProvider>{children}</HeadlessMantineProvider>;
}
