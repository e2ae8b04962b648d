import { asSystem, runsPlatform } from '../modules/access/index.ts';
import { INSTANCE } from '../platform/audit-log/entry.ts';
import type { Cx } from '../platform/cx.ts';
import { refuse } from '../platform/refusal.ts';
import { claim, loadDemo } from './load.ts';
import type { DemoAccount } from './people.ts';

/** The platform administrator asks for the fictional territory on a fresh instance. */
export async function askForDemo(cx: Cx, seal: (plain: string) => string): Promise<DemoAccount[]> {
  cx.allow(runsPlatform(cx.actor));
  const system = await asSystem(cx, 'demo');
  const stands = await claim(system, { administrators: 'may-be-there' });
  if (stands !== 'empty') throw refuse(stands === 'fictional' ? 'demo-loaded' : 'demo-real-data');
  const accounts = await loadDemo(system, seal);
  await cx.record({ chain: INSTANCE, action: 'demo.loaded', detail: { accounts: accounts.length } });
  return accounts;
}
