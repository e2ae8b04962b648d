// npm run bench -- NAME [--json]: measures one subject beside the machine's own baseline.

/** Every bench, one line each; it answers rows of {name, value, unit, baseline, ratio}. */
const BENCHES = {
  api: () => import('./api.ts'),
  import: () => import('./import.ts'),
  rules: () => import('./rules.ts'),
};

const json = process.argv.includes('--json');
const [name = '', ...options] = process.argv.slice(2).filter((word) => word !== '--json');

if (Object.hasOwn(BENCHES, name)) {
  const { bench } = await BENCHES[name]();
  const rows = await bench(options);
  if (json) console.log(JSON.stringify(rows));
  else console.table(Object.fromEntries(rows.map(({ name: row, ...figures }) => [row, figures])));
  // A row may say its budget, in its own unit: a bench that is over it ends badly.
  const over = rows.filter(({ name: row, value }) => value > Number(/\(budget ([\d.]+)\)/.exec(row)?.[1] ?? Infinity));
  for (const { name: row, value, unit } of over) console.error(`over its budget: ${row}: ${value} ${unit}`);
  if (over.length > 0) process.exitCode = 1;
} else {
  console.error(`npm run bench -- NAME [--json]\nNAME: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
}
