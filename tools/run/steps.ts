import { spawn } from 'node:child_process';

/** A command of the checkout and the name people know it by. */
export type Step = {
  readonly name: string;
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};
export type Outcome = {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
  readonly output: string;
};

const children = new Set<ReturnType<typeof spawn>>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
    process.exitCode = 130;
  });
}

/** Runs one step with this very Node first on the path. `live` lets its output through instead of keeping it. */
export function runStep({ name, command, environment = {} }: Step, live = false): Promise<Outcome> {
  const began = performance.now();
  const [program = '', ...rest] = command;
  return new Promise((resolve) => {
    const child = spawn(program, rest, {
      stdio: ['ignore', live ? 'inherit' : 'pipe', live ? 'inherit' : 'pipe'],
      env: { ...process.env, ...environment },
    });
    children.add(child);
    let output = '';
    child.stdout?.on('data', (text: Buffer) => {
      output += text.toString();
    });
    child.stderr?.on('data', (text: Buffer) => {
      output += text.toString();
    });
    const end = (ok: boolean): void => {
      children.delete(child);
      resolve({ name, ok, seconds: (performance.now() - began) / 1000, output });
    };
    child.on('error', (error) => {
      output += String(error);
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

export const lineOf = ({ name, ok, seconds }: Outcome): string =>
  `${ok ? 'ok ' : 'NOT'} ${name.padEnd(28)} ${seconds.toFixed(1).padStart(6)} s`;

/** The program of an npm package of this checkout, run by this Node: no shell, so it also works on Windows. */
export const byNode = (script: string, ...rest: string[]): string[] => [process.execPath, script, ...rest];
