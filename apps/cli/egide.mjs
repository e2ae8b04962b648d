#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must reach the message below, not a syntax error.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major > 22 || (major === 22 && minor >= 18)) {
  module.enableCompileCache?.();
  const { run } = await import('./commands/run.ts');
  process.exitCode = await run(process.argv.slice(2), process.env);
} else {
  process.exitCode = onOwnNode();
}

/** npm brings its own Node beside us; `npx` alone may run on the host's, which can be too old. */
function onOwnNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'bin/node';
  const places = ['linux-x64', 'linux-arm64', 'win-x64'].map((platform) =>
    fileURLToPath(new URL(`../../node_modules/node-${platform}/${name}`, import.meta.url)),
  );
  const node = places.find(
    (place) =>
      existsSync(place) && place.includes(`${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`),
  );
  if (node !== undefined) {
    const child = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    return child.status ?? 1;
  }
  console.error(
    `Égide a besoin de Node 22.18 ou plus récent ; celui-ci est ${process.versions.node}. Installez une version récente de Node, ou lancez « npm ci », qui apporte la sienne.\nÉgide needs Node 22.18 or later; this one is ${process.versions.node}. Install a recent Node, or run "npm ci", which brings its own.`,
  );
  return 2;
}
