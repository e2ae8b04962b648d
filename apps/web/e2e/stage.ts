import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { source } from 'axe-core';
import { generateSync } from 'otplib';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

const PLACES = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const FLAGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const WIDTHS = [320, 390, 768, 1440] as const;
export const THEMES = ['light', 'dark'] as const;
export type View = {
  width?: number;
  height?: number;
  theme?: (typeof THEMES)[number];
  locale?: string;
  /** Pixels of the screen for one of the page: 2 is a zoom of 200 %. */ scale?: number;
};

let browser: Promise<Browser> | null = null;
afterAll(async () => {
  await (await browser)?.close();
  browser = null;
});

function launch(): Promise<Browser> {
  const executablePath = PLACES.find((place) => place && existsSync(place));
  if (!executablePath) throw new Error('no Chromium: install one with apt-get install chromium');
  return (browser ??= chromium.launch({ executablePath, args: FLAGS }));
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in this window. */
  readonly faults: string[];
}

/** A fresh browser window; whatever it asks of another host, and every error of its console, is kept in `faults`. */
export async function open({
  width = 1440,
  height = 900,
  theme = 'light',
  locale = 'fr-FR',
  scale = 1,
}: View = {}): Promise<Opened> {
  const context = await (
    await launch()
  ).newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    colorScheme: theme,
    locale,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 40[134]/.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(inject('origin')) && !/^(data|blob):/.test(request.url()))
      faults.push(`asked elsewhere: ${request.url()}`);
  });
  return { page, context, faults };
}

/** Cookies by role: a one-time code works once, so each person signs in once for the whole run. */
const sessions = new Map<string, { name: string; value: string }>();

async function sessionOf(role: string): Promise<{ name: string; value: string }> {
  const known = sessions.get(role);
  if (known) return known;
  const account = accountOf(role);
  const enter = (code: string) =>
    fetch(`${inject('origin')}/api/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: account.login, password: account.password, code }),
    });
  let answer = await enter(generateSync({ secret: account.totpSecret }));
  // Somebody signed in with that code on a screen a moment ago.
  if (answer.status !== 201) answer = await enter(await freshCode(account));
  const [name = '', value = ''] = (answer.headers.get('set-cookie') ?? '').split(';')[0]?.split('=') ?? [];
  if (answer.status !== 201) throw new Error(`${role} does not sign in: ${answer.status} ${await answer.text()}`);
  sessions.set(role, { name, value });
  return { name, value };
}

/** Milliseconds that a one-time code lasts (RFC 6238). */
const PERIOD = 30_000;
/** A code that nobody has used yet: that of the next period, once it has come. */
export async function freshCode({ totpSecret }: { totpSecret: string }): Promise<string> {
  await sleep(PERIOD - (Date.now() % PERIOD) + 200);
  return generateSync({ secret: totpSecret });
}

export function accountOf(role: string) {
  const account = inject('accounts').find((a) => a.role === role);
  if (!account) throw new Error(`no demo account for ${role}`);
  return account;
}

/** The same, signed in as the demo account of a role. */
export async function openAs(role: string, view: View = {}): Promise<Opened> {
  const opened = await open(view);
  await opened.context.addCookies([{ ...(await sessionOf(role)), url: inject('origin') }]);
  return opened;
}

/** What axe finds on the page as it stands, one line per rule and place. */
export async function axe(page: Page): Promise<string[]> {
  await page.evaluate(source);
  // axe is put on the page by the line above.
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: {
          run: (
            where: Document,
            options: object,
          ) => Promise<{ violations: { id: string; nodes: { target: unknown[] }[] }[] }>;
        };
      }
    ).axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}`));
  });
}

/** Pixels by which the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

export const go = async (page: Page, path: string): Promise<void> => {
  await page.goto(`${inject('origin')}${path}`);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
};
