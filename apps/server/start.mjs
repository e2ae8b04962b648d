// Plain JavaScript on purpose: an old Node must reach the message below, not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Égide a besoin de Node 22.18 ou plus récent ; celui-ci est ${process.versions.node}. Lancez « npm start » après « npm ci » : npm apporte alors le sien.\nÉgide needs Node 22.18 or later; this one is ${process.versions.node}. Run "npm start" after "npm ci": npm then brings its own.`,
  );
  process.exit(1);
}
const { enableCompileCache } = await import('node:module');
enableCompileCache();
const { buildIfStale } = await import('../../tools/build-web.mjs');
// `npm run dev` serves the pages itself, always fresh.
if (process.env.EGIDE_PAGES !== 'elsewhere' && (await buildIfStale()) === 'missing') {
  console.error(
    `Les pages web ne sont pas construites, et ce qui les construit n'est pas installé : seule l'interface HTTP répond (/api). Pour les pages, lancez « npm ci » sans --omit=dev, ou copiez ici apps/web/dist construit ailleurs.\nThe web pages are not built and their builder is not installed: only the HTTP interface answers (/api). For the pages, run "npm ci" without --omit=dev, or copy here an apps/web/dist built elsewhere.`,
  );
}
const { main } = await import('./src/main.ts');
process.exitCode = await main(process.argv.slice(2), process.env);
